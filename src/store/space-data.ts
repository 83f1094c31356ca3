import type { SqlDriver } from "./driver.js";

/** All that is kept of a server or workspace, taken out or deleted as a whole. */
export interface SpaceData {
  /** Everything as plain data. Tokens are left out: an export is read by people. */
  export(space: string): Promise<Readonly<Record<string, unknown>>>;
  remove(space: string): Promise<void>;
  /** Every space of which anything is kept. */
  spaces(): Promise<readonly string[]>;
}

/** What is shown of each table; all of them are deleted from. */
const TABLES = {
  settings: "channel, value, changed_at_ms",
  // The persons' hashes too: they are data of this space, and belong to nobody else.
  votes: "case_id, revision, person, helpful",
  questions: "id, words, sent_at_ms",
  reports: "id, case_id, revision, words, source, sent_at_ms",
  installations: "id, installed_at_ms",
} as const;
const NAMES = Object.keys(TABLES);

export function createSpaceData(driver: SqlDriver): SpaceData {
  return {
    async export(space) {
      const parts: [string, unknown][] = [];
      for (const [name, columns] of Object.entries(TABLES)) {
        const rows = await driver.all({
          sql: `select ${columns} from ${name} where space = $1 order by 1, 2`,
          values: [space],
        });
        parts.push([name, rows]);
      }
      return { space, ...Object.fromEntries(parts) };
    },
    async remove(space) {
      await driver.transaction(
        NAMES.map((name) => ({ sql: `delete from ${name} where space = $1`, values: [space] })),
      );
    },
    async spaces() {
      const rows = await driver.all({
        sql: `${NAMES.map((name) => `select space from ${name}`).join(" union ")} order by 1`,
      });
      return rows.map((row) => String(row.space));
    },
  };
}
