import { dateInWords, parseDate, surelyBefore } from "../dates.js";
import type { Problem } from "../problem.js";
import { dateOfWords, decidedOf } from "../witnesses.js";
import { problemAt } from "../yaml.js";
import type { Draft, DraftCase, Rule } from "./rule.js";

/** KB015: what is said to have been given as a reason then was not first written after the decision. */
export const noAnachronism: Rule = {
  code: "KB015",
  check: (draft) => draft.cases.flatMap((draftCase) => checkCase(draft, draftCase)),
};

function checkCase(draft: Draft, { yaml, entry }: DraftCase): Problem[] {
  return entry.reasons.flatMap(({ id, voice, held_by, cites }, index) => {
    if (voice !== "said-then") return [];
    const decided = decidedOf(held_by, entry.decisions);
    const decidedSpan = decided === undefined ? undefined : parseDate(decided);
    if (decided === undefined || decidedSpan === undefined) return [];
    return cites.flatMap((citation, citeIndex) => {
      const source = entry.sources[citation.source] ?? draft.sources[citation.source];
      const written = dateOfWords(citation, source);
      const span = written === undefined ? undefined : parseDate(written);
      if (written === undefined || span === undefined || !surelyBefore(decidedSpan, span))
        return [];
      return [
        problemAt(
          yaml,
          ["reasons", index, "cites", citeIndex],
          "KB015",
          `reason ${id} is said-then, but these words are of ${dateInWords(written)} and the decision of ${dateInWords(decided)}. Give the date of the words (date:), or make the reason judged-since.`,
        ),
      ];
    });
  });
}
