import type { KnowledgeBase } from "../../knowledge/base.js";
import { parseDate, yearsOf } from "../../knowledge/dates.js";
import { citationsOf } from "../../knowledge/revision.js";
import { isVerified } from "../../knowledge/verified.js";

/** Bounds of eras by the year of the proposal, each up to and without the next. */
const ERAS: readonly (readonly [number, string])[] = [
  [Number.NEGATIVE_INFINITY, "antiquity (to 500)"],
  [500, "middle ages (500 to 1500)"],
  [1500, "early modern (1500 to 1789)"],
  [1789, "1789 to 1914"],
  [1914, "1914 to 1945"],
  [1945, "1945 to 1991"],
  [1991, "since 1991"],
];

/** How the collection stands, as lines of text. Pure. */
export function statsLines(base: KnowledgeBase, todayMs: number): string[] {
  const reasons = base.cases.flatMap((entry) => entry.reasons.map((reason) => ({ entry, reason })));
  const citations = base.cases.flatMap(citationsOf);
  const withPassage = reasons.filter(({ reason }) =>
    reason.cites.some(({ seen }) => seen === "passage"),
  );
  const verified = reasons.filter(({ entry, reason }) =>
    isVerified(reason, (id) => base.findSource(entry, id)),
  );
  const due = base.cases.filter(({ curated }) => {
    const span = parseDate(curated.review_by);
    return span !== undefined && span.latestMs < todayMs;
  });
  return [
    `cases: ${base.cases.length}, reasons: ${reasons.length}, citations: ${citations.length}, premises: ${base.premises.length}`,
    "",
    "cases by era",
    ...counts(base.cases.map(({ proposal }) => eraOf(proposal.date))),
    "",
    "citations by what was seen",
    ...counts(citations.map(({ seen }) => seen)),
    "",
    "reasons by strength",
    ...counts(reasons.map(({ reason }) => reason.strength)),
    "",
    `reasons with a passage read: ${share(withPassage.length, reasons.length)}`,
    `reasons verified: ${share(verified.length, reasons.length)}`,
    `reviews due: ${due.length === 0 ? "none" : due.map(({ id }) => id).join(", ")}`,
  ];
}

function eraOf(date: string): string {
  const year = yearsOf(date)?.from;
  const era = year === undefined ? undefined : ERAS.findLast(([from]) => from <= year);
  return era?.[1] ?? "undated";
}

/** Most frequent first. */
function counts(values: readonly string[]): string[] {
  const tally = new Map<string, number>();
  for (const value of values) tally.set(value, (tally.get(value) ?? 0) + 1);
  return [...tally]
    .sort(([, a], [, b]) => b - a)
    .map(([value, count]) => `  ${value}: ${share(count, values.length)}`);
}

function share(count: number, total: number): string {
  return total === 0 ? "0" : `${count} (${Math.round((count / total) * 100)} %)`;
}
