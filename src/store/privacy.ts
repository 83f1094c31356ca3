import { createHmac, randomBytes } from "node:crypto";
import type { SqlDriver } from "./driver.js";

/** Turns ids into one-way hashes, so that the store can tell persons apart without knowing any. */
export interface Privacy {
  /** A person in a space. The same person has another hash in every other space, so the two cannot be joined. */
  person(space: string, personId: string): Promise<string>;
  event(eventId: string): Promise<string>;
}

const KEY_BYTES = 32;
/** 128 bits: nobody meets another by chance. */
const HASH_BYTES = 16;

/**
 * @param key - the operator's; undefined: one is made and kept in the store, the same for all that share it
 */
export function createPrivacy(driver: SqlDriver, key: string | undefined): Privacy {
  let known: Promise<string> | undefined = key === undefined ? undefined : Promise.resolve(key);
  const currentKey = () => {
    known ??= keptKey(driver).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const hash = async (...parts: string[]) =>
    createHmac("sha256", await currentKey())
      // As JSON, so that ["ab", "c"] and ["a", "bc"] are two.
      .update(JSON.stringify(parts))
      .digest()
      .subarray(0, HASH_BYTES)
      .toString("base64url");
  return {
    person: (space, personId) => hash("person", space, personId),
    event: (eventId) => hash("event", eventId),
  };
}

async function keptKey(driver: SqlDriver): Promise<string> {
  await driver.run({
    sql: "insert into secrets (name, value) values ('privacy', $1) on conflict (name) do nothing",
    values: [randomBytes(KEY_BYTES).toString("base64url")],
  });
  // Read again: another replica may have been first.
  const [row] = await driver.all({ sql: "select value from secrets where name = 'privacy'" });
  return String(row?.value);
}
