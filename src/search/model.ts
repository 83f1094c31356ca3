import type { Features } from "./features.js";

/** A logistic model: the chance is 1 / (1 + e^-(bias + sum of weight x sign)). */
export interface Logistic<Sign extends string> {
  readonly bias: number;
  readonly weights: Readonly<Record<Sign, number>>;
}

export type Model = Logistic<keyof Features>;

/**
 * Weights of the features, fitted on the development half of the evaluation's questions and on the wordings of cases and
 * beliefs, each left out of the index in turn, and each case too (`npm run -s evaluate -- --fit`). Each keeps the sign
 * that its meaning gives it: left free, some turned to fit chance. Positive speaks for the document. Where a weight is 0
 * the fit found no use for the feature beside the others.
 */
export const RELEVANCE: Model = {
  bias: -5.082,
  weights: {
    coverage: 0,
    strongTerms: 0.991,
    rarest: 0.023,
    strongMass: 2.342,
    plainMass: 1.599,
    isNamesOnly: -0.155,
    wording: 1.885,
    name: 2.006,
    score: 4.609,
    yearWithin: 1.427,
    yearOutside: -5.1,
    strangeStates: -2.086,
    strangePersons: -2.386,
    proposer: 0.612,
    refuser: 0.317,
    proseRarest: 1.51,
    proseMass: 2.216,
    isPlainFact: -0.469,
    isPremise: -0.377,
  },
};

/** The model's sum: 0 is an even chance; each unit multiplies the odds by e. */
export function logitOf<Sign extends string>(
  { bias, weights }: Logistic<Sign>,
  signs: Readonly<Record<Sign, number>>,
): number {
  return (Object.keys(weights) as Sign[]).reduce(
    (sum, key) => sum + weights[key] * signs[key],
    bias,
  );
}

export function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** A lead over the next rival beyond this says no more. */
export const LEAD_MAX = 4;

/**
 * The chance of the first candidate from its sum, its lead over the next rival and its features once more: what tells
 * candidates from each other is not all that tells whether any is meant. A close second makes a direct answer a guess.
 * Fitted with the weights.
 */
export interface Decision extends Model {
  readonly logit: number;
  readonly lead: number;
}

export const DECISION: Decision = {
  bias: -2.829,
  logit: 0.261,
  lead: 0.547,
  weights: {
    coverage: 0,
    strongTerms: 0.275,
    rarest: 0,
    strongMass: 0.319,
    plainMass: 0.298,
    isNamesOnly: -0.42,
    wording: 0,
    name: 0.056,
    score: 2.37,
    yearWithin: 0,
    yearOutside: -3.683,
    strangeStates: -0.9,
    strangePersons: -1.247,
    proposer: 0.523,
    refuser: 0.13,
    proseRarest: 0,
    proseMass: 0.721,
    isPlainFact: -0.58,
    isPremise: 0,
  },
};

/** @param rivalLogit - of the best candidate on another matter; undefined where there is none */
export function decisionLogit(
  decision: Decision,
  logit: number,
  rivalLogit: number | undefined,
  features: Features,
): number {
  const lead = rivalLogit === undefined ? LEAD_MAX : logit - rivalLogit;
  return logitOf(decision, features) + decision.logit * logit + decision.lead * boundedLead(lead);
}

export function boundedLead(lead: number): number {
  return Math.max(-LEAD_MAX, Math.min(lead, LEAD_MAX));
}
