import type { Outcome } from "../answer/outcome.js";
import type { Action } from "./action.js";
import type { Length } from "./length.js";
import type { Button } from "./reply.js";
import { STRINGS } from "./strings.js";

type Answer = Extract<Outcome, { kind: "answer" }>;

/** The buttons under an answer: what is not shown yet, and sharing it or taking it away. */
export function buttonsOf(
  { entry, parties, view }: Answer,
  context: { readonly length: Length; readonly isPrivate: boolean; readonly asker: string },
): Button[] {
  const here: Action = {
    name: "show",
    caseId: entry.id,
    revision: entry.revision,
    view,
    length: context.length,
    partyIndexes: parties.map((id) => entry.decisions.findIndex(({ by }) => by === id)),
    page: 0,
    asker: context.asker,
  };
  const isFull = view === "reasons" && context.length === "full";
  return [
    isFull
      ? { label: STRINGS.shortButton, action: { ...here, length: "short" } }
      : { label: STRINGS.moreButton, action: { ...here, view: "reasons", length: "full" } },
    ...(view === "sources"
      ? []
      : [{ label: STRINGS.sourcesButton, action: { ...here, view: "sources" as const } }]),
    context.isPrivate
      ? { label: STRINGS.shareButton, action: { ...here, name: "share" } }
      : { label: STRINGS.dismissButton, action: { ...here, name: "dismiss" } },
  ];
}

/** The button to the next page of what is shown, or back to the first from the last. */
export function pageButton(action: Action, pageCount: number): Button {
  const next = (action.page + 1) % pageCount;
  return {
    label: STRINGS.pageButton(next + 1, pageCount),
    action: { ...action, name: "show", page: next },
  };
}
