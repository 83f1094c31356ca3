import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import type { Interpretation } from "../question/interpret.js";
import { decidersMeant } from "./deciders.js";
import type { View } from "./outcome.js";

/** Stems that ask for a part of the case at hand. A question of these alone follows it up. */
const VIEW_OF_STEM: Readonly<Record<string, View>> = {
  sourc: "sources",
  refer: "sources",
  citat: "sources",
  cite: "sources",
  proof: "sources",
  evid: "sources",
  quot: "sources",
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
  myth: "corrections",
  error: "corrections",
  mistak: "corrections",
  misconcept: "corrections",
};

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
  const views = question.content.map(({ stem }) => VIEW_OF_STEM[stem]);
  const [view] = views;
  if (views.some((one) => one === undefined)) return undefined;
  if (view === undefined && question.mentions.length === 0) return undefined;
  const parties = decidersMeant(base, entry, question.mentions);
  if (question.mentions.length > 0 && parties.length === 0) return { kind: "stranger" };
  return { kind: "part", view: view ?? "reasons", parties };
}
