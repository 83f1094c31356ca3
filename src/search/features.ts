import type { Mention } from "../question/gazetteer.js";
import type { Interpretation } from "../question/interpret.js";
import type { SearchDocument } from "./documents.js";
import type { Evidence } from "./ranking.js";
import { NO_TERM, type TermNumber } from "./terms.js";

/**
 * What speaks for and against a document being the one that is meant, each from 0 to 1 (`refuser` from -1). The model
 * weighs them; `npm run -s evaluate -- --fit` finds the weights.
 */
export interface Features {
  /** Share of the question's information that the document knows; prose counts half. */
  readonly coverage: number;
  /** Telling words and persons known by name or wording: none, one, ... four or more. */
  readonly strongTerms: number;
  /** The rarest word or person known by name or wording, against one that a single document knows. */
  readonly rarest: number;
  /** Information of all words and persons known by name or wording, against four rare ones. */
  readonly strongMass: number;
  /** `rarest` and `strongMass` for words that stand in prose alone. */
  readonly proseRarest: number;
  readonly proseMass: number;
  /** `strongMass` of plain words alone, without names. */
  readonly plainMass: number;
  /** There are plain words, and the document knows none of them by name or wording: the same people, another matter. */
  readonly isNamesOnly: number;
  /** How near the question is to the nearest single wording, as the cosine of their information. */
  readonly wording: number;
  /** How much of the best name stands in the question. */
  readonly name: number;
  /** BM25F score by the question's information. */
  readonly score: number;
  readonly yearWithin: number;
  readonly yearOutside: number;
  /** States and bodies that the document does not know: none, one, two or more. */
  readonly strangeStates: number;
  readonly strangePersons: number;
  readonly proposer: number;
  /** 1 where one that is said to have refused did decide, -1 where none did. */
  readonly refuser: number;
  /** The question asks about what was done, not about what was not: "how did Franco win the civil war". */
  readonly isPlainFact: number;
  readonly isPremise: number;
}

/** A query's term as the features need it. */
export interface WeighedTerm {
  readonly readings: readonly { readonly term: TermNumber; readonly weight: number }[];
  /** Information of the term, already lowered for context and for states. */
  readonly information: number;
  /** Whether it is a word or a person, not a state. */
  readonly isTelling: boolean;
  /** A party stands in a wording or it does not; what its name tells is in its information already. */
  readonly isParty: boolean;
}

/** Prose mentions much that a case is not about. */
const PROSE_SHARE = 0.5;
const STRONG_TERMS_MAX = 4;
const STRANGERS_MAX = 2;
/** A score of this many times the information means that every word stands in the names, more than once. */
const SCORE_MAX = 2.2;
/** People remember "about 1938": a year next to the case's own counts against it a little. */
const NEAR_YEARS = 1;
const NEAR_YEAR_COST = 0.4;

export interface FeatureInput {
  readonly question: Interpretation;
  readonly document: SearchDocument;
  readonly evidence: readonly Evidence[];
  readonly score: number;
  readonly terms: readonly WeighedTerm[];
  /** The terms that were asked for, as `askedTerms` gives them. */
  readonly asked: ReadonlyMap<TermNumber, number>;
  readonly informationOf: (term: TermNumber) => number;
  /** Information of a term that one document alone knows. */
  readonly rarestInformation: number;
  readonly isPerson: (partyId: string) => boolean;
  /** Whether a party speaks for one that refused: itself, the state of a body, a person of a state. */
  readonly isRefuser: (document: SearchDocument, partyId: string) => boolean;
}

