import type { Asker } from "../answer/ask.js";
import type { Outcome } from "../answer/outcome.js";
import type { EvaluationQuestion, Expected } from "./questions.js";

/** How an outcome fares against what was expected. */
export interface Judgement {
  readonly question: EvaluationQuestion;
  readonly outcome: Outcome;
  /** A direct and right answer; for what has none, an honest no; for an ambiguous one, a right choice among others. */
  readonly isRight: boolean;
  /** A direct answer with something else than what was meant. */
  readonly isWrongAnswer: boolean;
  /** The right one is answered, or among the choices or nearest titles. */
  readonly isWithinThree: boolean;
}

export function judge(asker: Asker, question: EvaluationQuestion): Judgement {
  const outcome = asker.ask({ question: question.text, about: question.about, exact: false });
  const answered = answeredId(outcome);
  const offered = offeredIds(outcome);
  return { question, outcome, ...verdict(question.expected, outcome, answered, offered) };
}

function verdict(
  expected: Expected,
  outcome: Outcome,
  answered: string | undefined,
  offered: readonly string[],
): Pick<Judgement, "isRight" | "isWrongAnswer" | "isWithinThree"> {
  switch (expected.kind) {
    case "premise": {
      // Put right by itself, or beside the case that it is about.
      const beside = outcome.kind === "answer" ? outcome.beside?.id : undefined;
      const isRight = answered === expected.id || beside === expected.id;
      return { isRight, isWrongAnswer: answered !== undefined && !isRight, isWithinThree: isRight };
    }
    case "case": {
      const isRight = answered === expected.id;
      const isWithinThree = isRight || offered.slice(0, 3).includes(expected.id);
      return { isRight, isWrongAnswer: answered !== undefined && !isRight, isWithinThree };
    }
    case "not":
      return {
        // Another case may rightly answer what this one must not.
        isRight: answered !== expected.id,
        isWrongAnswer: answered === expected.id,
        isWithinThree: answered !== expected.id,
      };
    case "nothing":
      return {
        isRight: answered === undefined,
        isWrongAnswer: answered !== undefined,
        isWithinThree: answered === undefined,
      };
    case "any": {
      const isOffered = offered.some((id) => expected.ids.includes(id));
      const isAnswered = answered !== undefined && expected.ids.includes(answered);
      return {
        isRight: isOffered || isAnswered,
        isWrongAnswer: answered !== undefined && !isAnswered,
        isWithinThree: isOffered || isAnswered,
      };
    }
    case "part": {
      const isRight =
        outcome.kind === "answer" &&
        outcome.view === expected.view &&
        expected.parties.every((id, index) => outcome.parties[index] === id) &&
        outcome.parties.length === expected.parties.length;
      return { isRight, isWrongAnswer: !isRight && answered !== undefined, isWithinThree: isRight };
    }
  }
}

function answeredId(outcome: Outcome): string | undefined {
  if (outcome.kind === "answer") return outcome.entry.id;
  return outcome.kind === "premise" ? outcome.premise.id : undefined;
}

function offeredIds(outcome: Outcome): string[] {
  if (outcome.kind === "choices") return outcome.choices.map(({ id }) => id);
  return outcome.kind === "unknown" ? outcome.nearest.map(({ id }) => id) : [];
}
