import { problemAt } from "../yaml.js";
import type { DraftCase, Rule } from "./rule.js";

/** KB024: an idea is told with what was known of it then and with what changed; a proposal has neither. */
export const ideaIsWhole: Rule = {
  code: "KB024",
  check: ({ cases }) =>
    cases.flatMap((draftCase) => {
      const faults = draftCase.entry.kind === "idea" ? missing(draftCase) : misplaced(draftCase);
      return faults.map(({ path, message }) => problemAt(draftCase.yaml, path, "KB024", message));
    }),
};

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

function missing({ entry: { evidence_then = [], accepted } }: DraftCase): Fault[] {
  const sides = (["for", "against"] as const).filter(
    (side) => !evidence_then.some((evidence) => evidence.side === side),
  );
  return [
    ...sides.map((side) => ({
      path: ["evidence_then"],
      message: `nothing tells what spoke ${side} the idea when it was judged. Add a line with side: ${side} to evidence_then:.`,
    })),
    ...(accepted
      ? []
      : [
          {
            path: ["kind"],
            message: "nothing tells what changed later. Add accepted: with date, text and cites.",
          },
        ]),
  ];
}

function misplaced({ entry }: DraftCase): Fault[] {
  return (["evidence_then", "accepted"] as const)
    .filter((field) => entry[field] !== undefined)
    .map((field) => ({
      path: [field],
      message: `${field} is told of ideas only. Add kind: idea, or move this to case_for: or aftermath:.`,
    }));
}
