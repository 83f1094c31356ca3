import Fuse from "fuse.js";
import { editDistance } from "./edit-distance.js";
import type { Term } from "./terms.js";

/** A known term that a written word may stand for. */
export interface Reading {
  readonly term: Term;
  /** 1 for a known word; less the more letters had to be mended. */
  readonly weight: number;
}

/** Reads single words: known ones as they are, unknown ones by their nearest neighbours. */
export interface Vocabulary {
  readings(word: { surface: string; stem: string }): readonly Reading[];
  /** The known word nearest to a mistyped one; undefined for a word that is known, common, or near to none. */
  nearest(word: { surface: string; stem: string }): string | undefined;
}

/** Fuse is given at most this many candidates; beyond it shared letter pairs are few, and so are true matches. */
const CANDIDATES_MAX = 150;
/** Readings kept of one unknown word: more only blur the ranking. */
const READINGS_MAX = 5;

/**
 * Fuse over single words. Scale of `threshold`: 0 only the very letters, 1 anything. It is set per word to the share
 * of its letters that may be wrong. `ignoreLocation`, since a candidate is no longer than the word and its slips;
 * `isCaseSensitive` and `ignoreDiacritics: false`, since both sides are folded already.
 */
const FUSE_OPTIONS = {
  includeScore: true,
  ignoreLocation: true,
  isCaseSensitive: true,
  ignoreDiacritics: false,
} as const;

/** Slips allowed by length: short words have too many neighbours. */
function slipsAllowed(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 11 ? 2 : 3;
}

/**
 * @param surfaces - every word of the base as written, with the term it stands for
 * @param isCommon - tells words that stand for themselves, however near a known one is
 */
export function createVocabulary(
  surfaces: ReadonlyMap<string, Term>,
  isCommon: (surface: string) => boolean,
): Vocabulary {
  const terms = new Set(surfaces.values());
  const words = [...surfaces.keys()];
  const byPair = new Map<string, number[]>();
  for (const [index, word] of words.entries()) {
    for (const pair of new Set(letterPairs(word))) {
      const indexes = byPair.get(pair);
      if (indexes) indexes.push(index);
      else byPair.set(pair, [index]);
    }
  }

  const candidates = (surface: string, allowed: number): string[] => {
    const shared = new Map<number, number>();
    for (const pair of new Set(letterPairs(surface))) {
      for (const index of byPair.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    }
    // One slip spoils at most three pairs (a swap); a word that shares fewer cannot be near.
    const least = Math.max(1, surface.length + 1 - 3 * allowed);
    return [...shared]
      .filter(([index, count]) => count >= least && lengthFits(words[index], surface, allowed))
      .sort(([, a], [, b]) => b - a)
      .slice(0, CANDIDATES_MAX)
      .map(([index]) => words[index] ?? "");
  };

  const neighbours = (surface: string): { item: string; slips: number }[] => {
    const allowed = slipsAllowed(surface.length);
    if (allowed === 0 || isCommon(surface)) return [];
    const fuse = new Fuse(candidates(surface, allowed), {
      ...FUSE_OPTIONS,
      // A swap costs Fuse two edits and one slip, so it gets twice the room; the edit distance has the last word.
      threshold: Math.min(0.6, (2 * allowed) / surface.length),
    });
    const near = fuse
      .search(surface)
      .map(({ item }) => ({ item, slips: editDistance(surface, item) }))
      .filter(({ slips }) => slips <= allowed);
    const best = Math.min(...near.map(({ slips }) => slips));
    return near.filter(({ slips }) => slips === best);
  };
  const isKnown = ({ surface, stem }: { surface: string; stem: string }) =>
    terms.has(stem) || surfaces.has(surface);

  return {
    readings({ surface, stem }) {
      if (terms.has(stem)) return [{ term: stem, weight: 1 }];
      const known = surfaces.get(surface);
      if (known !== undefined) return [{ term: known, weight: 1 }];
      // Not cached: what people type is not kept, not even in memory.
      const readings = new Map<Term, Reading>();
      for (const { item, slips } of neighbours(surface)) {
        const term = surfaces.get(item);
        if (term === undefined || readings.has(term)) continue;
        readings.set(term, { term, weight: (1 - slips / surface.length) ** 1.25 });
      }
      return [...readings.values()].slice(0, READINGS_MAX);
    },
    nearest: (word) => (isKnown(word) ? undefined : neighbours(word.surface)[0]?.item),
  };
}

function letterPairs(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2));
}

function lengthFits(word: string | undefined, surface: string, allowed: number): boolean {
  return word !== undefined && Math.abs(word.length - surface.length) <= allowed;
}
