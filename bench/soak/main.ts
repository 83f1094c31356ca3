import { parseArgs } from "node:util";
import { faultsOf, soakReport } from "./report.js";
import { rigMakers } from "./rigs.js";
import { runSoak } from "./run.js";

const { values } = parseArgs({
  options: {
    asks: { type: "string", default: "10000" },
    seed: { type: "string", default: "20261125" },
  },
});

const { makers, skipped } = rigMakers();
if (skipped) process.stderr.write(`without two replicas: ${skipped}\n`);
const startMs = performance.now();
const results = await runSoak(makers, {
  asks: Number(values.asks),
  batch: 20,
  seed: Number(values.seed),
});
const seconds = Math.round((performance.now() - startMs) / 1000);
const faults = results.reduce((sum, result) => sum + faultsOf(result), 0);
process.stdout.write(
  `${soakReport(results)}\n\nSeed ${values.seed}, ${seconds} s. Avoidable faults: ${faults}.\n`,
);
process.exit(faults === 0 ? 0 : 1);
