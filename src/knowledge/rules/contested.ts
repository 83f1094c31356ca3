import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB011: where historians disagree, both sides are heard. */
export const contestedHasOtherSide: Rule = {
  code: "KB011",
  check: ({ cases }) =>
    cases.flatMap(({ yaml, entry }) =>
      entry.reasons.flatMap(({ id, strength, against }, index) =>
        strength === "contested" && !against
          ? [
              problemAt(
                yaml,
                ["reasons", index, "strength"],
                "KB011",
                `reason ${id} is contested but gives one side only. Add against: with a claim and cites.`,
              ),
            ]
          : [],
      ),
    ),
};
