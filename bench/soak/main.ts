import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../test/helpers/real.js";
import { faultsOf, soakPage } from "./report.js";
import { rigMakers } from "./rigs.js";
import { runSoak } from "./run.js";

const { values } = parseArgs({
  options: {
    asks: { type: "string", default: "10000" },
    /** Prints the page instead of writing it. */
    print: { type: "boolean", default: false },
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
const made = `${new Date().toISOString().slice(0, 10)}, seed ${values.seed}, ${seconds} s, Node.js ${process.version}`;
const page = soakPage(results, made);
if (values.print) process.stdout.write(page);
else writeFileSync(path.join(ROOT, "docs", "faults.md"), page);
const faults = results.reduce((sum, result) => sum + faultsOf(result), 0);
process.stderr.write(`lost or doubled where it could have been avoided: ${faults}\n`);
process.exit(faults === 0 ? 0 : 1);
