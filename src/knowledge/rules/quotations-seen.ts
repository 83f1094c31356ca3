import { problemAt } from "../yaml.js";
import { type Rule, statementsOf } from "./rule.js";

/** A chapter or a larger part can be known without having been read; anything finer cannot. */
const COARSE_LABELS: ReadonlySet<string> = new Set(["chapter", "book", "part", "volume"]);

/** KB008: words in quotation marks were read in the source, and so was a page that is named. */
export const quotationsSeen: Rule = {
  code: "KB008",
  check: ({ cases }) =>
    cases.flatMap(({ yaml, entry }) =>
      statementsOf(entry).flatMap(({ path, cites }) =>
        cites.flatMap(({ quote, seen, at, translation }, index) => {
          const place = [...path, "cites", index];
          if (quote !== undefined && seen !== "passage") {
            return [
              problemAt(
                yaml,
                [...place, "quote"],
                "KB008",
                `a quotation needs seen: passage, but this one has seen: ${seen}. Read the words in the source, or remove the quotation.`,
              ),
            ];
          }
          if (translation !== undefined && quote === undefined) {
            return [
              problemAt(
                yaml,
                [...place, "translation"],
                "KB008",
                "a translation stands beside the words it translates. Add quote:, in the original language.",
              ),
            ];
          }
          if (seen === "none" && at && !COARSE_LABELS.has(at.label)) {
            return [
              problemAt(
                yaml,
                [...place, "at"],
                "KB008",
                `nobody looked (seen: none), so no ${at.label} can be named. Look it up, or name the work alone.`,
              ),
            ];
          }
          return [];
        }),
      ),
    ),
};
