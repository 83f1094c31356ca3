import type { KnowledgeBase } from "../knowledge/base.js";
import { yearsOf } from "../knowledge/dates.js";
import type { Case } from "../knowledge/model.js";
import type { Interpretation } from "../question/interpret.js";
import { decidersMeant } from "./deciders.js";
import type { View } from "./outcome.js";

/** Stems that ask for a part of the case at hand. A question of these and of fillers alone follows it up. */
const VIEW_OF_STEM: Readonly<Record<string, View>> = {
  sourc: "sources",
  refer: "sources",
  citat: "sources",
  cite: "sources",
  proof: "sources",
  prove: "sources",
  evid: "sources",
  quot: "sources",
  link: "sources",
  next: "aftermath",
  aftermath: "aftermath",
  afterward: "aftermath",
  consequ: "aftermath",
  result: "aftermath",
  outcom: "aftermath",
  side: "case-for",
  favour: "case-for",
  favor: "case-for",
  argument: "case-for",
  support: "case-for",
  accept: "case-for",
  dissent: "case-for",
  myth: "corrections",
  error: "corrections",
  mistak: "corrections",
  misconcept: "corrections",
  wrong: "corrections",
};

/** The same where the case at hand is an idea: then evidence and acceptance are parts of their own. */
const IDEA_VIEW_OF_STEM: Readonly<Record<string, View>> = {
  ...VIEW_OF_STEM,
  evid: "known-then",
  known: "known-then",
  knew: "known-then",
  chang: "changed",
  accept: "changed",
};

/** Said on the way; they name no case. */
const FILLER_STEMS: ReadonlySet<string> = new Set(
  "ok okai pl plz pleas bit part bout usual common commonli told sai yes els leav drop answer view posit case stori".split(
    " ",
  ),
);

/** "and then?", "what came of it": nothing but words that are left out of a search. */
const ASKS_FOR_AFTERMATH =
  /\b(?:and|so) then\b|\bcame of (?:it|that)\b|\bafter (?:that|this)\b|\bhappen/i;
/** A question that goes on from the last one. */
const GOES_ON = /^(?:and|but|ok|so|what about|how about|what of|only|just)\b/i;
/** Longer questions stand by themselves. */
const FOLLOW_UP_MAX_WORDS = 9;

export type FollowUp =
  | { readonly kind: "part"; readonly view: View; readonly parties: readonly string[] }
  /** A party that this case says nothing about. */
  | { readonly kind: "stranger" };

/**
 * Reads a question as one about the case at hand: "and the French?", "sources?", "what happened next?".
 *
 * @returns undefined where it has words of its own, and so is a first-time question
 */
export function readFollowUp(
  base: KnowledgeBase,
  question: Interpretation,
  entry: Case,
): FollowUp | undefined {
  const own = question.content.filter(({ stem }) => !FILLER_STEMS.has(stem));
  const viewOfStem = entry.kind === "idea" ? IDEA_VIEW_OF_STEM : VIEW_OF_STEM;
  const views = own.map(({ stem }) => viewOfStem[stem]);
  if (views.some((one) => one === undefined) || question.years.length > 0) return undefined;
  const view =
    views[0] ?? (ASKS_FOR_AFTERMATH.test(question.text) ? ("aftermath" as const) : undefined);
  if (view === undefined && question.mentions.length === 0) return undefined;
  const parties = decidersMeant(base, entry, question.mentions);
  if (question.mentions.length > 0 && parties.length === 0) return { kind: "stranger" };
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
