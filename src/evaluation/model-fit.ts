import type { KnowledgeBase } from "../knowledge/base.js";
import type { Features } from "../search/features.js";
import {
  boundedLead,
  type Decision,
  LEAD_MAX,
  type Logistic,
  logitOf,
  type Model,
} from "../search/model.js";
import {
  PREMISE_CHOICE,
  type PremiseModel,
  type PremiseSigns,
  premiseSigns,
} from "../search/premise-choice.js";
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
  strongTerms: 1,
  rarest: 1,
  strongMass: 1,
  plainMass: 1,
  isNamesOnly: -1,
  wording: 1,
  name: 1,
  score: 1,
  yearWithin: 1,
  yearOutside: -1,
  strangeStates: -1,
  strangePersons: -1,
  proposer: 1,
  refuser: 1,
  proseRarest: 1,
  proseMass: 1,
  isPlainFact: -1,
  isPremise: -1,
};

export interface FittedModel {
  readonly relevance: Model;
  readonly decision: Decision;
  readonly premiseChoice: PremiseModel;
}

interface Asked {
  /** The id that is right; undefined where nothing is. */
  readonly right: string | undefined;
  readonly hits: readonly Hit[];
  /** How much it counts. */
  readonly weight: number;
}

/** A question about a case that was taken out may rightly be answered by a neighbour; so it counts less. */
const LEFT_OUT_WEIGHT = 0.5;

const SIGN_KEYS = Object.keys(PREMISE_CHOICE.weights) as (keyof PremiseSigns)[];
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
      return [{ right, hits: search.find(search.read(question.text)), weight: 1 }];
    }),
    ...leftOutWordings(base),
    ...leftOutCases(base, questions),
  ];
  const examples = asked.flatMap(({ right, hits, weight }) =>
    hits
      // What is on the same matter is neither right nor wrong: another model chooses there.
      .filter(({ id, related }) => id === right || !isOnMatter(right, id, related))
      .map(
        ({ id, features }): Example => ({
          features: KEYS.map((key) => features[key]),
          isRight: id === right,
          // The wrong candidates of a question together count as much as its right one.
          weight: weight * (id === right ? 1 : 1 / Math.max(hits.length - 1, 1)),
        }),
      ),
  );
  const { bias, weights } = fitLogistic(
    examples,
    KEYS.map((key) => SIGNS[key]),
    RIDGE,
  );
  const relevance: Model = { bias, weights: named(KEYS, weights) };
  return {
    relevance,
    decision: fitDecision(asked, relevance),
    premiseChoice: fitPremiseChoice(base, asked),
  };
}

/** Each wording of a case or a belief as a question to a base that does not have it. */
function leftOutWordings(base: KnowledgeBase): Asked[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isLeftOut = (index: number) => index % FOLDS === fold;
    const kept = (wordings: readonly string[]) => wordings.filter((_one, at) => !isLeftOut(at));
    const search = createSearch({
      ...base,
      current: base.current.map((entry) => ({ ...entry, asked_as: kept(entry.asked_as) })),
      premises: base.premises.map((one) => ({ ...one, questions: kept(one.questions) })),
    });
    const documents = [
      ...base.current.map(({ id, asked_as }) => ({ id, wordings: asked_as })),
      ...base.premises.map(({ id, questions }) => ({ id, wordings: questions })),
    ];
    return documents.flatMap(({ id, wordings }) =>
      wordings
        .filter((_one, at) => isLeftOut(at))
        .map((text): Asked => ({ right: id, hits: search.find(search.read(text)), weight: 1 })),
    );
  }).flat();
}

/** Each case's questions to a base that has neither the case nor the beliefs about it: nothing is right there. */
function leftOutCases(base: KnowledgeBase, questions: readonly EvaluationQuestion[]): Asked[] {
  return base.current.flatMap((entry) => {
    const search = createSearch({
      ...base,
      current: base.current.filter(({ id }) => id !== entry.id),
      premises: base.premises.filter(({ related }) => !related.includes(entry.id)),
    });
    const texts = questions
      .filter(({ expected }) => expected.kind === "case" && expected.id === entry.id)
      .map(({ text }) => text);
    return [...entry.asked_as, ...texts].map(
      (text): Asked => ({
        right: undefined,
        hits: search.find(search.read(text)),
        weight: LEFT_OUT_WEIGHT,
      }),
    );
  });
}

/** Is the first candidate right, or is nothing? */
function fitDecision(asked: readonly Asked[], relevance: Model): Decision {
  const examples = asked.flatMap(({ right, hits, weight }): Example[] => {
    const judged = hits
      .map((hit) => ({ hit, logit: logitOf(relevance, hit.features) }))
      .sort((a, b) => b.logit - a.logit);
    const [first] = judged;
    if (!first) return [];
    const { hit, logit } = first;
    const rival = judged.find((other) => other.hit.id !== hit.id && !hit.related.has(other.hit.id));
    const lead = boundedLead(rival ? logit - rival.logit : LEAD_MAX);
    const features = [...KEYS.map((key) => hit.features[key]), logit, lead];
    return [{ features, isRight: isOnMatter(right, hit.id, hit.related), weight }];
  });
  const fitted = fitLogistic(examples, [...KEYS.map((key) => SIGNS[key]), 1, 1], RIDGE);
  const [logit = 0, lead = 0] = fitted.weights.slice(KEYS.length);
  return { bias: fitted.bias, weights: named(KEYS, fitted.weights), logit, lead };
}

/** A case and the beliefs about it are one matter; which of them is meant is another model's question. */
function isOnMatter(right: string | undefined, id: string, related: ReadonlySet<string>): boolean {
  return right !== undefined && (id === right || related.has(right));
}

/** Where a belief and its case are both found and one of them is right: which? */
function fitPremiseChoice(base: KnowledgeBase, asked: readonly Asked[]): PremiseModel {
  const isCase = (id: string) => base.findCase(id) !== undefined;
  const examples = asked.flatMap(({ right, hits, weight }): Example[] => {
    if (right === undefined) return [];
    const premise = hits.find(
      ({ id, kind, related }) => kind === "premise" && (id === right || related.has(right)),
    );
    const entry = hits.find(({ id }) => isCase(id) && (premise?.related.has(id) ?? false));
    if (!premise || !entry) return [];
    const signs = premiseSigns(premise.features, entry.features);
    return [{ features: SIGN_KEYS.map((key) => signs[key]), isRight: !isCase(right), weight }];
  });
  const { bias, weights } = fitLogistic(
    examples,
    SIGN_KEYS.map((key) => (key === "refuser" ? -1 : 1)),
    RIDGE,
  );
  return { bias, weights: named(SIGN_KEYS, weights) };
}

function named<Sign extends string>(
  keys: readonly Sign[],
  weights: readonly number[],
): Logistic<Sign>["weights"] {
  return Object.fromEntries(keys.map((key, index) => [key, weights[index] ?? 0])) as Record<
    Sign,
    number
  >;
}
