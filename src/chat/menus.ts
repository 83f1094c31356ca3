import type { Case } from "../knowledge/model.js";
import { blankAction, type CaseAction } from "./action.js";
import { isPlain, shorter, type ToldLength } from "./length.js";
import { CITATION_FORMATS, type Part } from "./part.js";
import type { Button, Menu } from "./reply.js";
import { STRINGS } from "./strings.js";

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
