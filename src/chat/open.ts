import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import type { CaseAction, OpenAction } from "./action.js";
import { BROWSE_BUTTON, browse, sameReasonsLine } from "./browse.js";
import { buttonsOf, menuOf, showAction } from "./buttons.js";
import { examine } from "./examine.js";
import { formatOf, isView } from "./part.js";
import { present } from "./present.js";
import { presentCitations } from "./present-citations.js";
import { type Block, note, type Reply } from "./reply.js";
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
export function open(base: KnowledgeBase, action: OpenAction, isPrivate: boolean): Opened {
  if (action.name === "browse") {
    return { reply: browse(base, action), kind: "help", caseId: null };
  }
  if (action.name === "none") {
    const none = present(base, { kind: "unknown", nearest: [], confidence: 0 });
    return { reply: { ...none, buttons: [BROWSE_BUTTON] }, kind: "unknown", caseId: null };
  }
  const { entry, hasMoved } = currentEntry(base, action.caseId);
  if (entry?.status !== "current") {
    const reply = { blocks: [note(wordOnGone(entry))], buttons: [BROWSE_BUTTON] };
    return { reply, kind: "unknown", caseId: null };
  }
  const since = hasMoved
    ? [note(STRINGS.movedSince)]
    : entry.revision !== action.revision
      ? [note(STRINGS.changedSince)]
      : [];
  return { reply: tell(base, entry, action, isPrivate, since), kind: "answer", caseId: entry.id };
}

/** The part of the case that the action names. */
function tell(
  base: KnowledgeBase,
  entry: Case,
  action: CaseAction,
  isPrivate: boolean,
  since: readonly Block[],
): Reply {
  const { part, length, page } = action;
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
  const format = formatOf(part);
  const text = format ? presentCitations(base, entry, format) : present(base, outcome, length);
  const self = { ...showAction(outcome, action), part, page };
  return {
    ...text,
    blocks: [...since, ...text.blocks],
    buttons: buttonsOf(self, isPrivate),
    menu: menuOf(self, entry, sameReasonsLine(base, entry)),
    self,
  };
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
