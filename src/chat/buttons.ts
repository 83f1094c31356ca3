import type { Outcome } from "../answer/outcome.js";
import type { Case } from "../knowledge/model.js";
import type { Action } from "./action.js";
import type { Length } from "./length.js";
import { CITATION_FORMATS, type Part } from "./part.js";
import type { Button, Menu } from "./reply.js";
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
    part: view,
    length,
    partyIndexes: parties.map((id) => entry.decisions.findIndex(({ by }) => by === id)),
    page: 0,
    asker,
  };
}

/** The buttons under an answer: what is not shown yet, and sharing it or taking it away. */
export function buttonsOf(self: Action, isPrivate: boolean): Button[] {
  const first: Action = { ...self, name: "show", page: 0 };
  const isFull = self.part === "reasons" && self.length === "full";
  return [
    isFull
      ? { label: STRINGS.shortButton, action: { ...first, length: "short" } }
      : { label: STRINGS.moreButton, action: { ...first, part: "reasons", length: "full" } },
    ...(self.part === "sources"
      ? []
      : [{ label: STRINGS.sourcesButton, action: { ...first, part: "sources" as const } }]),
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

/** Everything else that the entry can tell, in one menu. */
export function menuOf(self: Action, entry: Case): Menu {
  const { caseId, revision } = self;
  const show = (label: string, part: Part): Button => ({
    label,
    action: { ...blankAction(caseId, revision), name: "show", part },
  });
  const parts: Button[] = [
    ...(entry.aftermath.length > 0 ? [show(STRINGS.aftermathTitle, "aftermath")] : []),
    ...(entry.case_for ? [show(STRINGS.caseForTitle, "case-for")] : []),
    ...(entry.corrections.length > 0 ? [show(STRINGS.correctionsTitle, "corrections")] : []),
    ...CITATION_FORMATS.map((format) =>
      show(STRINGS.citeItem(STRINGS.citationFormat[format]), `cite-${format}`),
    ),
  ];
  return {
    label: STRINGS.menuLabel,
    items: parts.filter(({ action }) => action.part !== self.part),
  };
}

/**
 * The cases that may be meant, to pick from.
 *
 * @param cases - at least one
 * @param asker - who may turn the message into the answer; others get it for themselves
 */
export function menuOfCases(
  cases: readonly Case[],
  { label, asker, withNone }: { label: string; asker: string; withNone: boolean },
): Menu | undefined {
  const [first] = cases;
  if (!first) return undefined;
  const none = { ...blankAction(first.id, first.revision), name: "none" as const, asker };
  return {
    label,
    items: [
      ...cases.map(({ id, revision, title }) => ({
        label: title,
        action: { ...blankAction(id, revision), name: "choose" as const, asker },
      })),
      ...(withNone ? [{ label: STRINGS.noneOfThese, action: none }] : []),
    ],
  };
}

/** Short, since a menu's line holds fewer characters than a button on one of the platforms. */
function blankAction(caseId: string, revision: string): Omit<Action, "name"> {
  return {
    caseId,
    revision,
    part: "reasons",
    length: "short",
    partyIndexes: [],
    page: 0,
    asker: "",
  };
}
