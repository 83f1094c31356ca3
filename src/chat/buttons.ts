import type { Outcome } from "../answer/outcome.js";
import type { Case } from "../knowledge/model.js";
import { blankAction, type CaseAction } from "./action.js";
import { longer, shorter, type ToldLength, tellsAll } from "./length.js";
import type { Button } from "./reply.js";
import type { Rules } from "./rules.js";
import { STRINGS } from "./strings.js";

type Answer = Extract<Outcome, { kind: "answer" }>;

/** The action that shows an answer as it is, from its first page. */
export function showAction(
  { entry, parties, view }: Answer,
  { length, asker }: { readonly length: ToldLength; readonly asker: string },
): CaseAction {
  return {
    name: "show",
    caseId: entry.id,
    revision: entry.revision,
    part: view,
    length,
    partyIndexes: parties.map((id) => entry.decisions.findIndex(({ by }) => by === id)),
    page: 0,
    asker,
  };
}

/**
 * The buttons under an answer: what is not shown yet, and sharing it or taking it away.
 *
 * @param maySpread - whether a private answer may be shared here
 */
export function buttonsOf(
  self: CaseAction,
  isPrivate: boolean,
  { maySpread }: Pick<Rules, "maySpread">,
): Button[] {
  const first: CaseAction = { ...self, name: "show", page: 0 };
  const { length } = self;
  const isFull = self.part === "reasons" && tellsAll(length);
  return [
    isFull
      ? { label: STRINGS.shortButton, action: { ...first, length: shorter(length) } }
      : {
          label: STRINGS.moreButton,
          action: { ...first, part: "reasons", length: longer(length) },
        },
    ...(self.part === "sources"
      ? []
      : [{ label: STRINGS.sourcesButton, action: { ...first, part: "sources" as const } }]),
    ...shareOrDismiss(first, isPrivate, maySpread),
  ];
}

function shareOrDismiss(self: CaseAction, isPrivate: boolean, maySpread: boolean): Button[] {
  if (!isPrivate) {
    return [{ label: STRINGS.dismissButton, action: { ...self, name: "dismiss" } }];
  }
  return maySpread ? [{ label: STRINGS.shareButton, action: { ...self, name: "share" } }] : [];
}

/** Under a case whose reasons are withheld: what shows them, and sharing or taking away. */
export function withheldButtons(
  self: CaseAction,
  isPrivate: boolean,
  { maySpread }: Pick<Rules, "maySpread">,
): Button[] {
  const { caseId, revision } = self;
  return [
    { label: STRINGS.revealButton, action: { name: "reveal", caseId, revision } },
    ...shareOrDismiss({ ...self, page: 0 }, isPrivate, maySpread),
  ];
}

/** What a reader can say about a case, where it can be kept. */
export function feedbackLines(
  { id, revision }: Case,
  { canKeep }: Pick<Rules, "canKeep">,
): Button[] {
  if (!canKeep) return [];
  return (["helpful", "unhelpful", "report"] as const).map((name) => ({
    label: STRINGS.feedbackItem[name],
    action: { name, caseId: id, revision },
  }));
}

/** The button to the next page of what is shown, and from the last one back to the first. */
export function pageButton(self: CaseAction, pageCount: number): Button {
  const next = (self.page + 1) % pageCount;
  return {
    label: STRINGS.pageButton(next + 1, pageCount),
    action: { ...self, name: "show", page: next },
  };
}

/** A case under its title, as a line of a list. */
export function showCase({ id, revision, title }: Case): Button {
  return { label: title, action: { ...blankAction(id, revision), name: "show" } };
}

/** A source of a case, as a line that examines it. */
export function examineLine({ id, revision }: Case, label: string, place: number): Button {
  return {
    label,
    action: { ...blankAction(id, revision), name: "show", part: "examine", page: place },
  };
}
