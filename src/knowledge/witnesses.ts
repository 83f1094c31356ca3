import { type DateSpan, parseDate, surelyBefore } from "./dates.js";
import type { CaseFile, Citation, Reason, Source } from "./model.js";

type SourceOf = (id: string) => Source | undefined;

/** The date of the words that a citation uses, which may stand in a later work. */
export function dateOfWords(citation: Citation, source: Source | undefined): string | undefined {
  return citation.date ?? source?.["original-date"] ?? source?.issued;
}

/**
 * When the cited work was written. A work with a date of its own tells older words (Plutarch those of a speech); one
 * without only prints them (a biography its letters), and then they have their own.
 */
function dateOfWriting(citation: Citation, source: Source | undefined): string | undefined {
  return source?.["original-date"] ?? dateOfWords(citation, source);
}

/**
 * Whether all that a case rests on, as far as it has a date, was written after the last decision: nobody of the time
 * tells it.
 */
export function areWitnessesLate(
  { proposal, decisions, reasons }: Pick<CaseFile, "proposal" | "decisions" | "reasons">,
  sourceOf: SourceOf,
): boolean {
  const cites = [...decisions, ...reasons].flatMap((part) => part.cites);
  const last = spansOf([proposal.date, ...decisions.map(({ date }) => date)])
    .sort((a, b) => a.latestMs - b.latestMs)
    .at(-1);
  return areWrittenAfter(last, cites, sourceOf);
}

/** Whether a reason that was given at the time is known from works written after the decision alone. */
export function isToldLater(
  { voice, held_by, cites }: Pick<Reason, "voice" | "held_by" | "cites">,
  { decisions }: Pick<CaseFile, "decisions">,
  sourceOf: SourceOf,
): boolean {
  if (voice !== "said-then") return false;
  const [decided] = spansOf([decidedOf(held_by, decisions)]);
  return areWrittenAfter(decided, cites, sourceOf);
}

/** The date of the first decision that one of the holders of a reason took. */
export function decidedOf(
  heldBy: readonly string[],
  decisions: CaseFile["decisions"],
): string | undefined {
  return decisions.find(({ by, date }) => heldBy.includes(by) && date)?.date;
}

function areWrittenAfter(
  decided: DateSpan | undefined,
  cites: readonly Citation[],
  sourceOf: SourceOf,
): boolean {
  const written = spansOf(
    cites.map((citation) => dateOfWriting(citation, sourceOf(citation.source))),
  );
  return (
    decided !== undefined &&
    written.length > 0 &&
    written.every((span) => surelyBefore(decided, span))
  );
}

function spansOf(dates: readonly (string | undefined)[]): DateSpan[] {
  return dates.flatMap((date) => (date === undefined ? [] : (parseDate(date) ?? [])));
}
