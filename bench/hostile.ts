import { createRandom, withSlips } from "../src/evaluation/slips.js";
import type { KnowledgeBase } from "../src/knowledge/base.js";

/** Questions that are meant to take long, by what they try. */
export function hostileQuestions(base: KnowledgeBase): Readonly<Record<string, string[]>> {
  const random = createRandom(1);
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join(
      "",
    );
  const prose = base.current
    .slice(0, 5)
    .flatMap(({ reasons }) => reasons.map(({ detail }) => detail))
    .join(" ")
    .slice(0, 5_000);
  const distinct = Array.from({ length: 2_000 }, () => letters(5 + Math.floor(random() * 6)));
  const names = Object.values(base.parties).flatMap(({ name, aliases }) => [name, ...aliases]);
  return {
    "5,000 characters of prose": [`why ${prose}`],
    "the same, every word mistyped": [`why ${withSlips(prose, 2_000, random)}`],
    "2,000 distinct words": [`why ${distinct.join(" ")}`],
    "2,000 distinct words of two letters": [
      `why ${Array.from({ length: 2_000 }, (_, number) => number.toString(36)).join(" ")}`,
    ],
    "names of parties, every one mistyped": [`why ${withSlips(names.join(" "), 1_000, random)}`],
    "one word of 5,000 letters": ["a".repeat(5_000), letters(5_000)],
    "5,000 dots, quotes and accents": [
      "a.".repeat(2_500),
      "'".repeat(5_000),
      "e\u0301".repeat(2_500),
      "1 bc ".repeat(1_000),
    ],
  };
}
