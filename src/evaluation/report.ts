import type { Search } from "../search/search.js";
import type { Judgement } from "./measure.js";
import { type EvaluationQuestion, STYLES } from "./questions.js";

/** A table by style: how many are right, near, wrong, and how many were asked back. */
export function styleTable(judgements: readonly Judgement[]): string[] {
  return [
    "| style | questions | right | within three | wrong answers | choices | beliefs beside |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...STYLES.flatMap((style) => {
      const own = judgements.filter(({ question }) => question.style === style);
      if (own.length === 0) return [];
      const part = (is: (judgement: Judgement) => boolean) =>
        rate(own.filter(is).length, own.length);
      return [
        `| ${style} | ${own.length} | ${part(({ isRight }) => isRight)} | ${part(({ isWithinThree }) => isWithinThree)} | ${part(({ isWrongAnswer }) => isWrongAnswer)} | ${part(({ outcome }) => outcome.kind === "choices")} | ${part(({ outcome }) => outcome.kind === "answer" && outcome.beside !== undefined)} |`,
      ];
    }),
  ];
}

/**
 * What each threshold for a direct answer would give: the share of questions with a case that are answered right
 * (recall@1), and the share of near misses and of off-topic questions that are answered wrongly.
 */
export function abstentionCurve(
  search: Search,
  questions: readonly EvaluationQuestion[],
): string[] {
  const tops = questions
    .filter(({ about, expected }) => !about && expected.kind !== "any")
    .map((question) => ({ question, top: search.find(search.read(question.text))[0] }));
  const rows = [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8].map((threshold) => {
    const wrong = (style: EvaluationQuestion["style"]) => {
      const own = tops.filter(({ question }) => question.style === style);
      const answered = own.filter(({ question: { expected }, top }) => {
        if (!top || top.confidence < threshold) return false;
        return expected.kind === "not" ? top.id === expected.id : true;
      });
      return rate(answered.length, own.length);
    };
    const withCase = tops.filter(({ question }) => question.expected.kind === "case");
    const right = withCase.filter(
      ({ question: { expected }, top }) =>
        expected.kind === "case" && top?.id === expected.id && top.confidence >= threshold,
    );
    return `| ${threshold} | ${rate(right.length, withCase.length)} | ${wrong("near miss")} | ${wrong("off topic")} |`;
  });
  return [
    "| threshold | recall@1 | wrong on near misses | wrong off topic |",
    "| --- | --- | --- | --- |",
    ...rows,
  ];
}

/** A share with three decimals. */
export function rate(count: number, total: number): string {
  return total === 0 ? "-" : (count / total).toFixed(3);
}
