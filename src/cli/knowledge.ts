import { parseArgs } from "node:util";
import { createFinder } from "../app.js";
import { loadConfig } from "../config.js";
import { EXIT } from "../errors.js";
import { compileKnowledge } from "../knowledge/compile.js";
import { formatProblem } from "../knowledge/problem.js";
import { readKnowledgeFolder } from "../knowledge/read-folder.js";
import { parsing, runProgram, usageError } from "./run.js";

const USAGE = "usage: npm run -s knowledge -- check [folder]";

await runProgram(async () => {
  const { positionals } = parsing(() => parseArgs({ allowPositionals: true, options: {} }), USAGE);
  const [command, folder = loadConfig(process.env).knowledge.folder, ...rest] = positionals;
  if (command !== "check" || rest.length > 0) {
    throw usageError(
      command ? `There is no command "${positionals.join(" ")}".` : "Say what to do.",
      USAGE,
    );
  }
  return check(folder);
});

/** Prints every problem of a folder, then a count. */
async function check(folder: string): Promise<number> {
  const { compiled, problems } = compileKnowledge(await readKnowledgeFolder(folder), createFinder);
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  process.stdout.write(
    `cases: ${compiled?.cases.length ?? 0}, errors: ${errors}, warnings: ${problems.length - errors}\n`,
  );
  return errors > 0 ? EXIT.failed : EXIT.fine;
}
