import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** Other wordings that a case must bring, so that it is found by the way people ask. */
const ASKED_AS_MIN = 6;
const ANSWER_MIN = 10;
const NEAR_MISS_MIN = 5;

/** KB023: a case brings wordings to be found by, and questions to test the search with. */
export const hasQuestions: Rule = {
  code: "KB023",
  check: ({ cases }) =>
    cases.flatMap(({ yaml, entry }) => {
      const lists = [
        { path: ["asked_as"], name: "asked_as", count: entry.asked_as.length, min: ASKED_AS_MIN },
        {
          path: ["questions", "answer"],
          name: "questions.answer",
          count: entry.questions.answer.length,
          min: ANSWER_MIN,
        },
        {
          path: ["questions", "near_miss"],
          name: "questions.near_miss",
          count: entry.questions.near_miss.length,
          min: NEAR_MISS_MIN,
        },
      ];
      return lists
        .filter(({ count, min }) => count < min)
        .map(({ path, name, count, min }) =>
          problemAt(
            yaml,
            path,
            "KB023",
            `${name} has ${count}, at least ${min} are asked for. Write them as people type: short, sloppy, "why didn't ...".`,
            "warning",
          ),
        );
    }),
};
