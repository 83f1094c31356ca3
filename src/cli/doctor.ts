import { parseArgs } from "node:util";
import { examine } from "../doctor/examine.js";
import { exitCodeOf, findingLine } from "../doctor/finding.js";
import { parsing, runProgram } from "./run.js";

const USAGE = "usage: npm run -s doctor";

// Says of everything that the bot needs whether it is well, and what to do where it is not.
await runProgram(async () => {
  parsing(() => parseArgs({}), USAGE);
  const findings = await examine(process.env);
  process.stdout.write(`${findings.map(findingLine).join("\n")}\n`);
  return exitCodeOf(findings);
});
