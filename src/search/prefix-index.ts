/** How well one word of a case matches, by the case's number. */
export interface WordUse {
  readonly entry: number;
  readonly weight: number;
}

/** The words of short texts, found by their beginning. */
export interface PrefixIndex {
  /** All words, in the order of the alphabet. */
  readonly words: readonly string[];
  /** Numbers of the words that begin so: `from` to `to` (exclusive). */
  range(beginning: string): { readonly from: number; readonly to: number };
  /** Where a word is used. */
  uses(word: number): readonly WordUse[];
}

/** @param usesByWord - by word: the entries that use it, each with its best weight */
export function createPrefixIndex(
  usesByWord: ReadonlyMap<string, ReadonlyMap<number, number>>,
): PrefixIndex {
  const words = [...usesByWord.keys()].sort();
  const uses = words.map((word) =>
    Array.from(usesByWord.get(word) ?? [], ([entry, weight]) => ({ entry, weight })),
  );
  const firstFrom = (text: string): number => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((words[middle] ?? "") < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    words,
    uses: (word) => uses[word] ?? [],
    range: (beginning) => ({
      from: firstFrom(beginning),
      // Behind all that begin so: no letter sorts after the last unit of UTF-16.
      to: firstFrom(`${beginning}\uffff`),
    }),
  };
}
