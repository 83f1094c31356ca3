import type { Outcome } from "../answer/outcome.js";
import type { Action } from "./action.js";
import type { Length } from "./length.js";
import type { Button } from "./reply.js";
import { STRINGS } from "./strings.js";

type Answer = Extract<Outcome, { kind: "answer" }>;

/** The action that shows an answer as it is, from its first page. */
export function showAction(
  { entry, parties, view }: Answer,
  { length, asker }: { readonly length: Length; readonly asker: string },
): Action {
  return {
    name: "show",
    caseId: entry.id,
    revision: entry.revision,
    view,
    length,
    partyIndexes: parties.map((id) => entry.decisions.findIndex(({ by }) => by === id)),
    page: 0,
    asker,
  };
}

/** The buttons under an answer: what is not shown yet, and sharing it or taking it away. */
export function buttonsOf(self: Action, isPrivate: boolean): Button[] {
  const first: Action = { ...self, name: "show", page: 0 };
  const isFull = self.view === "reasons" && self.length === "full";
  return [
    isFull
      ? { label: STRINGS.shortButton, action: { ...first, length: "short" } }
      : { label: STRINGS.moreButton, action: { ...first, view: "reasons", length: "full" } },
    ...(self.view === "sources"
      ? []
      : [{ label: STRINGS.sourcesButton, action: { ...first, view: "sources" as const } }]),
    isPrivate
      ? { label: STRINGS.shareButton, action: { ...first, name: "share" } }
      : { label: STRINGS.dismissButton, action: { ...first, name: "dismiss" } },
  ];
}

/** The button to the next page of what is shown, and from the last one back to the first. */
export function pageButton(self: Action, pageCount: number): Button {
  const next = (self.page + 1) % pageCount;
  return {
    label: STRINGS.pageButton(next + 1, pageCount),
    action: { ...self, name: "show", page: next },
  };
}
