import { canonicalCase, isCanonical } from "../canonical.js";
import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB019: a case file has its one form, so that a change shows only what was changed. `check --fix` brings it there. */
export const canonicalForm: Rule = {
  code: "KB019",
  check: ({ cases }) =>
    cases.flatMap(({ yaml }) => {
      if (isCanonical(yaml.document, yaml.text)) return [];
      const wanted = canonicalCase(yaml.text).split("\n");
      const line = yaml.text.split("\n").findIndex((text, index) => text !== wanted[index]);
      return [
        {
          ...problemAt(
            yaml,
            [],
            "KB019",
            "the order of fields or the line breaks are not the usual ones from here on. Run npm run -s knowledge -- check --fix.",
            "warning",
          ),
          line: Math.max(line, 0) + 1,
        },
      ];
    }),
};
