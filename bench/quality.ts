import { ANSWER_AT } from "../src/answer/ask.js";
import { type EvaluationQuestion, halfOf } from "../src/evaluation/questions.js";
import { rate } from "../src/evaluation/report.js";
import { mistyped } from "../src/evaluation/slips.js";
import type { Search } from "../src/search/search.js";
import type { Analysis } from "./peers/analysis.js";
import type { Peer, PeerQuery, Scored } from "./peers/peer.js";

/** What an engine says to a question: its first document, and how sure it is by some measure. */
interface Told {
  readonly question: EvaluationQuestion;
  readonly id: string | undefined;
  readonly confidence: number;
}

/** How sure an engine is, read from its scores; the best measure for each is found on the development half. */
const MEASURES: Readonly<Record<string, (hits: readonly Scored[], query: PeerQuery) => number>> = {
  score: ([first]) => first?.score ?? 0,
  "score by word": ([first], { terms }) => (first?.score ?? 0) / Math.max(terms.length, 1),
  lead: ([first, second]) => (first?.score ?? 0) / (second?.score || 1),
};

/** One row: an engine, at one number of typing errors. */
export interface QualityRow {
  readonly engine: string;
  readonly slips: number;
  /** Share of the questions with a case whose case is first, whatever the score. */
  readonly first: string;
  /** Share of them answered with their case, at the threshold. */
  readonly recall: string;
  /** Share of near misses and off-topic questions that are answered. */
  readonly wrong: string;
  /**
   * Recall where settings, measure and threshold are the best for the reported half itself, at most as often wrong there
   * as ours: more than anybody could know beforehand.
   */
  readonly recallInHindsight: string;
}

/** How often ours is wrong on each half: what a peer may be too. */
export interface WrongCounts {
  readonly development: number;
  readonly reported: number;
}

/** Those with one right case, and those with none: what both kinds of engine can be asked. */
export function comparable(questions: readonly EvaluationQuestion[]): EvaluationQuestion[] {
  return questions.filter(
    ({ about, style }) => !about && ["direct", "long", "near miss", "off topic"].includes(style),
  );
}

/** Ours, at the threshold that the bot uses. */
export function measureOurs(
  search: Search,
  asked: readonly EvaluationQuestion[],
  slips: number,
): { row: QualityRow; wrong: WrongCounts } {
  const tell = (question: EvaluationQuestion): Told => {
    const [top] = search.find(search.read(question.text));
    return { question, id: top?.id, confidence: top?.confidence ?? 0 };
  };
  const { development, reported } = halves(asked, slips);
  const told = reported.map(tell);
  return {
    row: rowOf("ours", slips, told, ANSWER_AT, rightCount(told, ANSWER_AT)),
    wrong: {
      development: wrongCount(development.map(tell), ANSWER_AT),
      reported: wrongCount(told, ANSWER_AT),
    },
  };
}

/**
 * A peer, with the settings, the measure and the threshold that serve it best on the development half while it is wrong
 * there no more often than ours.
 *
 * @param built - the same engine with each setting to try
 */
export function measurePeer(
  built: readonly Peer[],
  analysis: Analysis,
  asked: readonly EvaluationQuestion[],
  slips: number,
  wrongMax: WrongCounts,
): QualityRow | undefined {
  const { development, reported } = halves(asked, slips);
  const tellers = built.flatMap((peer) => {
    const hitsOf = memoised((question: EvaluationQuestion) => {
      const query = analysis.query(question.text);
      return { query, hits: peer.search(query) };
    });
    return Object.values(MEASURES).map((measure) => (question: EvaluationQuestion): Told => {
      const { query, hits } = hitsOf(question);
      return { question, id: hits[0]?.id, confidence: measure(hits, query) };
    });
  });
  const [best] = tellers
    .map((tell) => {
      const told = development.map(tell);
      const threshold = lowestThreshold(told, wrongMax.development);
      return { tell, threshold, recall: rightCount(told, threshold) };
    })
    .sort((a, b) => b.recall - a.recall);
  const inHindsight = Math.max(
    ...tellers.map((tell) => {
      const told = reported.map(tell);
      return rightCount(told, lowestThreshold(told, wrongMax.reported));
    }),
  );
  const [first] = built;
  if (!best || !first) return undefined;
  return rowOf(first.name, slips, reported.map(best.tell), best.threshold, inHindsight);
}

/** Halves by the question as written, so that its mistyped forms stay on its side. */
function halves(asked: readonly EvaluationQuestion[], slips: number) {
  const texts = mistyped(asked, slips);
  const of = (half: string) =>
    texts.filter((_question, index) => {
      const written = asked[index];
      return written !== undefined && halfOf(written) === half;
    });
  return { development: of("development"), reported: of("reported") };
}

/** The threshold at which an engine answers as much as it can and is wrong at most so often. */
function lowestThreshold(told: readonly Told[], wrongMax: number): number {
  const confidences = [...new Set(told.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  return (
    confidences.find((threshold) => wrongCount(told, threshold) <= wrongMax) ??
    Number.POSITIVE_INFINITY
  );
}

function rowOf(
  engine: string,
  slips: number,
  told: readonly Told[],
  threshold: number,
  rightInHindsight: number,
): QualityRow {
  const withCase = told.filter(({ question }) => question.expected.kind === "case");
  const without = told.length - withCase.length;
  return {
    engine,
    slips,
    first: rate(rightCount(told, Number.NEGATIVE_INFINITY), withCase.length),
    recall: rate(rightCount(told, threshold), withCase.length),
    wrong: rate(wrongCount(told, threshold), without),
    recallInHindsight: rate(rightInHindsight, withCase.length),
  };
}

function rightCount(told: readonly Told[], threshold: number): number {
  return told.filter(
    ({ question: { expected }, id, confidence }) =>
      expected.kind === "case" && expected.id === id && confidence >= threshold,
  ).length;
}

/** Wrong answers to questions that have none: any at all, or for a near miss of a case that case. */
function wrongCount(told: readonly Told[], threshold: number): number {
  return told.filter(({ question: { expected }, id, confidence }) => {
    if (id === undefined || confidence < threshold || expected.kind === "case") return false;
    return expected.kind === "not" ? id === expected.id : true;
  }).length;
}

function memoised<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
