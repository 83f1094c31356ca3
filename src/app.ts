import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Asker, createAsker } from "./answer/ask.js";
import { createFitting } from "./fitting.js";
import type { Examiner } from "./knowledge/compile.js";
import { loadKnowledge } from "./knowledge/load.js";
import type { Problem } from "./knowledge/problem.js";

/** The compiled knowledge stands beside the compiled program. */
export const COMPILED_FILE = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  "knowledge.json",
);

/** What the rules of the knowledge ask of the search and of the platforms' renderers. */
export function createExaminer(): Examiner {
  return {
    examine(base) {
      const asker = createAsker(base);
      return {
        findFirst(question) {
          const outcome = asker.ask({ question, exact: false });
          return outcome.kind === "answer" ? outcome.entry.id : undefined;
        },
        findCut: createFitting(asker),
      };
    },
    todayMs: Date.now(),
  };
}

/**
 * Loads the knowledge and makes it ready to be asked.
 *
 * @throws {RemediableError} where the knowledge cannot be read or is not valid
 */
export async function openAsker(
  knowledge: { readonly folder: string; readonly lenient: boolean },
  compiledFile: string = COMPILED_FILE,
): Promise<{ asker: Asker; problems: readonly Problem[] }> {
  const { base, problems } = await loadKnowledge({
    ...knowledge,
    compiledFile,
    examiner: createExaminer(),
  });
  return { asker: createAsker(base), problems };
}
