import { parseArgs } from "node:util";
import { createAsker } from "../answer/ask.js";
import { createExaminer } from "../app.js";
import { loadConfig } from "../config/config.js";
import { EXIT, RemediableError } from "../errors.js";
import { loadQuestions } from "../evaluation/load-questions.js";
import { type Judgement, judge } from "../evaluation/measure.js";
import { fitModel } from "../evaluation/model-fit.js";
import { halfOf } from "../evaluation/questions.js";
import { abstentionCurve, styleTable } from "../evaluation/report.js";
import { mistyped } from "../evaluation/slips.js";
import { createKnowledgeBase, type KnowledgeBase } from "../knowledge/base.js";
import { compileKnowledge } from "../knowledge/compile.js";
import { readKnowledgeFolder } from "../knowledge/read-folder.js";
import { createSearch } from "../search/search.js";
import { parsing, runProgram, usageError } from "./run.js";

const USAGE = `usage: npm run -s evaluate -- [--half development|reported] [--fit] [--misses]
Asks the project's own questions and prints how they fare, on the half that nothing was fitted on.
  --half    development, or reported (the default)
  --fit     prints weights for src/search/model.ts, fitted on the development half
  --misses  lists what went wrong on the development half (the reported half stays unseen)`;

await runProgram(async () => {
  const { values } = parsing(
    () =>
      parseArgs({
        options: {
          fit: { type: "boolean", default: false },
          misses: { type: "boolean", default: false },
          half: { type: "string", default: "reported" },
        },
      }),
    USAGE,
  );
  const asker = createAsker(await readBase(loadConfig(process.env).knowledge.folder));
  const search = createSearch(asker.base);
  const questions = await loadQuestions(asker.base, "evaluation");
  const development = questions.filter((question) => halfOf(question) === "development");
  const reported = questions.filter((question) => halfOf(question) === "reported");

  if (values.fit) {
    const slipped = [1, 2].flatMap((count) => mistyped(development, count));
    print(JSON.stringify(fitModel(asker.base, [...development, ...slipped]), rounded, 2));
    return EXIT.fine;
  }
  if (values.misses) {
    for (const judgement of development.map((question) => judge(asker, question))) {
      if (!judgement.isRight) print(missLine(judgement));
    }
    return EXIT.fine;
  }
  if (values.half !== "development" && values.half !== "reported") {
    throw usageError(`There is no half "${values.half}".`, USAGE);
  }
  const shown = values.half === "reported" ? reported : development;
  for (const count of [0, 1, 2]) {
    print(
      `\n${count === 0 ? "As written" : `With ${count} typing error${count > 1 ? "s" : ""}`}\n`,
    );
    print(styleTable(mistyped(shown, count).map((question) => judge(asker, question))).join("\n"));
  }
  print("\nThresholds for a direct answer\n");
  print(abstentionCurve(search, shown).join("\n"));
  return EXIT.fine;
});

/** The whole base, also where a case breaks a rule: while the search is being changed, some find another case first. */
async function readBase(folder: string): Promise<KnowledgeBase> {
  const { draft } = compileKnowledge(await readKnowledgeFolder(folder), createExaminer());
  if (!draft)
    throw new RemediableError("KNOWLEDGE_INVALID", `${folder} is broken: run check first.`);
  return createKnowledgeBase(draft);
}

function missLine({ question, outcome }: Judgement): string {
  const got =
    outcome.kind === "answer"
      ? outcome.entry.id
      : outcome.kind === "premise"
        ? outcome.premise.id
        : outcome.kind;
  const confidence = "confidence" in outcome ? outcome.confidence.toFixed(2) : "-";
  return `${question.style}: ${JSON.stringify(question.expected)} got ${got} ${confidence}: ${question.text}`;
}

/** Three digits: more would be noise. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toFixed(3)) : value;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
