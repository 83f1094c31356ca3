/** Finds the words of a list that share the most pairs of letters with another word. */
export interface PairIndex {
  /**
   * The words that may be within `slips` of a word, those that share most pairs first.
   *
   * @param longer - by how many letters they may be longer than the word
   * @example createPairIndex(["conference", "war"]).near("conferecne", 2, 2, 150); // [{ number: 0, slipsMin: 1 }]
   */
  near(word: string, slips: number, longer: number, most: number): SharingWord[];
}

export interface SharingWord {
  readonly number: number;
  /** With fewer slips it would share more pairs. */
  readonly slipsMin: number;
}

/** One slip spoils at most three pairs (a swap). */
const PAIRS_PER_SLIP = 3;

/** Stands before and behind a word, so that its first and last letter make pairs too. */
const EDGE = 32;

export function createPairIndex(words: readonly string[]): PairIndex {
  const { wordsOfPair, lengths } = readPairs(words);
  // One look-up runs at a time, so all share these counts; each leaves them at zero.
  const shared = new Uint16Array(words.length);

  /** The words of a pair that are neither too short nor too long; they stand in order of length. */
  const fitting = (pair: number, shortest: number, longest: number): Uint32Array | undefined => {
    const numbers = wordsOfPair.get(pair);
    return numbers?.subarray(
      firstFrom(numbers, lengths, shortest),
      firstFrom(numbers, lengths, longest + 1),
    );
  };

  return {
    near(word, slips, longer, most) {
      const touched: number[] = [];
      const pairs = letterPairs(word);
      for (const pair of pairs) {
        const numbers = fitting(pair, word.length - slips, word.length + longer) ?? [];
        for (let at = 0; at < numbers.length; at++) {
          const number = numbers[at] ?? 0;
          const count = shared[number] ?? 0;
          shared[number] = count + 1;
          if (count === 0) touched.push(number);
        }
      }
      // In a longer word the last letter has another behind it, which spoils one pair without a slip.
      const intact = pairs.length - (longer > slips ? 1 : 0);
      const byCount = Array.from({ length: pairs.length + 1 }, (): SharingWord[] => []);
      for (const number of touched) {
        const count = shared[number] ?? 0;
        const slipsMin = Math.max(0, Math.ceil((intact - count) / PAIRS_PER_SLIP));
        if (slipsMin <= slips) byCount[count]?.push({ number, slipsMin });
        shared[number] = 0;
      }
      const near: SharingWord[] = [];
      while (near.length < most && byCount.length > 0) near.push(...(byCount.pop() ?? []));
      return near.slice(0, most);
    },
  };
}

/** By pair: the numbers of its words, shorter words first. */
function readPairs(words: readonly string[]): {
  wordsOfPair: ReadonlyMap<number, Uint32Array>;
  lengths: Uint16Array;
} {
  const lengths = Uint16Array.from(words, ({ length }) => length);
  const byLength = [...words.keys()].sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
  const lists = new Map<number, number[]>();
  for (const number of byLength) {
    for (const pair of letterPairs(words[number] ?? "")) {
      const numbers = lists.get(pair);
      if (numbers) numbers.push(number);
      else lists.set(pair, [number]);
    }
  }
  const wordsOfPair = new Map(
    Array.from(lists, ([pair, numbers]) => [pair, Uint32Array.from(numbers)]),
  );
  return { wordsOfPair, lengths };
}

/** The place of the first word of at least this length, by halving. */
function firstFrom(numbers: Uint32Array, lengths: Uint16Array, length: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lengths[numbers[middle] ?? 0] ?? 0) < length) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The distinct pairs of neighbouring letters, with the word's edges as letters, each pair as one number. */
function letterPairs(word: string): number[] {
  const pairs: number[] = [];
  let before = EDGE;
  for (let at = 0; at <= word.length; at++) {
    const here = at < word.length ? word.charCodeAt(at) : EDGE;
    const pair = before * 0x10000 + here;
    if (!pairs.includes(pair)) pairs.push(pair);
    before = here;
  }
  return pairs;
}
