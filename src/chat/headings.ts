import type { KnowledgeBase } from "../knowledge/base.js";
import { yearsOf } from "../knowledge/dates.js";
import type { Case } from "../knowledge/model.js";
import { STRINGS } from "./strings.js";

/** What the collection is divided by. */
export type Division = "period" | "party" | "facet";

/** A part of the collection, with its cases in the order of time. */
export interface Heading {
  readonly key: string;
  readonly label: string;
  readonly cases: readonly Case[];
}

/** From this year on periods are decades, before it centuries. */
const DECADES_FROM = 1900;

const known = new WeakMap<KnowledgeBase, Map<Division, readonly Heading[]>>();

/** The collection divided, once for each base: every answer looks at it. */
export function headingsOf(base: KnowledgeBase, division: Division): readonly Heading[] {
  const divisions = known.get(base) ?? new Map<Division, readonly Heading[]>();
  known.set(base, divisions);
  const headings = divisions.get(division) ?? readHeadings(base, division);
  divisions.set(division, headings);
  return headings;
}

/** The collection divided; periods in the order of time, the rest by weight, so that what leads to most comes first. */
function readHeadings(base: KnowledgeBase, division: Division): Heading[] {
  const byKey = new Map<string, Case[]>();
  for (const entry of inOrderOfTime(base.current)) {
    for (const key of new Set(keysOf(entry, division))) {
      byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
  }
  const headings = [...byKey].map(([key, cases]) => ({
    key,
    label: labelOf(base, division, key),
    cases,
  }));
  return division === "period"
    ? headings
    : headings.sort((a, b) => b.cases.length - a.cases.length || a.label.localeCompare(b.label));
}

/** The kinds of reason of a case that other cases share, as they stand in it: strongest first. */
export function sharedFacets(base: KnowledgeBase, entry: Case): Heading[] {
  const headings = new Map(headingsOf(base, "facet").map((one) => [one.key, one]));
  return [...new Set(entry.reasons.map(({ facet }) => facet))].flatMap((facet) => {
    const heading = headings.get(facet);
    return heading && heading.cases.length > 1 ? [heading] : [];
  });
}

function keysOf(entry: Case, division: Division): string[] {
  switch (division) {
    case "period":
      return [periodOf(entry)];
    case "party":
      return entry.decisions.flatMap(({ by, outcome }) => (outcome === "accepted" ? [] : [by]));
    case "facet":
      return entry.reasons.map(({ facet }) => facet);
  }
}

/** "1930:1939"; years before the common era are one period. */
function periodOf(entry: Case): string {
  const year = yearsOf(entry.proposal.date)?.from ?? 0;
  if (year < 1) return ":0";
  const span = year >= DECADES_FROM ? 10 : 100;
  const from = Math.floor(year / span) * span;
  return `${from}:${from + span - 1}`;
}

function labelOf(base: KnowledgeBase, division: Division, key: string): string {
  if (division === "period") {
    const [from = "", to = ""] = key.split(":");
    return STRINGS.period(from, to);
  }
  const text = division === "party" ? base.partyName(key) : key.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** By the year of the proposal. */
export function inOrderOfTime(cases: readonly Case[]): Case[] {
  const yearOf = ({ proposal }: Case) => yearsOf(proposal.date)?.from ?? 0;
  return [...cases].sort((a, b) => yearOf(a) - yearOf(b) || a.id.localeCompare(b.id));
}
