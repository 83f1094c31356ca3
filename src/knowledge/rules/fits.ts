import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB017: whatever is asked of a case, its answer fits the strictest platform without a cut. */
export const answersFit: Rule = {
  code: "KB017",
  check: ({ cases }, { findCut }) =>
    cases.flatMap(({ id, yaml }) => {
      const cut = findCut(id);
      if (cut === undefined) return [];
      return [problemAt(yaml, [], "KB017", `${cut}. Shorten the texts that it shows.`)];
    }),
};
