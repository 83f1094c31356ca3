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
  /** Whether a name of a party begins with this word. */
  knows(word: Word): boolean;
}

interface Alias {
  readonly stems: readonly string[];
  readonly partyIds: string[];
  /** Set where the alias is an ordinary word in small letters, like "US". */
  readonly written: string | undefined;
}

/** Builds the look-up of all parties of a base, keyed by the first stem of each name. */
export function createGazetteer({ parties }: Pick<KnowledgeBase, "parties">): Gazetteer {
  const byFirstStem = new Map<string, Alias[]>();
  const add = (text: string, partyId: string) => {
    const words = wordsOf(text);
    const stems = words.map(({ stem }) => stem);
    const [first] = words;
    if (!first) return;
    const written = words.length === 1 && STOP_WORDS.has(first.surface) ? first.written : undefined;
    const siblings = byFirstStem.get(first.stem) ?? [];
    const known = siblings.find(
      (alias) => alias.written === written && alias.stems.join(" ") === stems.join(" "),
    );
    if (known) {
      if (!known.partyIds.includes(partyId)) known.partyIds.push(partyId);
    } else {
      siblings.push({ stems, partyIds: [partyId], written });
      siblings.sort((a, b) => b.stems.length - a.stems.length);
      byFirstStem.set(first.stem, siblings);
    }
  };
  for (const [partyId, { name, adjective, aliases }] of Object.entries(parties)) {
    for (const text of [name, ...(adjective ? [adjective] : []), ...aliases]) add(text, partyId);
  }

  return {
    knows: ({ stem }) => byFirstStem.has(stem),
    mentions(words) {
      const found: Mention[] = [];
      for (let start = 0; start < words.length; start++) {
        const word = words[start];
        const alias = word && byFirstStem.get(word.stem)?.find((one) => fits(one, words, start));
        if (!alias) continue;
        const end = start + alias.stems.length;
        found.push({ start, end, partyIds: alias.partyIds });
        start = end - 1;
      }
      return found;
    },
  };
}

function fits(alias: Alias, words: readonly Word[], start: number): boolean {
  if (alias.written !== undefined && words[start]?.written !== alias.written) return false;
  return alias.stems.every((stem, offset) => words[start + offset]?.stem === stem);
}
