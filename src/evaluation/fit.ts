/** One example for a logistic model: its features, whether it is a right one, and how much it counts. */
export interface Example {
  readonly features: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** What a weight may be: 1 not negative, -1 not positive, 0 anything. */
export type Sign = 1 | -1 | 0;

const STEPS = 3000;
const RATE = 0.8;
const MOMENTUM = 0.9;

/**
 * Fits a logistic model by gradient descent with momentum; after each step a weight of the wrong sign is set to zero.
 * `ridge` pulls the weights, not the bias, towards zero, which keeps rare features from running away.
 */
export function fitLogistic(
  examples: readonly Example[],
  signs: readonly Sign[],
  ridge: number,
): Fitted {
  const size = signs.length;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const parameters = new Array<number>(size + 1).fill(0);
  const velocity = new Array<number>(size + 1).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = parameters.map((value, index) => (index < size ? (ridge * value) / total : 0));
    for (const { features, isRight, weight } of examples) {
      let sum = parameters[size] ?? 0;
      for (let index = 0; index < size; index++) {
        sum += (parameters[index] ?? 0) * (features[index] ?? 0);
      }
      const error = ((1 / (1 + Math.exp(-sum)) - Number(isRight)) * weight) / total;
      for (let index = 0; index < size; index++) {
        gradient[index] = (gradient[index] ?? 0) + error * (features[index] ?? 0);
      }
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (const [index, slope] of gradient.entries()) {
      const moved = MOMENTUM * (velocity[index] ?? 0) - RATE * slope;
      const value = (parameters[index] ?? 0) + moved;
      const isAllowed = value * (signs[index] ?? 0) >= 0;
      velocity[index] = isAllowed ? moved : 0;
      parameters[index] = isAllowed ? value : 0;
    }
  }
  return { bias: parameters[size] ?? 0, weights: parameters.slice(0, size) };
}
