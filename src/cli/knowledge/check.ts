import { writeFile } from "node:fs/promises";
import { createExaminer } from "../../app.js";
import { EXIT } from "../../errors.js";
import { canonicalCase } from "../../knowledge/canonical.js";
import { compileKnowledge } from "../../knowledge/compile.js";
import { formatProblem } from "../../knowledge/problem.js";
import { type KnowledgeFile, readKnowledgeFolder } from "../../knowledge/read-folder.js";

/**
 * Prints every problem of a folder, then a count.
 *
 * @param fix - first bring case files to their canonical form; meaning is never changed
 * @returns the exit code: 1 where there is an error
 */
export async function check(folder: string, fix: boolean): Promise<number> {
  if (fix) await bringToForm(await readKnowledgeFolder(folder));
  const { compiled, problems } = compileKnowledge(
    await readKnowledgeFolder(folder),
    createExaminer(),
  );
  for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
  const errors = problems.filter(({ severity }) => severity === "error").length;
  process.stdout.write(
    `cases: ${compiled?.cases.length ?? 0}, errors: ${errors}, warnings: ${problems.length - errors}\n`,
  );
  return errors > 0 ? EXIT.failed : EXIT.fine;
}

async function bringToForm(files: readonly KnowledgeFile[]): Promise<void> {
  for (const { kind, file, text } of files) {
    const canonical = kind === "case" ? canonicalCase(text) : text;
    if (canonical === text) continue;
    await writeFile(file, canonical);
    process.stdout.write(`${file}: brought to its canonical form\n`);
  }
}
