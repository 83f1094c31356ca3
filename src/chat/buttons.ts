import type { Outcome } from "../answer/outcome.js";
import type { Case } from "../knowledge/model.js";
import type { CaseAction } from "./action.js";
import { isPlain, longer, shorter, type ToldLength, tellsAll } from "./length.js";
import { CITATION_FORMATS, type Part } from "./part.js";
import type { Button, Menu } from "./reply.js";
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

/** The sources of a case, ready to be cited. */
export function citationMenu({ id, revision }: Case, further: readonly Button[]): Menu {
  const blank = blankAction(id, revision);
  return {
    label: STRINGS.menuLabel,
    items: [
      ...CITATION_FORMATS.map((format) => ({
        label: STRINGS.citeItem(STRINGS.citationFormat[format]),
        action: { ...blank, name: "show" as const, part: `cite-${format}` as const },
      })),
      ...further,
    ],
  };
}

/** The button to the next page of what is shown, and from the last one back to the first. */
export function pageButton(self: CaseAction, pageCount: number): Button {
  const next = (self.page + 1) % pageCount;
  return {
    label: STRINGS.pageButton(next + 1, pageCount),
    action: { ...self, name: "show", page: next },
  };
}

/**
 * Everything else that the entry can tell, in one menu.
 *
 * @param further - lines that lead away from the entry
 */
export function menuOf(self: CaseAction, entry: Case, further: readonly Button[]): Menu {
  const { aftermath, evidence_then: evidence, accepted, corrections } = entry;
  const wording: ToldLength = isPlain(self.length) ? "short" : "plain";
  const parts: { label: string; part: Part }[] = [
    ...(aftermath.length > 0
      ? [{ label: STRINGS.aftermathTitle, part: "aftermath" as const }]
      : []),
    ...(hasOtherSide(entry) ? [{ label: STRINGS.otherSideItem, part: "case-for" as const }] : []),
    ...(evidence ? [{ label: STRINGS.knownThenTitle, part: "known-then" as const }] : []),
    ...(accepted ? [{ label: STRINGS.changedTitle, part: "changed" as const }] : []),
    ...(corrections.length > 0
      ? [{ label: STRINGS.correctionsTitle, part: "corrections" as const }]
      : []),
    { label: STRINGS.examineTitle, part: "examine" },
    ...CITATION_FORMATS.map((format) => ({
      label: STRINGS.citeItem(STRINGS.citationFormat[format]),
      part: `cite-${format}` as const,
    })),
  ];
  const blank = { ...blankAction(self.caseId, self.revision), length: shorter(self.length) };
  return {
    label: STRINGS.menuLabel,
    items: [
      {
        label: isPlain(self.length) ? STRINGS.usualItem : STRINGS.plainItem,
        action: { ...blank, name: "show", length: wording },
      },
      ...parts
        .filter(({ part }) => part !== self.part)
        .map(({ label, part }) => ({ label, action: { ...blank, name: "show" as const, part } })),
      ...further,
    ],
  };
}

/** Whether the entry tells what spoke for the proposal, or against a reason. */
function hasOtherSide({ case_for: caseFor, decisions, reasons }: Case): boolean {
  return (
    caseFor !== undefined ||
    decisions.some(({ dissent, outcome }) => dissent !== undefined || outcome === "accepted") ||
    reasons.some(({ against }) => against !== undefined)
  );
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
function blankAction(caseId: string, revision: string): Omit<CaseAction, "name"> {
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
