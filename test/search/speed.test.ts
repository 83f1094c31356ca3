import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileQuestions } from "../../bench/hostile.js";
import { createSynthetic } from "../../bench/synthetic.js";
import { createAsker } from "../../src/answer/ask.js";
import { caseFileSchema } from "../../src/knowledge/model.js";
import { createGazetteer } from "../../src/question/gazetteer.js";
import { createIndex } from "../../src/search/ranking.js";
import { readSearchData } from "../../src/search/search-data.js";

/** A generous bound for what usually takes a tenth to a half of it; `npm run -s bench:search` measures. */
const HOSTILE_MAX_MS = 20;
const TRIES = 20;

const { base } = createSynthetic({ cases: 1_000, seed: 1 });
const asker = createAsker(base);
const about = base.cases[0]?.id;

/** The machine may be busy with something else: in time once in many tries is in time. */
function fastestMs(run: () => unknown): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < TRIES && fastest >= HOSTILE_MAX_MS; attempt++) {
    const startMs = performance.now();
    run();
    fastest = Math.min(fastest, performance.now() - startMs);
  }
  return fastest;
}

describe("at 1,000 made-up cases", () => {
  it("the cases are as the model wants them", () => {
    for (const { id: _, revision: __, ...entry } of base.cases.slice(0, 3)) {
      expect(caseFileSchema.safeParse(entry).error).toBeUndefined();
    }
  });

  it.each(Object.entries(hostileQuestions(base)))("%s: answered in time", (_what, questions) => {
    for (const question of questions) asker.ask({ question });
    for (const question of questions) {
      expect(fastestMs(() => asker.ask({ question }))).toBeLessThan(HOSTILE_MAX_MS);
      expect(fastestMs(() => asker.ask({ question, about }))).toBeLessThan(HOSTILE_MAX_MS);
      expect(fastestMs(() => asker.suggest(question, 25))).toBeLessThan(HOSTILE_MAX_MS);
    }
  });

  it("anything at all: answered in time", () => {
    const anything = fc.oneof(
      fc.string({ maxLength: 5_000, unit: "binary" }),
      fc.string({ maxLength: 5_000, unit: fc.constantFrom(..."ab e'.-\n1é") }),
      fc
        .array(fc.string({ minLength: 4, maxLength: 12 }), { maxLength: 500 })
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(anything, (question) => {
        expect(fastestMs(() => asker.ask({ question }))).toBeLessThan(HOSTILE_MAX_MS);
      }),
      { numRuns: 100 },
    );
  });
});

describe("with twice the cases", () => {
  const looksAt = (cases: number) => {
    const { base: some } = createSynthetic({ cases, seed: 2 });
    const { documents, postings, numbers } = readSearchData(some, createGazetteer(some));
    const index = createIndex(
      postings,
      documents.map(({ id }) => id),
      new Float64Array(numbers.size).fill(1),
    );
    const terms = [...numbers.values()].slice(0, 500).map((term) => ({
      readings: [{ term, weight: 1 }],
    }));
    const pairs = terms.reduce(
      (sum, { readings }) =>
        sum + readings.reduce((all, { term }) => all + index.frequency(term), 0),
      0,
    );
    return { pairs, ranked: index.rank(terms, 12).length };
  };
  const small = looksAt(200);
  const large = looksAt(400);

  it("a question looks at no more than twice the documents", () => {
    expect(large.pairs / small.pairs).toBeLessThan(2.2);
  });

  it("and looks closely at as few as before", () => {
    expect([small.ranked, large.ranked]).toEqual([12, 12]);
  });
});
