import type { KnowledgeBase } from "../knowledge/base.js";
import type { Features } from "../search/features.js";
import { LEAD_MAX, logitOf, type Model } from "../search/model.js";
import { createSearch, type Hit } from "../search/search.js";
import { type Example, fitLogistic, type Sign } from "./fit.js";
import type { EvaluationQuestion } from "./questions.js";

/** Pull towards zero, in questions. */
const RIDGE = 1;
/** Parts into which the cases' own wordings are divided, each left out in turn. */
const FOLDS = 4;

/** What the meaning of each feature lets its weight be. */
const SIGNS: Readonly<Record<keyof Features, Sign>> = {
  coverage: 1,
  unknown: -1,
  strongTerms: 1,
  rarest: 1,
  strongMass: 1,
  missed: -1,
  wording: 1,
  name: 1,
  score: 1,
  yearWithin: 1,
  yearOutside: -1,
  strangeStates: -1,
  strangePersons: -1,
  proposer: 1,
  refuser: 1,
  isPlainFact: -1,
  isPremise: 0,
};

export interface FittedModel {
  readonly relevance: Model;
  readonly decision: { readonly bias: number; readonly logit: number; readonly lead: number };
}

interface Asked {
  /** The id that is right; undefined where nothing is. */
  readonly right: string | undefined;
  readonly hits: readonly Hit[];
}

const KEYS = Object.keys(SIGNS) as (keyof Features)[];

/** Fits the weights, then the decision, on questions with one right document or none. */
export function fitModel(
  base: KnowledgeBase,
  questions: readonly EvaluationQuestion[],
): FittedModel {
  const search = createSearch(base);
  const asked = [
    ...questions.flatMap((question): Asked[] => {
      const { expected } = question;
      if (expected.kind === "any" || expected.kind === "part" || question.about) return [];
      const right =
        expected.kind === "case" || expected.kind === "premise" ? expected.id : undefined;
      return [{ right, hits: search.find(search.read(question.text)) }];
    }),
    ...leftOutWordings(base),
  ];
  const examples = asked.flatMap(({ right, hits }) =>
    hits.map(
      ({ id, features }): Example => ({
        features: KEYS.map((key) => features[key]),
        isRight: id === right,
        // The wrong candidates of a question together count as much as its right one.
        weight: id === right ? 1 : 1 / Math.max(hits.length - 1, 1),
      }),
    ),
  );
  const { bias, weights } = fitLogistic(
    examples,
    KEYS.map((key) => SIGNS[key]),
    RIDGE,
  );
  const relevance: Model = {
    bias,
    weights: Object.fromEntries(
      KEYS.map((key, index) => [key, weights[index] ?? 0]),
    ) as Model["weights"],
  };
  return { relevance, decision: fitDecision(asked, relevance) };
}

/** Each wording of `asked_as` as a question to a base that does not have it. */
function leftOutWordings(base: KnowledgeBase): Asked[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isLeftOut = (index: number) => index % FOLDS === fold;
    const current = base.current.map((entry) => ({
      ...entry,
      asked_as: entry.asked_as.filter((_wording, index) => !isLeftOut(index)),
    }));
    const search = createSearch({ ...base, current });
    return base.current.flatMap(({ id, asked_as: wordings }) =>
      wordings
        .filter((_wording, index) => isLeftOut(index))
        .map((text): Asked => ({ right: id, hits: search.find(search.read(text)) })),
    );
  }).flat();
}

/** Is the first candidate right, or is nothing? */
function fitDecision(asked: readonly Asked[], relevance: Model): FittedModel["decision"] {
  const examples = asked.flatMap(({ right, hits }): Example[] => {
    const judged = hits
      .map((hit) => ({ hit, logit: logitOf(relevance, hit.features) }))
      .sort((a, b) => b.logit - a.logit);
    const [first] = judged;
    if (!first) return [];
    const rival = judged.find(
      ({ hit }) => hit.id !== first.hit.id && !first.hit.related.has(hit.id),
    );
    const lead = rival ? Math.min(first.logit - rival.logit, LEAD_MAX) : LEAD_MAX;
    return [{ features: [first.logit, lead], isRight: first.hit.id === right, weight: 1 }];
  });
  const { bias, weights } = fitLogistic(examples, [1, 1], RIDGE);
  return { bias, logit: weights[0] ?? 0, lead: weights[1] ?? 0 };
}
