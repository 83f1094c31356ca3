import { problemAt } from "../yaml.js";
import { type Rule, statementsOf } from "./rule.js";

/** KB006: nothing is said without a source. */
export const citationsPresent: Rule = {
  code: "KB006",
  check: ({ cases, premises, files }) => [
    ...cases.flatMap(({ yaml, entry }) =>
      statementsOf(entry)
        .filter(({ cites }) => cites.length === 0)
        .map(({ path, label }) =>
          problemAt(
            yaml,
            path,
            "KB006",
            `${label} cites nothing. Add cites: with the source that says so, or remove it.`,
          ),
        ),
    ),
    ...premises
      .filter(({ cites }) => cites.length === 0)
      .map(({ id }) =>
        problemAt(
          files.premises,
          [id],
          "KB006",
          `premise ${id} cites nothing. Add cites: with the source of its truth.`,
        ),
      ),
  ],
};
