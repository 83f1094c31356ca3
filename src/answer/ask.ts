import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case, Premise } from "../knowledge/model.js";
import type { Interpretation } from "../question/interpret.js";
import { createSearch, type Hit } from "../search/search.js";
import type { SearchData } from "../search/search-data.js";
import { createSuggester } from "../search/suggest.js";
import { decidersMeant } from "./deciders.js";
import { createFindExact } from "./exact.js";
import { neighbourAskedFor, partiesAskedAbout, pointsBack, readFollowUp } from "./follow-up.js";
import { createFollowUpReader } from "./follow-up-words.js";
import type { Outcome } from "./outcome.js";
import { createReadMistypedParty } from "./party-names.js";

export { readSearchData, type SearchData } from "../search/search-data.js";

export interface AskRequest {
  readonly question: string;
  /** The case that the question may follow up. */
  readonly about?: string | undefined;
  /** Whose refusal is asked for, by id or name; adds to what the question itself says. */
  readonly party?: string | undefined;
  /** False to go through the search even where the text is a case's name to the letter; true by default. */
  readonly exact?: boolean | undefined;
}

type Answer = Extract<Outcome, { kind: "answer" }>;

/** The one use case: terminal, programs and both platforms call it and nothing else. */
export interface Asker {
  readonly base: KnowledgeBase;
  ask(request: AskRequest): Outcome;
  /** Whether a text goes on about a case, instead of asking anew. */
  isFollowUp(text: string, about: string): boolean;
  /** Cases that may be meant by what has been typed so far, best first. */
  suggest(typed: string, limit: number): readonly Case[];
}

/**
 * The chance from which a case is told. Lower ones answer more questions and more near misses wrongly, higher ones lose
 * more than they save; docs/search.md has the curve.
 */
export const ANSWER_AT = 0.7;
/** Told for a short question that goes on from the case at hand: chosen, not measured, and above `ANSWER_AT`. */
const NEIGHBOUR_CHANCE = 0.8;
/** From this chance that it is meant a belief about the case that is answered is put right beside it. */
const BESIDE_CHANCE = 0.15;
/** What is offered to choose from: cases that fit this well by themselves, and not much worse than the best. */
const CHOICE_RELEVANCE = 0.4;
const CHOICE_SHARE = 0.35;
/** A rival that fits this well, against the best, makes it a choice, below this chance. */
const RIVAL_SHARE = 0.7;
const SURE_AT = 0.9;
/** Nearest titles are shown from this fit; below, nearness is chance. */
const NEAREST_RELEVANCE = 0.1;
/** A question that points back to the case at hand is about it where the case knows this share of its information. */
const OWN_COVERAGE = 0.4;
const CHOICES_MAX = 5;
const NEAREST_MAX = 3;

