import type { Asker } from "../answer/ask.js";
import type { Outcome } from "../answer/outcome.js";
import type { Case } from "../knowledge/model.js";
import type { Action } from "./action.js";
import { browse, browseLines, sameFacetLine } from "./browse.js";
import { buttonsOf, menuOf, menuOfCases, showAction } from "./buttons.js";
import { examine } from "./examine.js";
import type { Length } from "./length.js";
import { formatOf, isView } from "./part.js";
import { present } from "./present.js";
import { presentCitations } from "./present-citations.js";
import { type Block, type Menu, plain, type Reply } from "./reply.js";
import { STRINGS } from "./strings.js";

/** How a question came in: for the log, which never has the question itself. */
export type Via = "command" | "mention" | "direct" | "message-command" | "form" | "line";

/** A question from any platform. */
export interface Invocation {
  readonly via: Via;
  readonly question: string;
  readonly about?: string | undefined;
  readonly party?: string | undefined;
  readonly length?: Length | undefined;
  /** Who asks, in the platform's id; goes into the dismiss button and nowhere else. */
  readonly asker: string;
  /** Whether only the asker sees the answer: then it can be shared, else dismissed. */
  readonly isPrivate: boolean;
}

/** What is logged of an ask: no text and no person. */
export interface AskRecord {
  readonly via: Via | "button";
  readonly kind: Outcome["kind"];
  readonly case: string | null;
  readonly confidence: number;
  readonly tookMs: number;
}

export interface Suggestion {
  /** A case's id: what is sent when the suggestion is taken. */
  readonly id: string;
  readonly title: string;
}

/** What every adapter talks to. Pure but for the record of each ask. */
export interface Chat {
  answer(invocation: Invocation): Reply;
  /** The answer to a follow-up; undefined where the text is none, and so was not meant for the bot. */
  followUp(invocation: Invocation & { readonly about: string }): Reply | undefined;
  /** What a `show` button opens; `isPrivate` says whether only the presser sees it. */
  open(action: Action, isPrivate: boolean): Reply;
  suggest(typed: string, limit: number): readonly Suggestion[];
}

export interface ChatDependencies {
  /** The knowledge in use; asked for each time, since a reload swaps it. */
  readonly asker: () => Asker;
  readonly record: (record: AskRecord) => void;
}

export function createChat({ asker, record }: ChatDependencies): Chat {
  const answer = ({ base, ask }: Asker, invocation: Invocation): Reply => {
    const startMs = performance.now();
    const { via, question, about, party, length = "short", isPrivate } = invocation;
    const known = about !== undefined && base.findCase(about) ? about : undefined;
    const outcome = ask({ question, about: known, party });
    const text = present(base, outcome, length);
    record({
      via,
      kind: outcome.kind,
      case: outcome.kind === "answer" ? outcome.entry.id : null,
      confidence: outcome.kind === "help" ? 0 : outcome.confidence,
      tookMs: since(startMs),
    });
    if (outcome.kind !== "answer") {
      return { ...text, buttons: [], menu: offer(outcome, invocation.asker) };
    }
    const self = showAction(outcome, { length, asker: invocation.asker });
    const menu = menuOf(self, outcome.entry, sameFacetLine(base, outcome.entry));
    return { ...text, buttons: buttonsOf(self, isPrivate), menu, self };
  };

  return {
    answer: (invocation) => answer(asker(), invocation),

    followUp(invocation) {
      const current = asker();
      const { question, about } = invocation;
      return current.isFollowUp(question, about) ? answer(current, invocation) : undefined;
    },

    open(action, isPrivate) {
      const startMs = performance.now();
      const { base } = asker();
      if (action.name === "browse") {
        record({ via: "button", kind: "help", case: null, confidence: 0, tookMs: since(startMs) });
        return browse(base, action);
      }
      if (action.name === "none") {
        record({
          via: "button",
          kind: "unknown",
          case: null,
          confidence: 0,
          tookMs: since(startMs),
        });
        const none = { kind: "unknown", nearest: [], confidence: 0 } as const;
        return { ...present(base, none), buttons: [] };
      }
      const found = base.findCase(action.caseId);
      const successor =
        typeof found?.status === "object" && "moved" in found.status
          ? base.findCase(found.status.moved)
          : undefined;
      const entry = successor ?? found;
      const told = entry !== undefined && entry.status === "current";
      record({
        via: "button",
        kind: told ? "answer" : "unknown",
        case: told ? entry.id : null,
        confidence: told ? 1 : 0,
        tookMs: since(startMs),
      });
      if (!told) return { blocks: gone(entry), buttons: [] };
      const parties = action.partyIndexes.flatMap((index) => entry.decisions[index]?.by ?? []);
      const { part } = action;
      if (part === "examine") return examine(base, entry, action.page);
      const view = isView(part) ? part : "sources";
      const outcome = { kind: "answer", entry, parties, view, confidence: 1 } as const;
      const format = formatOf(part);
      const text = format
        ? presentCitations(base, entry, format)
        : present(base, outcome, action.length);
      const self = { ...showAction(outcome, action), part, page: action.page };
      const changed = entry.revision !== action.revision;
      return {
        ...text,
        blocks: changed ? [note(STRINGS.changedSince), ...text.blocks] : text.blocks,
        buttons: buttonsOf(self, isPrivate),
        menu: menuOf(self, entry, sameFacetLine(base, entry)),
        self,
      };
    },

    suggest: (typed, limit) =>
      asker()
        .suggest(typed, limit)
        .map(({ id, title }) => ({ id, title })),
  };
}

/** What may have been meant, to pick from. */
function offer(outcome: Outcome, asker: string): Menu | undefined {
  if (outcome.kind === "choices") {
    return menuOfCases(outcome.choices, { label: STRINGS.chooseLabel, asker, withNone: true });
  }
  if (outcome.kind === "unknown") {
    return menuOfCases(outcome.nearest, { label: STRINGS.nearestLabel, asker, withNone: false });
  }
  if (outcome.kind === "help") return { label: STRINGS.browseLabel, items: browseLines() };
  return undefined;
}

function since(startMs: number): number {
  return performance.now() - startMs;
}

/** What is said of an entry that is no longer told. */
function gone(entry: Case | undefined): Block[] {
  const { status } = entry ?? {};
  const withdrawn =
    typeof status === "object" && "withdrawn" in status ? status.withdrawn : undefined;
  return [note(withdrawn ? STRINGS.withdrawn(withdrawn) : STRINGS.entryGone)];
}

function note(text: string): Block {
  return { type: "paragraph", spans: [plain(text)] };
}
