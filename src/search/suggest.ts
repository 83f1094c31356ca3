import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import { fold, STOP_WORDS } from "../question/words.js";
import { firstList } from "./first-list.js";
import { createNearWords } from "./near-words.js";
import { createPrefixIndex, type PrefixIndex } from "./prefix-index.js";

/** Suggests cases while a person types. */
export interface Suggester {
  /** Best first, at most 25; with nothing typed, cases as unlike each other as can be. */
  suggest(typed: string, limit: number): readonly Case[];
}

/** Longer input is no title any more. */
const TYPED_MAX_CHARS = 100;
/** Both platforms show at least as many; nobody reads more. */
const SUGGESTIONS_MAX = 25;

/** A word that a title or a name begins with, any other of them, one of a wording. */
const FIRST_WORD = 1.3;
const NAME_WORD = 1;
const WORDING_WORD = 0.4;
/** Articles and the like count a little, so that "the pa" finds more than "pa" would. */
const STOP_WORD_SHARE = 0.1;
/** A word that merely begins so counts from here, up to 1 where nothing is missing. */
const BEGINNING_LEAST = 0.6;
/** A mended word counts less than a word that begins so. */
const MENDED_SHARE = 0.5;
/** What fits less than so, against the best, is left out. */
const BEST_SHARE = 0.45;

export function createSuggester(base: KnowledgeBase): Suggester {
  const entries = base.current;
  const index = indexOf(entries);
  const nearWords = createNearWords(index.words);
  const first = firstList(base, SUGGESTIONS_MAX);
  // One request runs at a time, so all share these: by case, what all words give and what the word at hand gives.
  const totals = new Float64Array(entries.length);
  const ofWord = new Float64Array(entries.length);

  /** Known words that a typed one may be, each with how well it fits. */
  const readings = (typed: string, isLast: boolean): { word: number; fit: number }[] => {
    const { from, to } = index.range(typed);
    if (from < to) {
      return Array.from({ length: to - from }, (_, offset) => {
        const share = typed.length / (index.words[from + offset]?.length ?? 1);
        return { word: from + offset, fit: BEGINNING_LEAST + (1 - BEGINNING_LEAST) * share };
      });
    }
    return nearWords.near(typed, isLast).map(({ number, slips }) => ({
      word: number,
      fit: MENDED_SHARE * (1 - slips / typed.length),
    }));
  };
  const addWord = (typed: string, isLast: boolean, weight: number) => {
    ofWord.fill(0);
    for (const { word, fit } of readings(typed, isLast)) {
      for (const use of index.uses(word)) {
        ofWord[use.entry] = Math.max(ofWord[use.entry] ?? 0, fit * use.weight);
      }
    }
    for (let entry = 0; entry < totals.length; entry++) {
      totals[entry] = (totals[entry] ?? 0) + weight * (ofWord[entry] ?? 0);
    }
  };

  return {
    suggest(typed, limit) {
      const most = Math.min(limit, SUGGESTIONS_MAX);
      const words = wordsIn(typed.slice(0, TYPED_MAX_CHARS));
      if (words.length === 0) return typed.trim() === "" ? first.slice(0, most) : [];
      totals.fill(0);
      for (const [place, word] of words.entries()) {
        const weight = STOP_WORDS.has(word) ? STOP_WORD_SHARE : 1;
        addWord(word, place === words.length - 1, weight);
      }
      const best = totals.reduce((most, total) => Math.max(most, total), 0);
      return Array.from(totals.keys())
        .filter((entry) => best > 0 && (totals[entry] ?? 0) >= best * BEST_SHARE)
        .sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b)
        .slice(0, most)
        .flatMap((entry) => entries[entry] ?? []);
    },
  };
}

/** The words of titles, names, ids and wordings; a word counts by the best place that it has in a case. */
function indexOf(entries: readonly Case[]): PrefixIndex {
  const uses = new Map<string, Map<number, number>>();
  const add = (text: string, entry: number, weightAt: (place: number) => number) => {
    const words = wordsIn(text);
    const telling = words.findIndex((word) => !STOP_WORDS.has(word));
    for (const [place, word] of words.entries()) {
      const byEntry = uses.get(word) ?? new Map<number, number>();
      uses.set(word, byEntry);
      const weight = weightAt(place - Math.max(telling, 0));
      byEntry.set(entry, Math.max(byEntry.get(entry) ?? 0, weight));
    }
  };
  for (const [
    entry,
    { id, title, names, ambiguous_names, question, asked_as },
  ] of entries.entries()) {
    for (const name of [title, id, ...names, ...ambiguous_names]) {
      add(name, entry, (place) => (place === 0 ? FIRST_WORD : NAME_WORD));
    }
    for (const wording of [question, ...asked_as]) add(wording, entry, () => WORDING_WORD);
  }
  return createPrefixIndex(uses);
}

/** Folded runs of letters and digits, each once; apostrophes part them, since who types leaves them out. */
function wordsIn(text: string): string[] {
  return [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu))];
}
