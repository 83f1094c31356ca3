import { describe, expect, it } from "vitest";
import { faultsOf, soakPage } from "../bench/soak/report.js";
import { discordTwice, type RigMaker, slackReplicas, slackSocket } from "../bench/soak/rigs.js";
import { runSoak } from "../bench/soak/run.js";
import { whyNoPostgres } from "./helpers/postgres.js";

const SHORT = { asks: 72, batch: 6, seed: 1 };
const TIMEOUT_MS = 180_000;
const missing = whyNoPostgres();

/** Short runs of `npm run -s soak`: each trouble at least once. */
describe("answers come once, none lost and none doubled", () => {
  const answersOnce = async (make: RigMaker) => {
    const [result] = await runSoak([make], SHORT);
    if (!result) throw new Error("nothing was run");
    expect(faultsOf(result), soakPage([result], "a test")).toBe(0);
    const asked = result.tallies.reduce((sum, tally) => sum + tally.asked, 0);
    expect(asked).toBe(SHORT.asks);
    const troubles = new Set(result.tallies.map(({ trouble }) => trouble));
    expect(troubles.size).toBeGreaterThanOrEqual(8);
  };

  it("on Discord, with two processes at once", () => answersOnce(discordTwice), TIMEOUT_MS);
  it("on Slack over a socket", () => answersOnce(slackSocket), TIMEOUT_MS);
  it.skipIf(missing !== undefined)(
    `on Slack over HTTP, with two replicas on one Postgres${missing ? ` (${missing})` : ""}`,
    () => answersOnce(slackReplicas),
    TIMEOUT_MS,
  );
});
