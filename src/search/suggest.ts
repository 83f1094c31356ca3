import Fuse from "fuse.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import { fold } from "../question/words.js";

/** Suggests cases while a person types. */
export interface Suggester {
  /** Best first; with nothing typed, the first cases of the collection. */
  suggest(typed: string, limit: number): readonly Case[];
}

/** Longer input is no title any more. */
const TYPED_MAX_CHARS = 100;

/**
 * Fuse over titles and names: short strings. `threshold` 0.3 of the scale 0 (the very letters) to 1 (anything): lets
 * one slip in three or four letters pass, and keeps words that merely look alike out. `ignoreLocation`, since the word
 * that people remember may stand anywhere in a title.
 */
const FUSE_OPTIONS = {
  keys: [
    { name: "title", weight: 2 },
    { name: "names", weight: 2 },
    { name: "asked", weight: 1 },
  ],
  threshold: 0.3,
  ignoreLocation: true,
};

export function createSuggester(base: KnowledgeBase): Suggester {
  const records = base.current.map((entry) => ({
    entry,
    title: fold(entry.title),
    names: [...entry.names, ...entry.ambiguous_names, entry.id.replaceAll("-", " ")].map(fold),
    asked: [entry.question, ...entry.asked_as].map(fold),
  }));
  const fuse = new Fuse(records, FUSE_OPTIONS);

  return {
    suggest(typed, limit) {
      const text = fold(typed.slice(0, TYPED_MAX_CHARS)).trim();
      if (text === "") return base.current.slice(0, limit);
      const startsWord = new RegExp(`(?:^|\\s)${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
      const exact = records.filter(({ title, names }) =>
        [title, ...names].some((one) => startsWord.test(one)),
      );
      const near = fuse.search(text, { limit }).map(({ item }) => item);
      return [...new Set([...exact, ...near])].slice(0, limit).map(({ entry }) => entry);
    },
  };
}
