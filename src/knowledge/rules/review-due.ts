import { dateInWords, parseDate } from "../dates.js";
import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB018: an entry is read again by the day that its curator set. */
export const reviewDue: Rule = {
  code: "KB018",
  check: ({ cases }, { todayMs }) =>
    cases.flatMap(({ yaml, entry }) => {
      const due = parseDate(entry.curated.review_by);
      if (!due || due.latestMs >= todayMs) return [];
      return [
        problemAt(
          yaml,
          ["curated", "review_by"],
          "KB018",
          `the review was due by ${dateInWords(entry.curated.review_by)}. Read the entry against its sources, then set reviewed and review_by.`,
          "warning",
        ),
      ];
    }),
};
