import { mkdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, createClient } from "@libsql/client";
import type { SqlDriver, Statement } from "./driver.js";

/** Another process may hold the file this long. Waiting holds up this process too, so it is short. */
const BUSY_TIMEOUT_MS = 200;
const FILE_NAME = "why-rejected.db";

/** Opens the embedded database, a file in `folder`, which is made where it is missing. */
export async function openLibsql(folder: string): Promise<SqlDriver> {
  // Settings and encrypted tokens are nobody else's on this machine.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const client = createClient({
    url: pathToFileURL(path.resolve(folder, FILE_NAME)).href,
    // One connection, so that what is set on it below holds for every statement.
    concurrency: 1,
    timeout: BUSY_TIMEOUT_MS,
  });
  try {
    // Readers do not wait for the one writer; a crash of the machine loses at most the last moment, never the file.
    await client.execute("pragma journal_mode = wal");
    await client.execute("pragma synchronous = normal");
  } catch (error) {
    client.close();
    throw error;
  }
  return driverOf(client);
}

function driverOf(client: Client): SqlDriver {
  return {
    run: async (statement) => (await client.execute(numbered(statement))).rowsAffected,
    all: async (statement) => {
      const { columns, rows } = await client.execute(numbered(statement));
      return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]])));
    },
    async transaction(statements) {
      await client.batch(statements.map(numbered), "write");
    },
    async close() {
      client.close();
    },
  };
}

/** SQLite numbers its places `?1` where the portable text has `$1`. */
function numbered({ sql, values = [] }: Statement) {
  return { sql: sql.replace(/\$(\d+)/g, "?$1"), args: [...values] };
}
