import type { Features } from "./features.js";

/** A logistic model: the chance is 1 / (1 + e^-(bias + sum of weight x feature)). */
export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Features, number>>;
}

/**
 * Weights of the features, fitted on the development half of the evaluation's questions and on the cases' own wordings,
 * each left out of the index in turn (`npm run -s evaluate -- --fit`). Each keeps the sign that its meaning gives it:
 * left free, some turned to fit chance. Positive speaks for the document.
 */
export const RELEVANCE: Model = {
  bias: -5.107,
  weights: {
    coverage: 0,
    unknown: 0,
    strongTerms: 1.637,
    rarest: 0,
    strongMass: 1.198,
    wording: 3.366,
    name: 1.654,
    score: 3.257,
    yearWithin: 0.422,
    yearOutside: -2.672,
    strangeStates: -1.597,
    strangePersons: -2,
    proposer: 0.616,
    refuser: 0.432,
    proseRarest: 1.773,
    proseMass: 1.812,
    isPlainFact: -0.223,
    isPremise: -0.124,
  },
};

/** The model's sum: 0 is an even chance; each unit multiplies the odds by e. */
export function logitOf({ bias, weights }: Model, features: Features): number {
  return (Object.keys(weights) as (keyof Features)[]).reduce(
    (sum, key) => sum + weights[key] * features[key],
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
  bias: -3.244,
  logit: 0.274,
  lead: 0.593,
  weights: {
    coverage: 0,
    unknown: 0,
    strongTerms: 0.063,
    rarest: 0.321,
    strongMass: 0,
    wording: 0,
    name: 0,
    score: 2.201,
    yearWithin: 0,
    yearOutside: -2.21,
    strangeStates: -0.293,
    strangePersons: -0.987,
    proposer: 0.469,
    refuser: 0,
    proseRarest: 0,
    proseMass: 1.13,
    isPlainFact: -0.109,
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
