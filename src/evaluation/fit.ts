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

const STEPS = 6000;
const RATE = 0.5;
const MOMENTUM = 0.9;

/**
 * Fits a logistic model by gradient descent with momentum. `ridge` pulls the weights (not the bias) towards zero, which
 * keeps rare features from running away.
 */
export function fitLogistic(examples: readonly Example[], ridge: number): Fitted {
  const size = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const parameters = new Float64Array(size + 1);
  const velocity = new Float64Array(size + 1);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(size + 1);
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
    for (let index = 0; index <= size; index++) {
      const pull = index < size ? (ridge * (parameters[index] ?? 0)) / total : 0;
      velocity[index] = MOMENTUM * (velocity[index] ?? 0) - RATE * ((gradient[index] ?? 0) + pull);
      parameters[index] = (parameters[index] ?? 0) + (velocity[index] ?? 0);
    }
  }
  return { bias: parameters[size] ?? 0, weights: Array.from(parameters.subarray(0, size)) };
}
