import type { Asker } from "../answer/ask.js";
import type { Outcome } from "../answer/outcome.js";

/**
 * The asker as it is where some cases are switched off: none of them is answered with, offered, suggested or listed.
 * That one of them was meant is not said either: to the reader there is no entry.
 */
export function restrict(asker: Asker, hidden: ReadonlySet<string>): Asker {
  if (hidden.size === 0) return asker;
  const isShown = ({ id }: { readonly id: string }) => !hidden.has(id);
  return {
    base: { ...asker.base, current: asker.base.current.filter(isShown) },
    ask: (request) => withoutHidden(asker.ask(request), isShown),
    isFollowUp: (text, about) => isShown({ id: about }) && asker.isFollowUp(text, about),
    // As many more are asked for as may fall away.
    suggest: (typed, limit) =>
      asker
        .suggest(typed, limit + hidden.size)
        .filter(isShown)
        .slice(0, limit),
  };
}

function withoutHidden(outcome: Outcome, isShown: (one: { id: string }) => boolean): Outcome {
  switch (outcome.kind) {
    case "answer":
      return isShown(outcome.entry) ? outcome : { kind: "unknown", nearest: [], confidence: 0 };
    case "choices": {
      const { confidence } = outcome;
      const choices = outcome.choices.filter(isShown);
      // One candidate is no choice.
      return choices.length > 1
        ? { kind: "choices", choices, confidence }
        : { kind: "unknown", nearest: choices, confidence };
    }
    case "unknown":
      return { ...outcome, nearest: outcome.nearest.filter(isShown) };
    case "premise":
    case "help":
      return outcome;
  }
}
