import pg from "pg";
import type { SqlDriver, Statement } from "./driver.js";

/** Enough for one process; many replicas share one server. */
const CONNECTIONS_MAX = 5;
/** bigint, which the client would hand over as text. Times and counts fit into a number. */
const OID_BIGINT = 20;

/**
 * Opens a pool of connections to Postgres.
 *
 * @param timeoutMs - for connecting and for each statement
 * @param onLost - an idle connection broke; the next statement opens another
 */
export function openPostgres(
  url: string,
  { timeoutMs, onLost }: { timeoutMs: number; onLost: (error: Error) => void },
): SqlDriver {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    types: {
      getTypeParser: (oid, format) =>
        oid === OID_BIGINT ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  pool.on("error", onLost);
  let closed: Promise<void> | undefined;
  return {
    run: async ({ sql, values = [] }) => (await pool.query(sql, [...values])).rowCount ?? 0,
    all: async ({ sql, values = [] }) => (await pool.query(sql, [...values])).rows,
    async transaction(statements) {
      const client = await pool.connect();
      let broken = false;
      try {
        await runTogether(client, statements);
      } catch (error) {
        // A rollback that fails too means that the connection is of no more use.
        await client.query("rollback").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
}

async function runTogether(client: pg.PoolClient, statements: readonly Statement[]) {
  await client.query("begin");
  for (const { sql, values = [] } of statements) await client.query(sql, [...values]);
  await client.query("commit");
}
