import type { Interpretation } from "../question/interpret.js";
import type { Rarity } from "../question/rarity.js";
import type { Word } from "../question/words.js";
import type { WeighedTerm } from "./features.js";
import type { Index } from "./ranking.js";
import { NO_TERM, partyTerm, type Term, type TermNumber } from "./terms.js";
import type { Reading, Vocabulary } from "./vocabulary.js";

/** States and bodies take part in many cases: their names tell less than words and persons do. */
const STATE_WEIGHT = 0.5;
/** Words outside the sentence that asks are context: they count less. */
const CONTEXT_WEIGHT = 0.4;
/** Unknown words that are mended in one question, so that hostile input stays cheap; a long post has a dozen. */
export const MENDED_MAX = 16;

export interface WeighingParts {
  readonly index: Index;
  readonly numbers: ReadonlyMap<Term, TermNumber>;
  readonly vocabulary: Vocabulary;
  readonly isPerson: (partyId: string) => boolean;
  readonly rarity: Rarity;
}

/** Makes what gives each word and each party of a question its readings in the index, and its information. */
export function createWeighing({
  index,
  numbers,
  vocabulary,
  isPerson,
  rarity,
}: WeighingParts): (question: Interpretation) => WeighedTerm[] {
  const numberOf = (term: Term) => numbers.get(term) ?? NO_TERM;

  const weighWord = (word: Word, known: readonly Reading[], isContext: boolean): WeighedTerm => {
    const scale = isContext ? CONTEXT_WEIGHT : 1;
    const readings = known.map(({ term, weight }) => ({
      term: numberOf(term),
      weight: weight * scale,
    }));
    const information =
      readings.length > 0
        ? Math.min(...readings.map(({ term }) => index.idf(term)))
        : index.unknownIdf * rarity(word.stem);
    return {
      readings,
      // Context can help a case, but what it does not know is not held against it.
      information: isContext ? 0 : information,
      isTelling: true,
      isParty: false,
    };
  };
  const weighParty = (partyIds: readonly string[]): WeighedTerm => {
    const isTelling = partyIds.some(isPerson);
    const weight = isTelling ? 1 : STATE_WEIGHT;
    const terms = partyIds.map((id) => numberOf(partyTerm(id)));
    return {
      readings: terms.map((term) => ({ term, weight })),
      information: Math.min(...terms.map(index.idf)) * weight,
      isTelling,
      isParty: true,
    };
  };

  return ({ content, focus, mentions }) => {
    const focused = new Set(focus.map(({ stem }) => stem));
    let mended = 0;
    return [
      ...content.map((word) => {
        if (vocabulary.mayBeMistyped(word)) mended++;
        const readings = mended <= MENDED_MAX ? vocabulary.readings(word) : [];
        return weighWord(word, readings, !focused.has(word.stem));
      }),
      ...distinctParties(mentions).map(weighParty),
    ];
  };
}

/** Whom a question names twice it names once. */
function distinctParties(mentions: Interpretation["mentions"]): (readonly string[])[] {
  const byIds = new Map(mentions.map(({ partyIds }) => [partyIds.join(" "), partyIds]));
  return [...byIds.values()];
}

/** By term: how much it tells by itself; all of it for a party. */
export function raritiesByTerm(
  numbers: ReadonlyMap<Term, TermNumber>,
  rarity: Rarity,
): Float64Array {
  const rarities = new Float64Array(numbers.size);
  for (const [term, number] of numbers) rarities[number] = rarity(term);
  return rarities;
}

/** By term: its information, halved for states and bodies. */
export function informationByTerm(
  numbers: ReadonlyMap<Term, TermNumber>,
  index: Index,
  isPerson: (partyId: string) => boolean,
): Float64Array {
  const information = new Float64Array(numbers.size);
  for (const [term, number] of numbers) {
    const isState = term.startsWith("@") && !isPerson(term.slice(1));
    information[number] = index.idf(number) * (isState ? STATE_WEIGHT : 1);
  }
  return information;
}
