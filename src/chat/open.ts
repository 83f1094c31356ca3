import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import type { CaseAction, OpenAction } from "./action.js";
import { BROWSE_BUTTON, browse, sameReasonsLine } from "./browse.js";
import { buttonsOf, feedbackLines, showAction, withheldButtons } from "./buttons.js";
import { examine } from "./examine.js";
import { citationMenu, menuOf } from "./menus.js";
import { formatOf, isView } from "./part.js";
import { present } from "./present.js";
import { presentCitations } from "./present-citations.js";
import { presentEvidence } from "./present-evidence.js";
import { type Block, type Button, type Menu, note, type Reply } from "./reply.js";
import { isWithheld, type Rules } from "./rules.js";
import { STRINGS } from "./strings.js";

/** What a button opened; `caseId` where a case was told. */
export interface Opened {
  readonly reply: Reply;
  readonly kind: "answer" | "unknown" | "help";
  readonly caseId: string | null;
}

/**
 * What a button or a line of a menu opens, as the entry stands now.
 *
 * @param isPrivate - whether only the one who pressed sees it
 */
export function open(
  base: KnowledgeBase,
  action: OpenAction,
  isPrivate: boolean,
  rules: Rules,
): Opened {
  if (action.name === "browse") {
    return { reply: browse(base, action), kind: "help", caseId: null };
  }
  if (action.name === "none") {
    const none = present(base, { kind: "unknown", nearest: [], confidence: 0 });
    const buttons = [...sendButton(action.asker, "", rules), BROWSE_BUTTON];
    return { reply: { ...none, buttons }, kind: "unknown", caseId: null };
  }
  const { entry, hasMoved } = currentEntry(base, action.caseId);
  if (entry?.status !== "current") {
    const reply = { blocks: [note(wordOnGone(entry))], buttons: [BROWSE_BUTTON] };
    return { reply, kind: "unknown", caseId: null };
  }
  if (rules.hiddenCases.has(entry.id)) {
    const reply = { blocks: [note(STRINGS.hiddenHere)], buttons: [BROWSE_BUTTON] };
    return { reply, kind: "unknown", caseId: null };
  }
  const since = hasMoved
    ? [note(STRINGS.movedSince)]
    : entry.revision !== action.revision
      ? [note(STRINGS.changedSince)]
      : [];
  const reply = tell(base, entry, action, { isPrivate, since, rules });
  return { reply, kind: "answer", caseId: entry.id };
}

/** The part of the case that the action names. */
function tell(
  base: KnowledgeBase,
  entry: Case,
  action: CaseAction,
  { isPrivate, since, rules }: { isPrivate: boolean; since: readonly Block[]; rules: Rules },
): Reply {
  const { part, length, page } = action;
  const format = formatOf(part);
  if (isWithheld(rules, entry.id) && !format) {
    const evidence = withhold(base, entry, { asker: action.asker, isPrivate, page, rules });
    return { ...evidence, blocks: [...since, ...evidence.blocks] };
  }
  if (part === "examine") {
    const glass = examine(base, entry, page);
    return { ...glass, blocks: [...since, ...glass.blocks] };
  }
  const outcome = {
    kind: "answer",
    entry,
    parties: action.partyIndexes.flatMap((index) => entry.decisions[index]?.by ?? []),
    view: isView(part) ? part : "sources",
    confidence: 1,
  } as const;
  const text = format ? presentCitations(base, entry, format) : present(base, outcome, length);
  const self = { ...showAction(outcome, action), part, page };
  return {
    ...text,
    blocks: [...since, ...text.blocks],
    ...(isWithheld(rules, entry.id)
      ? { buttons: withheldButtons(self, isPrivate, rules), menu: withheldMenu(entry, rules) }
      : {
          buttons: buttonsOf(self, isPrivate, rules),
          menu: menuOf(self, entry, furtherLines(base, entry, rules)),
        }),
    self,
  };
}

/** Lines of a case's menu that lead away from the entry. */
export function furtherLines(base: KnowledgeBase, entry: Case, rules: Rules): Button[] {
  return [...sameReasonsLine(base, entry), ...feedbackLines(entry, rules)];
}

/** A case whose reasons the readers are to find themselves. */
export function withhold(
  base: KnowledgeBase,
  entry: Case,
  {
    asker,
    isPrivate,
    page,
    rules,
  }: { asker: string; isPrivate: boolean; page: number; rules: Rules },
): Reply {
  const outcome = { kind: "answer", entry, parties: [], view: "reasons", confidence: 1 } as const;
  const self = { ...showAction(outcome, { length: "short", asker }), page };
  return {
    ...presentEvidence(base, entry),
    buttons: withheldButtons(self, isPrivate, rules),
    menu: withheldMenu(entry, rules),
    self,
  };
}

/** Nothing in it tells a reason. */
function withheldMenu(entry: Case, rules: Rules): Menu {
  return citationMenu(entry, feedbackLines(entry, rules));
}

/** What sends a question that has no answer to the curators, where it can be kept. */
export function sendButton(asker: string, words: string, { canKeep }: Rules): Button[] {
  return canKeep ? [{ label: STRINGS.sendButton, action: { name: "send", asker, words } }] : [];
}

/** Entries that were merged twice are found too; a circle is not walked for ever. */
const MOVES_MAX = 5;

function currentEntry(
  base: KnowledgeBase,
  caseId: string,
): { entry: Case | undefined; hasMoved: boolean } {
  let entry = base.findCase(caseId);
  let moves = 0;
  while (typeof entry?.status === "object" && "moved" in entry.status && moves < MOVES_MAX) {
    entry = base.findCase(entry.status.moved);
    moves++;
  }
  return { entry, hasMoved: moves > 0 };
}

/** What is said of an entry that is no longer told. */
function wordOnGone(entry: Case | undefined): string {
  const { status } = entry ?? {};
  return typeof status === "object" && "withdrawn" in status
    ? STRINGS.withdrawn(status.withdrawn)
    : STRINGS.entryGone;
}
