import type { Asker } from "../answer/ask.js";
import type { Outcome } from "../answer/outcome.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { OpenAction } from "./action.js";
import { ASK_BUTTON, BROWSE_BUTTON, browseLines } from "./browse.js";
import { buttonsOf, showAction } from "./buttons.js";
import { type Example, examples, front } from "./front.js";
import type { Length } from "./length.js";
import { menuOf, menuOfCases } from "./menus.js";
import { furtherLines, open, sendButton, withhold } from "./open.js";
import { present } from "./present.js";
import type { Reply } from "./reply.js";
import { restrict } from "./restrict.js";
import { isWithheld, NO_RULES, type Rules } from "./rules.js";
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
  /** What a button opens; `isPrivate` says whether only the one who pressed sees it. */
  open(action: OpenAction, isPrivate: boolean): Reply;
  suggest(typed: string, limit: number): readonly Suggestion[];
  /** The collection's first page, for a place of the bot's own. */
  front(): Reply;
  /** Questions to begin with; another `turn` gives others. */
  examples(count: number, turn: number): readonly Example[];
}

export interface ChatDependencies {
  /** The knowledge in use; asked for each time, since a reload swaps it. */
  readonly asker: () => Asker;
  readonly record: (record: AskRecord) => void;
  /** What holds at the place that is answered; else nothing does. */
  readonly rules?: Rules;
}

export function createChat({ asker: all, record, rules = NO_RULES }: ChatDependencies): Chat {
  const asker = () => restrict(all(), rules.hiddenCases);
  const answer = ({ base, ask }: Asker, invocation: Invocation): Reply => {
    const startMs = performance.now();
    const { via, question, about, party, isPrivate } = invocation;
    const length = invocation.length ?? (rules.isPlain ? "plain" : "short");
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
      return { ...text, ...waysOn(base, outcome, invocation, rules) };
    }
    if (isWithheld(rules, outcome.entry.id)) {
      return withhold(base, outcome.entry, { asker: invocation.asker, isPrivate, page: 0, rules });
    }
    const self = showAction(outcome, { length, asker: invocation.asker });
    const menu = menuOf(self, outcome.entry, furtherLines(base, outcome.entry, rules));
    return { ...text, buttons: buttonsOf(self, isPrivate, rules), menu, self };
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
      const { reply, kind, caseId } = open(asker().base, action, isPrivate, rules);
      record({
        via: "button",
        kind,
        case: caseId,
        confidence: kind === "answer" ? 1 : 0,
        tookMs: since(startMs),
      });
      return reply;
    },

    front: () => front(asker().base),
    examples: (count, turn) => examples(asker().base, count, turn),

    suggest: (typed, limit) =>
      asker()
        .suggest(typed, limit)
        .map(({ id, title }) => ({ id, title })),
  };
}

/** Where to go from a reply that answers nothing: what may have been meant, and the collection. */
function waysOn(
  base: KnowledgeBase,
  outcome: Outcome,
  { asker, question }: Invocation,
  rules: Rules,
): Pick<Reply, "buttons" | "menu"> {
  switch (outcome.kind) {
    case "choices": {
      const menu = { label: STRINGS.chooseLabel, asker, withNone: true };
      return { buttons: [], menu: menuOfCases(outcome.choices, menu) };
    }
    case "unknown": {
      const menu = { label: STRINGS.nearestLabel, asker, withNone: false };
      return {
        buttons: [...sendButton(asker, question, rules), BROWSE_BUTTON],
        menu: menuOfCases(outcome.nearest, menu),
      };
    }
    case "premise": {
      const related = outcome.premise.related
        .flatMap((id) => base.findCase(id) ?? [])
        .filter(({ status }) => status === "current");
      const menu = { label: STRINGS.relatedLabel, asker, withNone: false };
      return { buttons: [], menu: menuOfCases(related, menu) };
    }
    case "help":
      return {
        buttons: [ASK_BUTTON],
        menu: { label: STRINGS.browseLabel, items: browseLines() },
      };
    case "answer":
      return { buttons: [] };
  }
}

function since(startMs: number): number {
  return performance.now() - startMs;
}