/** @param stored - what `readSearchData` gave for this very base, where another thread has made it */
export function createAsker(base: KnowledgeBase, stored?: SearchData): Asker {
  const search = createSearch(base, stored);
  const suggester = createSuggester(base);
  const findExact = createFindExact(base);
  const readers = {
    readWord: createFollowUpReader(),
    readMistypedParty: createReadMistypedParty(base),
  };

  const answer = (entry: Case, question: Interpretation, confidence: number): Answer => ({
    kind: "answer",
    entry,
    parties: decidersMeant(base, entry, question.refusers),
    view: "reasons",
    confidence,
  });

  return {
    base,
    suggest: suggester.suggest,
    isFollowUp(text, about) {
      const entry = base.findCase(about);
      return (
        entry !== undefined &&
        readFollowUp(base, search.read(text, about), entry, readers) !== undefined
      );
    },
    ask({ question: text, about, party, exact = true }) {
      const question = search.read(party ? `${text}\n${party}` : text, about);
      if (/^(?:help|\?*)$/i.test(text.trim())) return { kind: "help" };

      const named = exact ? findExact(text) : undefined;
      if (named) return answer(named, question, 1);

      const entry = about === undefined ? undefined : base.findCase(about);
      const followUp = entry && readFollowUp(base, question, entry, readers);
      if (entry && followUp?.kind === "part") {
        const { view, parties } = followUp;
        return { kind: "answer", entry, parties, view, confidence: 1 };
      }
      if (entry && followUp?.kind === "stranger") {
        return { kind: "unknown", nearest: [entry], confidence: 0 };
      }
      const hits = search.find(question);
      const outcome = decide(base, question, hits, answer);
      if (!entry || outcome.kind === "answer" || outcome.kind === "premise") return outcome;
      // Nothing else is meant, so the case at hand may be, or one beside it.
      const found = hits.flatMap(({ id }) => base.findCase(id) ?? []);
      const parties = partiesAskedAbout(base, question, entry);
      if (parties.length > 0) {
        return { kind: "answer", entry, parties, view: "reasons", confidence: NEIGHBOUR_CHANCE };
      }
      const neighbour = neighbourAskedFor(base, question, entry, found);
      if (neighbour) return answer(neighbour, question, NEIGHBOUR_CHANCE);
      return isAbout(entry, question, hits) ? answer(entry, question, NEIGHBOUR_CHANCE) : outcome;
    },
  };
}

/** Whether a question that names no other case goes on about the one at hand: "was it because of the oil?". */
function isAbout(entry: Case, question: Interpretation, hits: readonly Hit[]): boolean {
  const own = hits.find(({ id }) => id === entry.id);
  if (!own) return false;
  const isFirst = own === hits[0] && own.relevance >= NEAREST_RELEVANCE;
  return isFirst || (pointsBack(question) && own.features.coverage >= OWN_COVERAGE);
}

/** The belief about a case that fits the question best, where it fits at all. */
function beliefBeside(base: KnowledgeBase, entry: Case, hits: readonly Hit[]): Premise | undefined {
  return hits
    .filter(({ kind, instead }) => kind === "premise" && instead >= BESIDE_CHANCE)
    .sort((a, b) => b.instead - a.instead)
    .flatMap((hit) => base.premises.find(({ id }) => id === hit.id) ?? [])
    .find(({ related }) => related.includes(entry.id));
}

/** Whether another matter fits nearly as well, so that one cannot be told before the other. */
function hasRival(best: Hit, hits: readonly Hit[]): boolean {
  const rival = hits.find(({ id }) => id !== best.id && !best.related.has(id));
  return (
    best.confidence < SURE_AT &&
    rival !== undefined &&
    rival.relevance >= best.relevance * RIVAL_SHARE &&
    rival.relevance >= CHOICE_RELEVANCE
  );
}

function decide(
  base: KnowledgeBase,
  question: Interpretation,
  hits: readonly Hit[],
  answer: (entry: Case, question: Interpretation, confidence: number) => Answer,
): Outcome {
  const [best] = hits;
  const confidence = best?.confidence ?? 0;
  if (best && confidence >= ANSWER_AT && !hasRival(best, hits)) {
    const entry = base.findCase(best.id);
    if (best.kind === "case" && entry) {
      return { ...answer(entry, question, confidence), beside: beliefBeside(base, entry, hits) };
    }
    const premise = base.premises.find(({ id }) => id === best.id);
    if (premise) return { kind: "premise", premise, confidence };
  }
  const casesFrom = (least: number, most: number) =>
    hits
      .filter(({ relevance }) => relevance >= least)
      .flatMap(({ id }) => base.findCase(id) ?? [])
      .slice(0, most);
  const fit = Math.max(CHOICE_RELEVANCE, (best?.relevance ?? 0) * CHOICE_SHARE);
  const choices = casesFrom(fit, CHOICES_MAX);
  // One candidate is no choice: it is the nearest title.
  if (choices.length > 1) return { kind: "choices", choices, confidence };
  return { kind: "unknown", nearest: casesFrom(NEAREST_RELEVANCE, NEAREST_MAX), confidence };
}
