import type { Features } from "./features.js";
import type { Logistic } from "./model.js";

/**
 * What tells a question that states a false belief from one about the case that the belief is about: how much nearer it
 * is to the belief, each from -1 to 1, and whether the one that is said to have refused did so (`refuser`).
 */
export interface PremiseSigns {
  readonly wording: number;
  readonly name: number;
  readonly score: number;
  readonly strongMass: number;
  readonly coverage: number;
  readonly refuser: number;
}

export function premiseSigns(premise: Features, entry: Features): PremiseSigns {
  return {
    wording: premise.wording - entry.wording,
    name: premise.name - entry.name,
    score: premise.score - entry.score,
    strongMass: premise.strongMass - entry.strongMass,
    coverage: premise.coverage - entry.coverage,
    refuser: entry.refuser,
  };
}

export type PremiseModel = Logistic<keyof PremiseSigns>;

/** Fitted with the other models (`npm run -s evaluate -- --fit`). */
export const PREMISE_CHOICE: PremiseModel = {
  bias: -0.229,
  weights: {
    wording: 1.779,
    name: 1.576,
    score: 4.139,
    strongMass: 0.494,
    coverage: 1.817,
    refuser: -0.673,
  },
};
