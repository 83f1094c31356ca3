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
  bias: -4.977,
  weights: {
    coverage: 0,
    strongTerms: 0.942,
    rarest: 0.003,
    strongMass: 2.139,
    plainMass: 1.771,
    isNamesOnly: -0.156,
    wording: 1.91,
    name: 1.861,
    score: 4.542,
    yearWithin: 1.38,
    yearOutside: -5.06,
    strangeStates: -2.041,
    strangePersons: -2.46,
    proposer: 0.613,
    refuser: 0.33,
    proseRarest: 1.426,
    proseMass: 2.282,
    isPlainFact: -0.375,
    isPremise: -0.327,
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
  bias: -2.699,
  logit: 0.279,
  lead: 0.531,
  weights: {
    coverage: 0,
    strongTerms: 0.234,
    rarest: 0,
    strongMass: 0.221,
    plainMass: 0.27,
    isNamesOnly: -0.322,
    wording: 0,
    name: 0,
    score: 2.33,
    yearWithin: 0,
    yearOutside: -3.606,
    strangeStates: -0.951,
    strangePersons: -1.24,
    proposer: 0.485,
    refuser: 0.084,
    proseRarest: 0,
    proseMass: 0.706,
    isPlainFact: -0.495,
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
