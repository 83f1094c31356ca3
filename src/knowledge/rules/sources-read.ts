import type { Reason, Source } from "../model.js";
import type { Problem } from "../problem.js";
import { isVerified } from "../verified.js";
import { problemAt } from "../yaml.js";
import type { Draft, DraftCase, Rule } from "./rule.js";

/** KB013: a reason without enough read sources is shown as such; a case of mostly such reasons is not shown. */
export const sourcesRead: Rule = {
  code: "KB013",
  check: (draft) => draft.cases.flatMap((draftCase) => checkCase(draft, draftCase)),
};

function checkCase(draft: Draft, { yaml, entry }: DraftCase): Problem[] {
  const sourceOf = (id: string): Source | undefined => entry.sources[id] ?? draft.sources[id];
  const weak = entry.reasons.filter((reason) => !isVerified(reason, sourceOf));
  const tooWeak = weak.length * 2 > entry.reasons.length;
  return [
    ...weak.map((reason: Reason) =>
      problemAt(
        yaml,
        ["reasons", entry.reasons.indexOf(reason)],
        "KB013",
        `reason ${reason.id} needs one primary source with seen: passage, or two independent scholarly ones seen.`,
        "warning",
      ),
    ),
    ...(tooWeak
      ? [
          problemAt(
            yaml,
            ["reasons"],
            "KB013",
            "most reasons are not verified, so this case is left out. Read their sources first.",
            "warning",
          ),
        ]
      : []),
  ];
}
