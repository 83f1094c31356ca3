import type { Gazetteer } from "../question/gazetteer.js";
import { isTelling, type Word, wordsOf } from "../question/words.js";

/** A word or a party as the index knows it. A party's term starts with a sign that no word has. */
export type Term = string;

export function partyTerm(partyId: string): Term {
  return `@${partyId}`;
}

export interface TermsOfText {
  readonly terms: readonly Term[];
  /** The words behind the terms, for the vocabulary against which slips are matched. */
  readonly words: readonly Word[];
}

/**
 * The terms of an indexed text: stems, with the names of parties replaced by the parties.
 *
 * @param isParty - where a name is shared, only parties of the case count
 */
export function termsOf(
  text: string,
  gazetteer: Gazetteer,
  isParty: (partyId: string) => boolean,
): TermsOfText {
  const words = wordsOf(text);
  const terms: Term[] = [];
  const kept: Word[] = [];
  const mentions = gazetteer.mentions(words);
  let next = 0;
  for (let index = 0; index < words.length; index++) {
    const mention = mentions[next];
    if (mention?.start === index) {
      const own = mention.partyIds.filter(isParty);
      terms.push(...(own.length > 0 ? own : mention.partyIds).map(partyTerm));
      index = mention.end - 1;
      next++;
      continue;
    }
    const word = words[index];
    if (!word || !isTelling(word)) continue;
    terms.push(word.stem);
    kept.push(word);
  }
  return { terms, words: kept };
}
