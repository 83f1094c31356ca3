import type { Numbering } from "../answer/numbering.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case, Citation, Reason, Source } from "../knowledge/model.js";
import { emphasis, plain, type Span } from "./reply.js";
import { STRINGS } from "./strings.js";

/** A case in the making: its numbering, and every citation that the blocks so far refer to. */
export interface Draft {
  readonly base: KnowledgeBase;
  readonly entry: Case;
  readonly numbering: Numbering;
  readonly cited: Citation[];
}

/** "But: ..." */
export function againstLine(
  draft: Draft,
  { claim, cites }: NonNullable<Reason["against"]>,
  citesMax?: number,
): Span[] {
  return [emphasis(STRINGS.otherSide), plain(` ${claim}`), ...numbers(draft, cites, citesMax)];
}

/**
 * " [1][4]", and a note that these are cited.
 *
 * @param max - how many are named: the first are the strongest
 */
export function numbers(
  draft: Draft,
  cites: readonly Citation[],
  max: number = Number.POSITIVE_INFINITY,
): Span[] {
  const named = cites.slice(0, max);
  draft.cited.push(...named);
  const marks = draft.numbering.numbersOf(named).map((n) => `[${n}]`);
  return marks.length > 0 ? [plain(` ${marks.join("")}`)] : [];
}

export function sourceOf({ base, entry }: Draft): (id: string) => Source | undefined {
  return (id) => base.findSource(entry, id);
}

export function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
