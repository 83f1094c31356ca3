import type { SqlDriver } from "./driver.js";
import { type SealKeys, seal, unseal } from "./seal.js";

/** What a platform gave when a workspace installed the bot: tokens, so it is kept encrypted. */
export interface InstallationsTable {
  /** @param id - the workspace's, or the organisation's */
  write(id: string, space: string, installation: string): Promise<void>;
  /** Undefined where there is none, or none of the keys opens it. */
  read(id: string): Promise<string | undefined>;
  remove(id: string): Promise<void>;
  ids(): Promise<readonly string[]>;
}

export function createInstallationsTable(
  driver: SqlDriver,
  keys: SealKeys,
  nowMs: () => number,
): InstallationsTable {
  return {
    async write(id, space, installation) {
      await driver.run({
        sql: `insert into installations (id, space, sealed, installed_at_ms) values ($1, $2, $3, $4)
          on conflict (id) do update set sealed = excluded.sealed, installed_at_ms = excluded.installed_at_ms`,
        values: [id, space, seal(installation, id, keys), nowMs()],
      });
    },
    async read(id) {
      const [row] = await driver.all({
        sql: "select sealed from installations where id = $1",
        values: [id],
      });
      const opened = row && unseal(String(row.sealed), id, keys);
      if (opened?.isOld) {
        // So an old key can be dropped once every workspace has been heard from, or after `data -- rotate`.
        await driver.run({
          sql: "update installations set sealed = $2 where id = $1",
          values: [id, seal(opened.text, id, keys)],
        });
      }
      return opened?.text;
    },
    async remove(id) {
      await driver.run({ sql: "delete from installations where id = $1", values: [id] });
    },
    async ids() {
      const rows = await driver.all({ sql: "select id from installations order by id" });
      return rows.map((row) => String(row.id));
    },
  };
}
