import type { Gazetteer } from "../question/gazetteer.js";
import { isTelling, type Word } from "../question/words.js";
import { createWordTable } from "./word-table.js";

/** A word or a party as the index knows it. A party's term starts with a sign that no word has. */
export type Term = string;

/** Terms are numbered as they come up: postings and wordings of numbers are small and quick to compare. */
export type TermNumber = number;

/** Stands for a term that no document has. */
export const NO_TERM: TermNumber = -1;

export function partyTerm(partyId: string): Term {
  return `@${partyId}`;
}

/** Reads the texts of a base into terms. Lives while the index is built. */
export interface TermReader {
  /**
   * Appends the terms of an indexed text: stems, with the names of parties replaced by the parties.
   *
   * @param isParty - where a name is shared, only parties of the case count
   */
  read(text: string, isParty: (partyId: string) => boolean, terms: TermNumber[]): void;
  /** The words of a text, each made once for the whole base. */
  words(text: string): readonly Word[];
  numberOfParty(partyId: string): TermNumber;
  /** All terms that have come up, by number. */
  readonly numbers: ReadonlyMap<Term, TermNumber>;
  /** The written words behind the terms, for the vocabulary against which slips are matched. */
  readonly surfaces: ReadonlyMap<string, Term>;
}

export function createTermReader(gazetteer: Gazetteer): TermReader {
  const table = createWordTable();
  const numbers = new Map<Term, TermNumber>();
  const partyNumbers = new Map<string, TermNumber>();
  const surfaces = new Map<string, Term>();
  /** By the number of a written word: its term, or `NO_TERM` where it tells nothing. */
  const termOfWord: TermNumber[] = [];
  const beginsName: boolean[] = [];
  const isKept: boolean[] = [];

  const numberOf = (term: Term): TermNumber => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  const numberOfParty = (partyId: string): TermNumber => {
    const number = partyNumbers.get(partyId) ?? numberOf(partyTerm(partyId));
    partyNumbers.set(partyId, number);
    return number;
  };
  /** Looks at each written word once, when it first comes up. */
  const learnNewWords = () => {
    for (const word of table.words.slice(termOfWord.length)) {
      termOfWord.push(isTelling(word) ? numberOf(word.stem) : NO_TERM);
      beginsName.push(gazetteer.knows(word));
      isKept.push(false);
    }
  };
  const wordAt = (written: number): Word => {
    const word = table.words[written];
    if (!word) throw new RangeError(`no word has the number ${written}`);
    return word;
  };
  const keep = (written: number) => {
    isKept[written] = true;
    const { surface, stem } = wordAt(written);
    surfaces.set(surface, stem);
  };

  return {
    numbers,
    surfaces,
    numberOfParty,
    words: (text) => table.read(text).map(wordAt),
    read(text, isParty, terms) {
      const read = table.read(text);
      if (table.words.length > termOfWord.length) learnNewWords();
      for (let at = 0; at < read.length; at++) {
        const written = read[at] ?? 0;
        if (beginsName[written]) {
          const ahead = read.slice(at, at + gazetteer.longestName).map(wordAt);
          const mention = gazetteer.mentionAt(ahead, 0);
          if (mention) {
            const { partyIds, end } = mention;
            const own = partyIds.length > 1 ? partyIds.filter(isParty) : partyIds;
            for (const id of own.length > 0 ? own : partyIds) terms.push(numberOfParty(id));
            at += end - 1;
            continue;
          }
        }
        const term = termOfWord[written] ?? NO_TERM;
        if (term === NO_TERM) continue;
        terms.push(term);
        if (!isKept[written]) keep(written);
      }
    },
  };
}
