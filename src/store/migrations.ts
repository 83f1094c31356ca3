import type { SqlDriver, Statement } from "./driver.js";

/**
 * How the tables came to be, in order. Only ever added to: a database is brought forward by what it lacks, and never back.
 * One text for SQLite and Postgres.
 */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    // What a server or workspace chose, and under the name of a channel what holds there instead; "" is the whole space.
    `create table settings (
      space text not null, channel text not null, value text not null, changed_at_ms bigint not null,
      primary key (space, channel))`,
    // One row a person, so that a changed vote moves; `person` is a keyed one-way hash that differs per space.
    `create table votes (
      space text not null, case_id text not null, revision text not null, person text not null,
      helpful integer not null, primary key (space, case_id, revision, person))`,
    // Words that their writer chose to send. Nobody's name is kept with them.
    `create table questions (
      id text primary key, space text not null, words text not null, sent_at_ms bigint not null)`,
    `create table reports (
      id text primary key, space text not null, case_id text not null, revision text not null,
      words text not null, source text not null, sent_at_ms bigint not null)`,
    // Encrypted; see seal.ts.
    `create table installations (
      id text primary key, space text not null, sealed text not null, installed_at_ms bigint not null)`,
    // Hashes of the ids of events that were taken, each with the time at which it is forgotten.
    `create table answered (id text primary key, expires_at_ms bigint not null)`,
    `create index answered_expiry on answered (expires_at_ms)`,
    `create table secrets (name text primary key, value text not null)`,
  ],
];

const TABLE: Statement = {
  sql: "create table if not exists migrations (number integer primary key)",
};

/** Brings the tables forward, each step as a whole. Safe where two replicas start at once: one of them does it. */
export async function migrate(driver: SqlDriver): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await bringForward(driver);
    } catch (error) {
      // The other replica was in the middle of the same step; what it did is done now.
      if (tries >= RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

const RETRIES = 3;
const RETRY_MS = 100;

async function bringForward(driver: SqlDriver): Promise<void> {
  await driver.run(TABLE);
  const rows = await driver.all({ sql: "select number from migrations" });
  const done = new Set(rows.map(({ number }) => number));
  for (const [number, step] of MIGRATIONS.entries()) {
    if (done.has(number)) continue;
    await driver.transaction([
      // First, so that a second replica waits here, and then fails before it has changed anything.
      { sql: "insert into migrations (number) values ($1)", values: [number] },
      ...step.map((sql) => ({ sql })),
    ]);
  }
}
