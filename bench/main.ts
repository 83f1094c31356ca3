import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createExaminer } from "../src/app.js";
import { loadQuestions } from "../src/evaluation/load-questions.js";
import type { EvaluationQuestion } from "../src/evaluation/questions.js";
import { createKnowledgeBase, type KnowledgeBase } from "../src/knowledge/base.js";
import { compileKnowledge } from "../src/knowledge/compile.js";
import { readKnowledgeFolder } from "../src/knowledge/read-folder.js";
import { autocompleteTable, hostileTable, storedTable } from "./ours.js";
import { raceQuality, raceSpeed } from "./race.js";
import { createSynthetic } from "./synthetic.js";

/** Sizes at which all run, and the one at which ours runs alone, in a process with room for it. */
const SIZES = [1_000, 10_000];
const LARGEST = 100_000;
const LARGEST_HEAP_MB = 14_000;
const FUSE_MAX = 1_000;
const SEED = 20_261_124;
const QUESTIONS = 400;
const NEAR_MISSES = 200;

const { values } = parseArgs({
  options: {
    /** Cases: that size alone; 0 is the real base. */
    size: { type: "string" },
    /** Leaves out fuse.js over documents, which takes minutes. */
    quick: { type: "boolean", default: false },
    /** Ours without its peers, some of which take hours to build at ten thousand cases. */
    alone: { type: "boolean", default: false },
  },
});

const sizes = values.size === undefined ? [0, ...SIZES, LARGEST] : [Number(values.size)];
for (const size of sizes) {
  if (size === LARGEST && values.size === undefined) runApart(LARGEST);
  else await run(size);
}

async function run(size: number): Promise<void> {
  const { base, questions } = size === 0 ? await real() : synthetic(size);
  print(
    `\n## ${size === 0 ? `The real base, ${base.current.length} cases` : `${size} synthetic cases`}\n`,
  );
  const isAlone = values.alone || size >= LARGEST;
  const options = {
    isAlone,
    isSynthetic: size > 0,
    // From ten thousand cases on fuse.js over documents takes a minute a question.
    withFuse: !values.quick && size <= FUSE_MAX,
  };
  if (!isAlone) print(raceQuality(base, questions, options).join("\n"));
  print(`\n${raceSpeed(base, questions, options).join("\n")}`);
  if (size === 1_000) {
    print(`\n${hostileTable(base).join("\n")}`);
    print(`\n${autocompleteTable(base).join("\n")}`);
  }
  if (size > 0 && !isAlone) print(`\n${storedTable(base).join("\n")}`);
}

async function real(): Promise<{ base: KnowledgeBase; questions: EvaluationQuestion[] }> {
  const { draft } = compileKnowledge(await readKnowledgeFolder("knowledge"), createExaminer());
  if (!draft) throw new Error("knowledge is broken: run npm run -s knowledge -- check");
  const base = createKnowledgeBase(draft);
  return { base, questions: await loadQuestions(base, "evaluation") };
}

function synthetic(cases: number): { base: KnowledgeBase; questions: EvaluationQuestion[] } {
  const { base, questions } = createSynthetic({
    cases,
    seed: SEED,
    questions: QUESTIONS,
    nearMisses: NEAR_MISSES,
  });
  return {
    base,
    questions: questions.map(
      ({ text, caseId }): EvaluationQuestion =>
        caseId === undefined
          ? { text, style: "near miss", expected: { kind: "nothing" } }
          : { text, style: "direct", expected: { kind: "case", id: caseId } },
    ),
  };
}

function runApart(size: number): void {
  execFileSync(
    process.execPath,
    [
      "--expose-gc",
      `--max-old-space-size=${LARGEST_HEAP_MB}`,
      fileURLToPath(import.meta.url),
      `--size=${size}`,
    ],
    { stdio: "inherit" },
  );
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
