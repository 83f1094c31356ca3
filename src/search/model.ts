import type { Features } from "./features.js";

/** A logistic model: the chance is 1 / (1 + e^-(bias + sum of weight x feature)). */
export interface Model {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Features, number>>;
}

/**
 * Weights of the features, fitted on the development half of the evaluation's questions
 * (`npm run -s evaluate -- --fit`). Positive speaks for the document.
 */
export const RELEVANCE: Model = {
  bias: -5,
  weights: {
    coverage: 3,
    unknown: -1,
    strongTerms: 2.5,
    wording: 4,
    name: 1.5,
    score: 1,
    yearWithin: 0.8,
    yearOutside: -3,
    strangeStates: -2,
    strangePersons: -3,
    proposer: 0.6,
    refuser: 0.6,
    isQuestionOnly: -1,
    isPremise: -0.5,
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

/**
 * How the chance of the first depends on its own sum and on its lead over the second: a close second makes a direct
 * answer a guess.
 */
export const DECISION = { bias: 0, logit: 1, lead: 0.3, leadMax: 4 } as const;
