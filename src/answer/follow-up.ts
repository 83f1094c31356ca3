import type { KnowledgeBase } from "../knowledge/base.js";
import { yearsOf } from "../knowledge/dates.js";
import type { Case } from "../knowledge/model.js";
import type { Interpretation } from "../question/interpret.js";
import { decidersMeant } from "./deciders.js";
import type { FollowUpReader } from "./follow-up-words.js";
import type { View } from "./outcome.js";
import type { ReadMistypedParty } from "./party-names.js";

/** "and then?", "what came of it", "how do you know": nothing but words that are left out of a search. */
const VIEW_OF_PHRASE: readonly (readonly [RegExp, View])[] = [
  [
    /\b(?:how (?:do|did|would|can) (?:you|we|they|u) know|sa(?:ys|id) who|who says|where (?:does|did|is|do) (?:this|that|it|you|u)\b.*\bfrom|where(?:'?s| is) (?:this|that|it) from|where (?:did|do|can) (?:you|i|u|we) (?:get|find|read))/i,
    "sources",
  ],
  [
    /\b(?:and|so) then\b|\bcame of (?:it|that)\b|\bafter (?:that|this|it)\b|\bhapp?en|\bin the end\b|\bwhat followed\b/i,
    "aftermath",
  ],
];
/** A question that goes on from the last one. */
const GOES_ON = /^(?:and|but|ok|so|what about|how about|what of|only|just|also|or|then)\b/i;
/** Words that stand for what was said before. */
const POINTS_BACK =
  /\b(?:it|its|they|them|their|he|him|his|she|her|that|this|those|these|there|then)\b/i;
/** Longer questions stand by themselves. */
const FOLLOW_UP_MAX_WORDS = 9;
const POINTING_MAX_WORDS = 16;

export type FollowUp =
  | { readonly kind: "part"; readonly view: View; readonly parties: readonly string[] }
  /** A party that this case says nothing about. */
  | { readonly kind: "stranger" };

/** What reading a follow-up needs, made once for a base. */
export interface FollowUpReaders {
  readonly readWord: FollowUpReader;
  readonly readMistypedParty: ReadMistypedParty;
}

/**
 * Reads a question as one about the case at hand: "and the French?", "sources?", "what happened next?".
 *
 * @returns undefined where it has words of its own, and so is a first-time question
 */
export function readFollowUp(
  base: KnowledgeBase,
  question: Interpretation,
  entry: Case,
  { readWord, readMistypedParty }: FollowUpReaders,
): FollowUp | undefined {
  if (question.years.length > 0) return undefined;
  const isIdea = entry.kind === "idea";
  const words = question.content.map((word) => ({ word, ...readWord(word, isIdea) }));
  if (words.some(({ kind }) => kind === "own")) return undefined;
  const mended = words.flatMap(({ kind, word }) =>
    kind === "unknown" ? [readMistypedParty(entry, word)] : [],
  );
  if (mended.some((ids) => ids.length === 0)) return undefined;
  const asked = words.flatMap((word) => (word.kind === "view" ? [word.view] : []))[0];
  const view = asked ?? VIEW_OF_PHRASE.find(([phrase]) => phrase.test(question.text))?.[1];
  const mentions = [
    ...question.mentions,
    ...mended.map((partyIds) => ({ start: 0, end: 0, partyIds })),
  ];
  if (view === undefined && mentions.length === 0) return undefined;
  const parties = decidersMeant(base, entry, mentions);
  if (mentions.length > 0 && parties.length === 0) return { kind: "stranger" };
  return { kind: "part", view: view ?? "reasons", parties };
}

/**
 * The parties of the case at hand that a short question with words of its own asks about: "why did London drop it then".
 * To be tried after the search has found nothing else.
 */
export function partiesAskedAbout(
  base: KnowledgeBase,
  question: Interpretation,
  entry: Case,
): readonly string[] {
  if (question.text.split(/\s+/).length > FOLLOW_UP_MAX_WORDS) return [];
  return decidersMeant(base, entry, question.mentions);
}

/** Whether a question goes on from the last answer or points back to it: "was it because of the oil?". */
export function pointsBack({ text }: Interpretation): boolean {
  const words = text.split(/\s+/).length;
  return words <= POINTING_MAX_WORDS && (GOES_ON.test(text) || POINTS_BACK.test(text));
}

/**
 * The case that "and the 1939 one?" leads to: a related one of that year, or one with parties in common.
 *
 * @param found - cases that the search found for the question's own words, best first
 */
export function neighbourAskedFor(
  base: KnowledgeBase,
  question: Interpretation,
  entry: Case,
  found: readonly Case[],
): Case | undefined {
  const isShort = question.text.split(/\s+/).length <= FOLLOW_UP_MAX_WORDS;
  if (!isShort || !GOES_ON.test(question.text)) return undefined;
  const related = entry.see_also.flatMap((id) => base.findCase(id) ?? []);
  const named = found.find((one) => related.includes(one));
  if (question.content.length > 0 && named) return named;
  const parties = new Set([...entry.proposal.by, ...entry.decisions.map(({ by }) => by)]);
  const sharesParty = ({ proposal, decisions }: Case) =>
    [...proposal.by, ...decisions.map(({ by }) => by)].some((id) => parties.has(id));
  const inYear = (one: Case) => {
    const span = yearsOf(one.proposal.date);
    return (
      span !== undefined &&
      question.years.some(({ from, to }) => from <= span.to && to >= span.from)
    );
  };
  return (
    related.find(inYear) ??
    base.current.find((one) => one !== entry && inYear(one) && sharesParty(one))
  );
}
