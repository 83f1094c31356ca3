import { randomUUID } from "node:crypto";
import type { SqlDriver, SqlRow, Statement } from "./driver.js";

/** A question that nobody could answer, sent to the curators by its asker. Not by whom. */
export interface SentQuestion {
  readonly id: string;
  readonly space: string;
  readonly words: string;
  readonly sentAtMs: number;
}

/** What somebody found wrong with a case, and the source that shows it. Not by whom. */
export interface Report extends SentQuestion {
  readonly caseId: string;
  readonly revision: string;
  readonly source: string;
}

type Draft<T> = Omit<T, "id" | "sentAtMs">;

/** What is sent waits for the curators until they are done with it. */
export interface LettersTable<T> {
  /** Keeps it; resolves to its id. */
  send(letter: Draft<T>): Promise<string>;
  /** Oldest first. @param space - undefined: of all spaces together */
  list(space?: string): Promise<readonly T[]>;
  /** The curators are done with it: it is deleted. True where there was one. */
  finish(id: string): Promise<boolean>;
}

/** As many as are listed at once. */
const LIST_MAX = 1000;

export function createQuestionsTable(
  driver: SqlDriver,
  nowMs: () => number,
): LettersTable<SentQuestion> {
  return createTable(driver, "questions", readQuestion, ({ space, words }) => {
    const id = randomUUID();
    return {
      id,
      sql: "insert into questions (id, space, words, sent_at_ms) values ($1, $2, $3, $4)",
      values: [id, space, words, nowMs()],
    };
  });
}

export function createReportsTable(driver: SqlDriver, nowMs: () => number): LettersTable<Report> {
  return createTable(driver, "reports", readReport, (report) => {
    const { space, caseId, revision, words, source } = report;
    const id = randomUUID();
    return {
      id,
      sql: `insert into reports (id, space, case_id, revision, words, source, sent_at_ms)
        values ($1, $2, $3, $4, $5, $6, $7)`,
      values: [id, space, caseId, revision, words, source, nowMs()],
    };
  });
}

function createTable<T>(
  driver: SqlDriver,
  table: "questions" | "reports",
  read: (row: SqlRow) => T,
  insertion: (letter: Draft<T>) => Statement & { readonly id: string },
): LettersTable<T> {
  return {
    async send(letter) {
      const { id, ...statement } = insertion(letter);
      await driver.run(statement);
      return id;
    },
    async list(space) {
      const rows = await driver.all({
        sql: `select * from ${table} ${space === undefined ? "" : "where space = $1"}
          order by sent_at_ms, id limit ${LIST_MAX}`,
        values: space === undefined ? [] : [space],
      });
      return rows.map(read);
    },
    finish: async (id) =>
      (await driver.run({ sql: `delete from ${table} where id = $1`, values: [id] })) > 0,
  };
}

function readQuestion(row: SqlRow): SentQuestion {
  return {
    id: String(row.id),
    space: String(row.space),
    words: String(row.words),
    sentAtMs: Number(row.sent_at_ms),
  };
}

function readReport(row: SqlRow): Report {
  return {
    ...readQuestion(row),
    caseId: String(row.case_id),
    revision: String(row.revision),
    source: String(row.source),
  };
}
