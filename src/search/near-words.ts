import Fuse from "fuse.js";
import { editDistance } from "./edit-distance.js";
import { createPairIndex } from "./pair-index.js";

/** A known word near a mistyped one. */
export interface NearWord {
  /** Its number in the list. */
  readonly number: number;
  readonly word: string;
  /** Letters that had to be mended. */
  readonly slips: number;
}

export interface NearWords {
  /**
   * The known words that are nearest to a mistyped one, all with the same, smallest number of slips.
   *
   * @param isBeginning - the word is still being typed: it may go on after what stands there
   */
  near(typed: string, isBeginning?: boolean): readonly NearWord[];
}

/** Candidates compared letter by letter; beyond them shared letter pairs are few, and so are true matches. */
const CANDIDATES_MAX = 150;
/** A word that is typed half has about so many letters to come at most. */
const UNTYPED_LETTERS_MAX = 12;

/**
 * Fuse over single words. Scale of `threshold`: 0 only the very letters, 1 anything. It is set per word to the share
 * of its letters that may be wrong. `ignoreLocation`, since a candidate is no longer than the word and its slips;
 * `isCaseSensitive` and `ignoreDiacritics: false`, since both sides are folded already.
 */
const FUSE_OPTIONS = {
  ignoreLocation: true,
  isCaseSensitive: true,
  ignoreDiacritics: false,
} as const;

/** Slips allowed by length: short words have too many neighbours. */
export function slipsAllowed(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 11 ? 2 : 3;
}

export function createNearWords(words: readonly string[]): NearWords {
  const pairs = createPairIndex(words);
  return {
    near(typed, isBeginning = false) {
      const allowed = slipsAllowed(typed.length);
      if (allowed === 0) return [];
      const longer = isBeginning ? UNTYPED_LETTERS_MAX : allowed;
      const known = new Map<string, NearWord>();
      let best = allowed;
      for (const { number, slipsMin } of pairs.near(typed, allowed, longer, CANDIDATES_MAX)) {
        // Those that follow share no more pairs, so they too are further away than the nearest yet.
        if (slipsMin > best) break;
        const word = words[number] ?? "";
        const slips = isBeginning
          ? slipsAtBeginning(typed, word, best)
          : editDistance(typed, word, best);
        if (slips > best) continue;
        if (slips < best) known.clear();
        best = slips;
        known.set(word, { number, word, slips });
      }
      // Only those few that are near are given to Fuse, which orders them and drops what looks unlike.
      const fuse = new Fuse([...known.keys()], {
        ...FUSE_OPTIONS,
        // A swap costs Fuse two edits and one slip, so it gets twice the room; the edit distance has the last word.
        threshold: Math.min(0.6, (2 * allowed) / typed.length),
      });
      return fuse.search(typed).flatMap(({ item }) => known.get(item) ?? []);
    },
  };
}

/** Slips between what is typed and the part of a word that it may be: as many letters, one fewer or one more. */
function slipsAtBeginning(typed: string, word: string, most: number): number {
  return Math.min(
    ...[-1, 0, 1].map((more) => editDistance(typed, word.slice(0, typed.length + more), most)),
  );
}
