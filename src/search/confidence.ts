import type { Interpretation } from "../question/interpret.js";
import type { SearchDocument } from "./documents.js";
import type { Evidence } from "./ranking.js";

/** What speaks for and against a document being the one that is meant. */
export interface Signals {
  /** Share of the question's information that the document knows, 0 to 1; prose counts half. */
  readonly coverage: number;
  /** Words and persons known by name or phrasing; states do not count. */
  readonly strongTerms: number;
  /** Parties and years in the question that the document has nothing to do with; see `contradictionsOf`. */
  readonly contradictions: number;
  /** 0 to 3: the case's year, its proposer, and one who decided, each named in the question; see `agreementsOf`. */
  readonly agreements: number;
  /** How far ahead of the next document, 0 to 1. */
  readonly margin: number;
  readonly shape: Interpretation["shape"];
}

/** Prose mentions much that a case is not about. */
const PROSE_SHARE = 0.5;

export function coverageOf(evidence: readonly Evidence[], information: readonly number[]): number {
  const total = information.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const known = evidence.reduce(
    (sum, { weight, strong }, index) =>
      sum + (information[index] ?? 0) * weight * (strong ? 1 : PROSE_SHARE),
    0,
  );
  return known / total;
}

/** People remember "about 1938": a year next to the case's own counts against it a little, a farther one in full. */
const NEAR_YEARS = 1;
const NEAR_YEAR_COST = 0.4;

/** How much speaks against a document: 1 for each party that the case does not know, and up to 1 for other years. */
export function contradictionsOf(question: Interpretation, document: SearchDocument): number {
  if (document.kind === "premise") return 0;
  const strangers = question.mentions.filter(
    ({ partyIds }) => !partyIds.some((id) => document.partyIds.has(id)),
  );
  return strangers.length + yearCost(question, document);
}

/** One each for a year within the case's own, a proposer named, and one who decided named. */
export function agreementsOf(question: Interpretation, document: SearchDocument): number {
  const names = (ids: ReadonlySet<string>) =>
    question.mentions.some(({ partyIds }) => partyIds.some((id) => ids.has(id)));
  return (
    Number(question.years.length > 0 && yearCost(question, document) === 0) +
    Number(names(document.proposerIds)) +
    Number(names(document.deciderIds))
  );
}

function yearCost({ years }: Interpretation, { years: span }: SearchDocument): number {
  if (span === undefined || years.length === 0) return 0;
  const within = (toleranceYears: number) =>
    years.some(
      ({ from, to }) => from <= span.to + toleranceYears && to >= span.from - toleranceYears,
    );
  if (within(0)) return 0;
  return within(NEAR_YEARS) ? NEAR_YEAR_COST : 1;
}

/**
 * A first weighting by hand; the chance is not calibrated yet. Positive: for the case. Chosen so that a name alone
 * ("litvinof pact") passes, and one shared word with one shared party does not.
 */
const WEIGHTS = {
  bias: -5.4,
  coverage: 5.5,
  strongTerm: 0.9,
  strongTermsMax: 3,
  contradiction: -1.8,
  agreement: 0.8,
  margin: 1,
  shape: { refusal: 0.4, negative: 0.4, name: 0.2, other: -1.2 },
} as const;

/** The chance, 0 to 1, that the document is the one that is meant. */
export function confidenceOf(signals: Signals): number {
  const logit =
    WEIGHTS.bias +
    WEIGHTS.coverage * signals.coverage +
    WEIGHTS.strongTerm * Math.min(signals.strongTerms, WEIGHTS.strongTermsMax) +
    WEIGHTS.contradiction * signals.contradictions +
    WEIGHTS.agreement * signals.agreements +
    WEIGHTS.margin * signals.margin +
    WEIGHTS.shape[signals.shape];
  return 1 / (1 + Math.exp(-logit));
}
