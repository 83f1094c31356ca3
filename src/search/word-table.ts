import { type Word, wordOf, writtenWords } from "../question/words.js";

/**
 * Numbers the written words of texts, in the order in which they come up. The base's prose is some two thousand words a
 * case, nearly all of them met before: folding and stemming each once is ten times as fast as `wordsOf`.
 */
export interface WordTable {
  /** The numbers of a text's words. */
  read(text: string): number[];
  /** By number: the word. */
  readonly words: readonly Word[];
}

export function createWordTable(): WordTable {
  const words: Word[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (written: string): number => {
    const known = numbers.get(written);
    if (known !== undefined) return known;
    numbers.set(written, words.length);
    return words.push(wordOf(written)) - 1;
  };
  return { words, read: (text) => writtenWords(text).map(numberOf) };
}
