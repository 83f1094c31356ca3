/** What both engines store alike. Truth values are 0 and 1, times are milliseconds since 1970. */
export type SqlValue = string | number | null;

export type SqlRow = Readonly<Record<string, unknown>>;

export interface Statement {
  /** One statement, with `$1`, `$2` ... where its values go, in order. */
  readonly sql: string;
  readonly values?: readonly SqlValue[];
}

/** All that the store asks of a database. The same text must run on every engine. */
export interface SqlDriver {
  /** Changes something; resolves to the number of rows that were changed. */
  run(statement: Statement): Promise<number>;
  /** Reads rows; whole numbers come as numbers on every engine. */
  all(statement: Statement): Promise<readonly SqlRow[]>;
  /** Runs all of the statements, or none. */
  transaction(statements: readonly Statement[]): Promise<void>;
  /** May be called twice. */
  close(): Promise<void>;
}
