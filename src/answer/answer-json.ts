import { addressOf, formatCitation } from "../citation/format.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case, Premise } from "../knowledge/model.js";
import { numberCitations } from "./numbering.js";
import type { Outcome, View } from "./outcome.js";
import { orderedReasons } from "./reasons.js";

/** One answer as `ask --json` prints it. Every key is always there; keys may be added, none removed. */
export interface AnswerJson {
  readonly question: string;
  readonly kind: Outcome["kind"];
  readonly case: string | null;
  readonly revision: string | null;
  /** Ids of the deciding parties that were asked about. */
  readonly parties: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly choices: readonly string[];
  readonly nearest: readonly string[];
  /** The belief that the answer puts right; beside a case too, where the question may rest on it. */
  readonly premise: {
    readonly id: string;
    readonly belief: string;
    readonly verdict: string;
    readonly truth: string;
    readonly related: readonly string[];
    readonly cites: readonly number[];
  } | null;
  /** Whether a proposal was refused, or an idea that was put before a science. */
  readonly caseKind: "proposal" | "idea" | null;
  readonly inShort: string | null;
  /** How we know: how late and how partial the witnesses are. */
  readonly record: { readonly text: string; readonly cites: readonly number[] } | null;
  readonly decisions: readonly {
    readonly by: string;
    readonly outcome: string;
    readonly date: string | null;
    /** The date in the calendar then in use, where that was the Julian one. */
    readonly oldStyle: string | null;
    readonly how: string;
    readonly cites: readonly number[];
  }[];
  readonly reasons: readonly {
    readonly id: string;
    readonly heldBy: readonly string[];
    readonly claim: string;
    readonly voice: string;
    readonly strength: string;
    readonly cites: readonly number[];
  }[];
  /** Of an idea: what was known when it was judged. */
  readonly evidenceThen: readonly {
    readonly side: "for" | "against";
    readonly claim: string;
    readonly cites: readonly number[];
  }[];
  /** Of an idea: when it came to be held, and what had changed. */
  readonly accepted: {
    readonly date: string;
    readonly text: string;
    readonly cites: readonly number[];
  } | null;
  readonly sources: readonly {
    readonly n: number;
    readonly id: string;
    readonly at: string | null;
    readonly quote: string | null;
    readonly text: string;
    readonly url: string | null;
    readonly seen: string;
  }[];
  readonly view: View | null;
  /** Milliseconds from question to outcome; loading not counted. */
  readonly elapsedMs: number;
}

export function toAnswerJson(
  base: KnowledgeBase,
  question: string,
  outcome: Outcome,
  elapsedMs: number,
): AnswerJson {
  const empty: AnswerJson = {
    question,
    kind: outcome.kind,
    case: null,
    revision: null,
    parties: [],
    confidence: outcome.kind === "help" ? 0 : round(outcome.confidence),
    choices: [],
    nearest: [],
    premise: null,
    caseKind: null,
    inShort: null,
    record: null,
    decisions: [],
    reasons: [],
    evidenceThen: [],
    accepted: null,
    sources: [],
    view: null,
    elapsedMs: round(elapsedMs),
  };
  switch (outcome.kind) {
    case "help":
      return empty;
    case "unknown":
      return { ...empty, nearest: outcome.nearest.map(({ id }) => id) };
    case "choices":
      return { ...empty, choices: outcome.choices.map(({ id }) => id) };
    case "premise": {
      return { ...empty, ...premisePart(base, outcome.premise, 1) };
    }
    case "answer": {
      const { entry, parties, view, beside } = outcome;
      const answer = answerPart(base, entry, parties);
      const belief = beside && premisePart(base, beside, numberCitations(entry).all.length + 1);
      const sources = [...answer.sources, ...(belief?.sources ?? [])];
      return { ...empty, ...answer, ...belief, sources, view };
    }
  }
}

/** @param firstNumber - of its sources, behind those of a case where there is one */
function premisePart(base: KnowledgeBase, premise: Premise, firstNumber: number) {
  const { id, belief, verdict, truth, related, cites } = premise;
  const numbered = cites.map((citation, index) => ({ n: firstNumber + index, citation }));
  return {
    premise: { id, belief, verdict, truth, related, cites: numbered.map(({ n }) => n) },
    sources: numbered.map(({ n, citation }) => sourceJson(base, premise, n, citation)),
  };
}

function answerPart(base: KnowledgeBase, entry: Case, parties: readonly string[]) {
  const { record, evidence_then: evidence = [], accepted } = entry;
  const numbering = numberCitations(entry);
  const cited = new Set(
    numbering.numbersOf([
      ...[...entry.decisions, ...entry.reasons, ...evidence].flatMap(({ cites }) => cites),
      ...(record?.cites ?? []),
      ...(accepted?.cites ?? []),
    ]),
  );
  return {
    case: entry.id,
    revision: entry.revision,
    parties,
    caseKind: entry.kind ?? "proposal",
    inShort: entry.in_short,
    record: record ? { text: record.text, cites: numbering.numbersOf(record.cites) } : null,
    decisions: entry.decisions.map(({ by, outcome, date, old_style, how, cites }) => ({
      by,
      outcome,
      date: date ?? null,
      oldStyle: old_style ?? null,
      how,
      cites: numbering.numbersOf(cites),
    })),
    reasons: orderedReasons(entry, parties).map(
      ({ id, held_by, claim, voice, strength, cites }) => ({
        id,
        heldBy: held_by,
        claim,
        voice,
        strength,
        cites: numbering.numbersOf(cites),
      }),
    ),
    evidenceThen: evidence.map(({ side, claim, cites }) => ({
      side,
      claim,
      cites: numbering.numbersOf(cites),
    })),
    accepted: accepted
      ? {
          date: accepted.date,
          text: accepted.text,
          cites: numbering.numbersOf(accepted.cites),
        }
      : null,
    sources: numbering.all
      .filter(({ n }) => cited.has(n))
      .map(({ n, citation }) => sourceJson(base, entry, n, citation)),
  };
}

function sourceJson(
  base: KnowledgeBase,
  entry: Pick<Case, "sources">,
  n: number,
  citation: Case["proposal"]["cites"][number],
): AnswerJson["sources"][number] {
  const source = base.findSource(entry, citation.source);
  return {
    n,
    id: citation.source,
    at: citation.at ? `${citation.at.label} ${citation.at.value}` : null,
    quote: citation.quote ?? null,
    text: source ? formatCitation(source, citation) : citation.source,
    url: (source && addressOf(source)) ?? null,
    seen: citation.seen,
  };
}

/** Three decimals: finer is noise. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
