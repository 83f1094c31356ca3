import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { EvaluationQuestion, Style } from "./questions.js";

const ambiguous = z.array(
  z.strictObject({ question: z.string(), any_of: z.array(z.string()).min(2) }),
);
const premises = z.array(z.strictObject({ question: z.string(), premise: z.string() }));
const long = z.array(z.strictObject({ question: z.string(), case: z.string() }));
const followUps = z.array(
  z.strictObject({
    about: z.string(),
    question: z.string(),
    parties: z.array(z.string()).optional(),
    view: z.string().optional(),
    case: z.string().optional(),
    none: z.literal(true).optional(),
  }),
);

/** All questions of the project: those that the cases bring, and the sets of the evaluation folder. */
export async function loadQuestions(
  base: KnowledgeBase,
  folder: string,
): Promise<EvaluationQuestion[]> {
  const text = (name: string) => readFile(path.join(folder, name), "utf8");
  const lines = async (name: string, style: Style): Promise<EvaluationQuestion[]> =>
    (await text(name))
      .split("\n")
      .filter(Boolean)
      .map((line) => ({ text: line, style, expected: { kind: "nothing" } }));
  const yaml = async <T>(name: string, schema: z.ZodType<T>) =>
    schema.parse(parse(await text(name)));
  return [
    ...base.current.flatMap((entry): EvaluationQuestion[] => [
      ...entry.questions.answer.map((question) => ({
        text: question,
        style: "direct" as const,
        expected: { kind: "case" as const, id: entry.id },
      })),
      ...entry.questions.near_miss.map((question) => ({
        text: question,
        style: "near miss" as const,
        expected: { kind: "not" as const, id: entry.id },
      })),
    ]),
    ...(await lines("near-miss.txt", "near miss")),
    ...(await lines("off-topic.txt", "off topic")),
    ...(await yaml("long.yaml", long)).map(
      ({ question, case: id }): EvaluationQuestion => ({
        text: question,
        style: "long",
        expected: { kind: "case", id },
      }),
    ),
    ...(await yaml("premises.yaml", premises)).map(
      ({ question, premise }): EvaluationQuestion => ({
        text: question,
        style: "premise",
        expected: { kind: "premise", id: premise },
      }),
    ),
    ...(await yaml("ambiguous.yaml", ambiguous)).map(
      ({ question, any_of: ids }): EvaluationQuestion => ({
        text: question,
        style: "ambiguous",
        expected: { kind: "any", ids },
      }),
    ),
    ...(await yaml("follow-ups.yaml", followUps)).map(
      ({
        about,
        question,
        parties = [],
        view = "reasons",
        case: id,
        none,
      }): EvaluationQuestion => ({
        text: question,
        about,
        style: "follow-up",
        expected: none
          ? { kind: "nothing" }
          : id !== undefined
            ? { kind: "case", id }
            : { kind: "part", parties, view },
      }),
    ),
  ];
}
