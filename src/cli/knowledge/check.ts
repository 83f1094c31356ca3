import { EXIT } from "../../errors.js";
import { type CreateFinder, compileKnowledge } from "../../knowledge/compile.js";
import { formatProblem } from "../../knowledge/problem.js";
import { readKnowledgeFolder } from "../../knowledge/read-folder.js";

/** Prints every problem of a folder, then a count; the exit code is 1 where there is an error. */
export async function check(folder: string, createFinder: CreateFinder): Promise<number> {
  const { compiled, problems } = compileKnowledge(await readKnowledgeFolder(folder), createFinder);
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  process.stdout.write(
    `cases: ${compiled?.cases.length ?? 0}, errors: ${errors}, warnings: ${problems.length - errors}\n`,
  );
  return errors > 0 ? EXIT.failed : EXIT.fine;
}
