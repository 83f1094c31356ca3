import type { EvaluationQuestion } from "./questions.js";

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Shorter words are seldom mistyped without being noticed. */
const LEAST_CHARS = 4;

/**
 * A question with typing errors: one edit (insert, delete, substitute or swap) in each of `count` words of four letters
 * or more, chosen by `random`.
 */
export function withSlips(text: string, count: number, random: () => number): string {
  const words = text.split(" ");
  const places = words
    .map((word, index) => ({ index, length: word.replace(/[^\p{L}]/gu, "").length }))
    .filter(({ length }) => length >= LEAST_CHARS)
    .map(({ index }) => index);
  for (let slip = 0; slip < count && places.length > 0; slip++) {
    const [index] = places.splice(Math.floor(random() * places.length), 1);
    if (index !== undefined) words[index] = mistype(words[index] ?? "", random);
  }
  return words.join(" ");
}

const SEED = 20_261_124;

/** Questions with `count` typing errors each; the same ones get the same errors. */
export function mistyped(
  questions: readonly EvaluationQuestion[],
  count: number,
): EvaluationQuestion[] {
  const random = createRandom(SEED + count);
  return questions.map((question) => ({
    ...question,
    text: withSlips(question.text, count, random),
  }));
}

function mistype(word: string, random: () => number): string {
  const at = Math.floor(random() * (word.length - 1));
  const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? "e";
  const [before, here, next, after] = [
    word.slice(0, at),
    word[at],
    word[at + 1],
    word.slice(at + 2),
  ];
  switch (Math.floor(random() * 4)) {
    case 0:
      return `${before}${letter}${here}${next}${after}`;
    case 1:
      return `${before}${next}${after}`;
    case 2:
      return `${before}${letter}${next}${after}`;
    default:
      return `${before}${next}${here}${after}`;
  }
}
