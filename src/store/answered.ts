import type { SqlDriver } from "./driver.js";
import type { Privacy } from "./privacy.js";

/** Ids of events that were taken, shared by all replicas. Kept as hashes, and forgotten after their time. */
export interface AnsweredTable {
  /** True for the first that asks within the time; false for every other, on whatever replica. */
  claim(eventId: string): Promise<boolean>;
}

export interface AnsweredOptions {
  /** How long an id is known. Platforms repeat an event for some minutes. */
  readonly ttlMs: number;
  readonly nowMs: () => number;
}

/** Ids that have had their time are deleted this often, while events come in. */
const SWEEP_MS = 60_000;

export function createAnsweredTable(
  driver: SqlDriver,
  privacy: Privacy,
  { ttlMs, nowMs }: AnsweredOptions,
): AnsweredTable {
  let sweptAtMs = Number.NEGATIVE_INFINITY;
  return {
    async claim(eventId) {
      const id = await privacy.event(eventId);
      const now = nowMs();
      const changed = await driver.run({
        sql: `insert into answered (id, expires_at_ms) values ($1, $2)
          on conflict (id) do update set expires_at_ms = excluded.expires_at_ms
          where answered.expires_at_ms <= $3`,
        values: [id, now + ttlMs, now],
      });
      if (now - sweptAtMs >= SWEEP_MS) {
        sweptAtMs = now;
        await driver.run({ sql: "delete from answered where expires_at_ms <= $1", values: [now] });
      }
      return changed > 0;
    },
  };
}
