import { parseArgs } from "node:util";
import { openAsker } from "../app.js";
import { loadConfig } from "../config/config.js";
import { gatherInsight } from "../desk/insight.js";
import { EXIT, RemediableError } from "../errors.js";
import { insightCsv, insightLines } from "./insight/lines.js";
import { caseSkeleton } from "./knowledge/skeleton.js";
import { parsing, runProgram, usageError } from "./run.js";
import { withStore } from "./with-store.js";

const USAGE = `usage: npm run -s insight -- [--csv] [--space <space>]
       npm run -s insight -- --draft <question>   (prints the draft of a case; > knowledge/cases/<id>.yaml)
       npm run -s insight -- --done <question or report>`;

// What people make of the answers, and what waits for the curators.
await runProgram(async () => {
  const { values } = parsing(
    () =>
      parseArgs({
        options: {
          csv: { type: "boolean", default: false },
          space: { type: "string" },
          draft: { type: "string" },
          done: { type: "string" },
        },
      }),
    USAGE,
  );
  const { csv, space, draft, done } = values;
  if (draft !== undefined && done !== undefined) throw usageError("One thing at a time.", USAGE);
  const config = loadConfig(process.env);
  const text = await withStore(config.store, async (store) => {
    if (draft !== undefined) {
      const { words: question } = pick(await store.questions.list(), draft);
      return caseSkeleton({ question, today: new Date().toISOString().slice(0, 10) });
    }
    if (done !== undefined) {
      const questions = await store.questions.list();
      const { id } = pick([...questions, ...(await store.reports.list())], done);
      await Promise.all([store.questions.finish(id), store.reports.finish(id)]);
      return `${id} is done, and deleted.\n`;
    }
    const { asker } = await openAsker(config.knowledge);
    const insight = await gatherInsight(store, asker.base, Date.now(), space);
    return csv ? insightCsv(insight) : `${insightLines(insight).join("\n")}\n`;
  });
  process.stdout.write(text);
  return EXIT.fine;
});

/** The letter whose id begins so. */
function pick<T extends { readonly id: string }>(letters: readonly T[], start: string): T {
  const [found, ...others] = letters.filter(({ id }) => start !== "" && id.startsWith(start));
  if (found && others.length === 0) return found;
  const why = found ? "More than one id begins" : "No question or report has an id that begins";
  throw new RemediableError("USAGE", `${why} with "${start}". npm run -s insight lists them.`);
}
