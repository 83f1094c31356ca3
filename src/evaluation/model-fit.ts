import type { Features } from "../search/features.js";
import { DECISION, logitOf, type Model, RELEVANCE } from "../search/model.js";
import type { Search } from "../search/search.js";
import { type Example, fitLogistic } from "./fit.js";
import type { EvaluationQuestion } from "./questions.js";

/** Pull towards zero: about as strong as this many questions. */
const RIDGE = 1.5;

/** The weights of relevance, and how the chance of the first depends on its sum and its lead. */
export interface FittedModel {
  readonly relevance: Model;
  readonly decision: { readonly bias: number; readonly logit: number; readonly lead: number };
}

/** Fits both models on questions with one right document or none; others are passed over. */
export function fitModel(search: Search, questions: readonly EvaluationQuestion[]): FittedModel {
  const keys = Object.keys(RELEVANCE.weights) as (keyof Features)[];
  const asked = questions.flatMap((question) => {
    const { expected } = question;
    if (expected.kind === "any" || expected.kind === "part" || question.about) return [];
    const right = expected.kind === "case" || expected.kind === "premise" ? expected.id : undefined;
    return [{ right, hits: search.find(search.read(question.text)) }];
  });
  const examples = asked.flatMap(({ right, hits }): Example[] =>
    hits.map(({ id, features }) => ({
      features: keys.map((key) => features[key]),
      isRight: id === right,
      // The wrong candidates of a question together count as much as its right one.
      weight: id === right ? 1 : 1 / Math.max(hits.length - 1, 1),
    })),
  );
  const { bias, weights } = fitLogistic(examples, RIDGE);
  const relevance: Model = {
    bias,
    weights: Object.fromEntries(
      keys.map((key, index) => [key, weights[index] ?? 0]),
    ) as Model["weights"],
  };
  const decisions = asked.flatMap(({ right, hits }): Example[] => {
    const sums = hits
      .map(({ id, features }) => ({ id, logit: logitOf(relevance, features) }))
      .sort((a, b) => b.logit - a.logit);
    const [first, second] = sums;
    if (!first) return [];
    const lead = Math.min(second ? first.logit - second.logit : DECISION.leadMax, DECISION.leadMax);
    return [{ features: [first.logit, lead], isRight: first.id === right, weight: 1 }];
  });
  const decision = fitLogistic(decisions, RIDGE);
  return {
    relevance,
    decision: {
      bias: decision.bias,
      logit: decision.weights[0] ?? 0,
      lead: decision.weights[1] ?? 0,
    },
  };
}
