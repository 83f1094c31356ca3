import { createRandom } from "../../src/evaluation/slips.js";
import type { SoakResult } from "./report.js";
import type { RigMaker } from "./rigs.js";
import { soak } from "./soak.js";

export interface SoakSize {
  /** On all rigs together. */
  readonly asks: number;
  readonly batch: number;
  readonly seed: number;
}

/** Slack waits a minute; here time is short. */
const REDELIVER_AFTER_MS = 2000;

/** All rigs at the same time, since most of it is waiting. */
export function runSoak(makers: readonly RigMaker[], size: SoakSize): Promise<SoakResult[]> {
  return Promise.all(
    makers.map(async (make, index) => {
      const rig = await make();
      try {
        const tallies = await soak({
          platform: rig.platform,
          stage: rig.stage,
          asks: Math.ceil(size.asks / makers.length),
          batch: size.batch,
          random: createRandom(size.seed + index),
          redeliverAfterMs: REDELIVER_AFTER_MS,
        });
        return { rig, tallies, refusals: rig.stage.refusals() };
      } finally {
        await rig.stop();
      }
    }),
  );
}