export function featuresOf(input: FeatureInput): Features {
  const { question, document, evidence, score, terms, isPerson, isRefuser } = input;
  const total = terms.reduce((sum, { information }) => sum + information, 0) || 1;
  const known = evidence.reduce(
    (sum, { weight, strong }, index) =>
      sum + (terms[index]?.information ?? 0) * weight * (strong ? 1 : PROSE_SHARE),
    0,
  );
  /** Information of each known term of which that holds, against one that a single document knows. */
  const massesWhere = (holds: (one: Evidence, term: WeighedTerm) => boolean) =>
    evidence.flatMap((one, index) => {
      const term = terms[index];
      return term && one.weight > 0 && holds(one, term)
        ? [(one.weight * term.information) / input.rarestInformation]
        : [];
    });
  const strong = massesWhere((one, term) => one.strong && term.isTelling);
  const prose = massesWhere((one, term) => !one.strong && term.isTelling);
  const plainStrong = massesWhere((one, term) => one.strong && !term.isParty);
  const hasPlain = terms.some(({ information, isParty }) => information > 0 && !isParty);
  const isCase = document.kind === "case";
  const strangers = question.mentions.filter(
    ({ partyIds }) => !partyIds.some((id) => document.partyIds.includes(id)),
  );
  const strangePersons = strangers.filter(({ partyIds }) => partyIds.some(isPerson)).length;
  const year = yearCost(question, document);
  const namesOne = (mentions: readonly Mention[], is: (partyId: string) => boolean) =>
    mentions.some(({ partyIds }) => partyIds.some(is));
  const { wording, name } = unitSimilarity(input, total);
  return {
    coverage: known / total,
    strongTerms: Math.min(strong.length, STRONG_TERMS_MAX) / STRONG_TERMS_MAX,
    rarest: Math.min(Math.max(0, ...strong), 1),
    strongMass: Math.min(sumOf(strong) / STRONG_TERMS_MAX, 1),
    proseRarest: Math.min(Math.max(0, ...prose), 1),
    proseMass: Math.min(sumOf(prose) / STRONG_TERMS_MAX, 1),
    plainMass: Math.min(sumOf(plainStrong) / STRONG_TERMS_MAX, 1),
    isNamesOnly: Number(hasPlain && plainStrong.length === 0),
    wording,
    name,
    score: Math.min(score / total / SCORE_MAX, 1),
    yearWithin: Number(question.years.length > 0 && year === 0),
    yearOutside: year,
    strangeStates: Math.min(strangers.length - strangePersons, STRANGERS_MAX) / STRANGERS_MAX,
    strangePersons: Math.min(strangePersons, STRANGERS_MAX) / STRANGERS_MAX,
    proposer: Number(namesOne(question.mentions, (id) => document.proposerIds.includes(id))),
    refuser:
      isCase && question.refusers.length > 0
        ? namesOne(question.refusers, (id) => isRefuser(document, id))
          ? 1
          : -1
        : 0,
    isPlainFact: Number(question.shape === "fact"),
    isPremise: Number(!isCase),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** 0 for a year within the case's own, 1 for one far outside. */
function yearCost({ years }: Interpretation, { years: span }: SearchDocument): number {
  if (span === undefined || years.length === 0) return 0;
  const within = (toleranceYears: number) =>
    years.some(
      ({ from, to }) => from <= span.to + toleranceYears && to >= span.from - toleranceYears,
    );
  if (within(0)) return 0;
  return within(NEAR_YEARS) ? NEAR_YEAR_COST : 1;
}

/** Each term that was asked for, with the weight of its best reading. */
export function askedTerms(terms: readonly WeighedTerm[]): ReadonlyMap<TermNumber, number> {
  const asked = new Map<TermNumber, number>();
  for (const { readings, isParty } of terms) {
    for (const { term, weight } of readings) {
      if (term !== NO_TERM) asked.set(term, Math.max(asked.get(term) ?? 0, isParty ? 1 : weight));
    }
  }
  return asked;
}

/** The nearest wording by cosine, and the name of which most stands in the question. */
function unitSimilarity(
  { document, asked, informationOf }: FeatureInput,
  total: number,
): { wording: number; name: number } {
  let wording = 0;
  let name = 0;
  for (const unit of document.units) {
    let shared = 0;
    let whole = 0;
    for (const term of unit.terms) {
      const information = informationOf(term);
      whole += information;
      shared += information * (asked.get(term) ?? 0);
    }
    if (whole === 0) continue;
    wording = Math.max(wording, shared / Math.sqrt(whole * total));
    if (unit.isName) name = Math.max(name, shared / whole);
  }
  return { wording: Math.min(wording, 1), name: Math.min(name, 1) };
}
