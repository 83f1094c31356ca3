import { createHash, randomBytes } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";

/** Counts within a minute or so, in memory. */
export interface Limiter {
  /** @returns how many times this was done within the time, this one counted */
  count(...who: readonly string[]): Promise<number>;
}

/** A process counts for itself: replicas together allow as many times as much, and nothing is stored. */
export function createLimiter(durationSeconds: number): Limiter {
  // The limits differ from place to place, so here all is allowed, and counted.
  const limiter = new RateLimiterMemory({
    points: Number.MAX_SAFE_INTEGER,
    duration: durationSeconds,
  });
  // No id of a person stands anywhere, not even in memory.
  const salt = randomBytes(16);
  return {
    async count(...who) {
      const key = createHash("sha256").update(salt).update(JSON.stringify(who)).digest("base64");
      return (await limiter.consume(key)).consumedPoints;
    },
  };
}
