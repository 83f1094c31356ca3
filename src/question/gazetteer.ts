import type { KnowledgeBase } from "../knowledge/base.js";
import { STOP_WORDS, type Word, wordsOf } from "./words.js";

/** A party named in a text: the words `start` to `end` (exclusive), and whom they can mean. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** More than one where a name is shared, like "Chamberlain". */
  readonly partyIds: readonly string[];
}

/** Finds parties by their names, adjectives and aliases. */
export interface Gazetteer {
  /** Left to right, longest name first, without overlap. */
  mentions(words: readonly Word[]): Mention[];
  /** The longest name that begins with the word at `start`. */
  mentionAt(words: readonly Word[], start: number): Mention | undefined;
  /** Whether a name of a party begins with this word. */
  knows(word: Pick<Word, "stem">): boolean;
  /** Whether a word stands anywhere in a name of a party: "Buren" in "Van Buren" was not mistyped. */
  hasWord(word: Pick<Word, "stem">): boolean;
  /** Number of words of the longest name. */
  readonly longestName: number;
}

interface Alias {
  readonly partyIds: string[];
  /** Set where the alias is an ordinary word in small letters, like "US". */
  readonly written: string | undefined;
}

/** Names of one first stem; hundreds of persons may share "John". */
interface Namesakes {
  /** Numbers of words that their names have, longest first. */
  readonly lengths: number[];
  readonly byStems: Map<string, Alias[]>;
}

/** Builds the look-up of all parties of a base, keyed by the first stem of each name, then by all of its stems. */
export function createGazetteer({ parties }: Pick<KnowledgeBase, "parties">): Gazetteer {
  const byFirstStem = new Map<string, Namesakes>();
  const allStems = new Set<string>();
  let longestName = 0;
  const add = (text: string, partyId: string) => {
    const words = wordsOf(text);
    const stems = words.map(({ stem }) => stem);
    for (const stem of stems) allStems.add(stem);
    const [first] = words;
    if (!first) return;
    const written = words.length === 1 && STOP_WORDS.has(first.surface) ? first.written : undefined;
    const namesakes: Namesakes = byFirstStem.get(first.stem) ?? {
      lengths: [],
      byStems: new Map(),
    };
    byFirstStem.set(first.stem, namesakes);
    if (!namesakes.lengths.includes(stems.length)) {
      namesakes.lengths.push(stems.length);
      namesakes.lengths.sort((a, b) => b - a);
    }
    longestName = Math.max(longestName, stems.length);
    const key = stems.join(" ");
    const aliases = namesakes.byStems.get(key) ?? [];
    namesakes.byStems.set(key, aliases);
    const known = aliases.find((alias) => alias.written === written);
    if (!known) aliases.push({ partyIds: [partyId], written });
    else if (!known.partyIds.includes(partyId)) known.partyIds.push(partyId);
  };
  for (const [partyId, { name, adjective, aliases }] of Object.entries(parties)) {
    for (const text of [name, ...(adjective ? [adjective] : []), ...aliases]) add(text, partyId);
  }

  const mentionAt = (words: readonly Word[], start: number): Mention | undefined => {
    const word = words[start];
    const namesakes = word && byFirstStem.get(word.stem);
    for (const length of namesakes?.lengths ?? []) {
      const key = stemsFrom(words, start, length);
      const alias = namesakes?.byStems
        .get(key)
        ?.find(({ written }) => written === undefined || written === word?.written);
      if (alias) return { start, end: start + length, partyIds: alias.partyIds };
    }
    return undefined;
  };

  return {
    knows: ({ stem }) => byFirstStem.has(stem),
    hasWord: ({ stem }) => allStems.has(stem),
    longestName,
    mentionAt,
    mentions(words) {
      const found: Mention[] = [];
      for (let start = 0; start < words.length; start++) {
        const mention = mentionAt(words, start);
        if (!mention) continue;
        found.push(mention);
        start = mention.end - 1;
      }
      return found;
    },
  };
}

function stemsFrom(words: readonly Word[], start: number, length: number): string {
  let key = words[start]?.stem ?? "";
  for (let offset = 1; offset < length; offset++) key += ` ${words[start + offset]?.stem ?? ""}`;
  return key;
}
