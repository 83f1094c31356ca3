import { loadCommonEnglish } from "../src/question/english.js";

const STOP_WORDS =
  `the of and to in a that it was for by not on with as had would at its but his from an which be is or they were this their
  he no have could one said so if what only than into more when who any other should before after all them must`.split(
    /\s+/,
  );
/** Share of the real cases' prose that is stop words. */
const STOP_SHARE = 0.46;
const SAMPLES = 1 << 16;

/** Draws prose words as often as English has them: stop words, then ranks by Zipf's law. */
export function createProseWords(random: () => number): () => string {
  const ranked = shuffled(
    [...loadCommonEnglish()].filter((word) => word.length > 2),
    random,
  );
  const samples = Array.from({ length: SAMPLES }, (_, place) => {
    if (place < STOP_SHARE * SAMPLES) return STOP_WORDS[place % STOP_WORDS.length] ?? "the";
    // The inverse of Zipf's distribution function: rank = count ^ u, u even.
    return ranked[Math.floor(ranked.length ** random()) - 1] ?? "matter";
  });
  return () => samples[Math.floor(random() * SAMPLES)] ?? "the";
}

/** Ordinary nouns, adjectives and verbs that no list tells apart: what titles are made of. */
export function createTopicWords(random: () => number): () => string {
  const words = [...loadCommonEnglish()].filter(({ length }) => length >= 5 && length <= 11);
  return () => words[Math.floor(random() * words.length)] ?? "matter";
}

const ONSETS =
  "b br c ch d dr f fl g gr h j k kr l m n p pr r s sh st t tr v w z th bl sk kl gl".split(" ");
const VOWELS = "a e i o u ai ei ou ia ee ar er or an en in on el al".split(" ");
const CODAS = "n s r l m t k d ck nd rt st ld ss v x".split(" ");

/** A made-up name of some syllables, like "Drainol". */
export function createNames(random: () => number): (syllables: number) => string {
  const one = (parts: readonly string[]) => parts[Math.floor(random() * parts.length)] ?? "a";
  return (syllables) => {
    let name = "";
    for (let count = 0; count < syllables; count++) name += one(ONSETS) + one(VOWELS);
    name += one(CODAS);
    return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  };
}

function shuffled(words: readonly string[], random: () => number): string[] {
  const mixed = [...words];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] ?? "", mixed[last] ?? ""];
  }
  return mixed;
}
