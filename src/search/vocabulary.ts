import type { Word } from "../question/words.js";
import { createNearWords, type NearWord, slipsAllowed } from "./near-words.js";
import type { Term } from "./terms.js";

/** A known term that a written word may stand for. */
export interface Reading {
  readonly term: Term;
  /** 1 for a known word; less the more letters had to be mended. */
  readonly weight: number;
}

/** Reads single words: known ones as they are, unknown ones by their nearest neighbours. */
export interface Vocabulary {
  readings(word: PlainWord): readonly Reading[];
  /** The known word nearest to a mistyped one; undefined for a word that is known, common, or near to none. */
  nearest(word: PlainWord): string | undefined;
  /** Neither known nor common nor short: a word whose neighbours are looked for, which is what takes time. */
  mayBeMistyped(word: PlainWord): boolean;
}

type PlainWord = Pick<Word, "surface" | "stem">;

/** Readings kept of one unknown word: more only blur the ranking. */
const READINGS_MAX = 5;
/** How fast trust falls with the share of letters that were mended. */
const TRUST_POWER = 1.25;

/**
 * @param surfaces - every word of the base as written, with the term it stands for
 * @param isCommon - tells words that stand for themselves, however near a known one is
 */
export function createVocabulary(
  surfaces: ReadonlyMap<string, Term>,
  isCommon: (surface: string) => boolean,
): Vocabulary {
  const terms = new Set(surfaces.values());
  const words = createNearWords([...surfaces.keys()]);
  const isKnown = ({ surface, stem }: PlainWord) => terms.has(stem) || surfaces.has(surface);
  const mayBeMistyped = (word: PlainWord) =>
    slipsAllowed(word.surface.length) > 0 && !isKnown(word) && !isCommon(word.surface);

  // A question's words are read twice, for names and for content. What was found hangs on the word itself and goes
  // with the question: what people type is not kept, not even in memory.
  const found = new WeakMap<PlainWord, readonly NearWord[]>();
  const neighbours = (word: PlainWord): readonly NearWord[] => {
    if (!mayBeMistyped(word)) return [];
    const near = found.get(word) ?? words.near(word.surface);
    found.set(word, near);
    return near;
  };

  return {
    mayBeMistyped,
    nearest: (word) => neighbours(word)[0]?.word,
    readings(word) {
      const { surface, stem } = word;
      if (terms.has(stem)) return [{ term: stem, weight: 1 }];
      const known = surfaces.get(surface);
      if (known !== undefined) return [{ term: known, weight: 1 }];
      const readings = new Map<Term, Reading>();
      for (const { word: near, slips } of neighbours(word)) {
        const term = surfaces.get(near);
        if (term === undefined || readings.has(term)) continue;
        readings.set(term, { term, weight: (1 - slips / surface.length) ** TRUST_POWER });
      }
      return [...readings.values()].slice(0, READINGS_MAX);
    },
  };
}
