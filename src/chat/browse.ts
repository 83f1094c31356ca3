import type { KnowledgeBase } from "../knowledge/base.js";
import { yearsOf } from "../knowledge/dates.js";
import type { Case } from "../knowledge/model.js";
import type { BrowseAction, BrowseList } from "./browse-action.js";
import { showCase } from "./buttons.js";
import { type Block, type Button, plain, type Reply } from "./reply.js";
import { STRINGS } from "./strings.js";

/** Lines of a menu on the tightest platform, less the one that leads back. */
const LINES_MAX = 24;
/** Cases that "recently reviewed" names. */
const RECENT_MAX = 10;
/** From this year on periods are decades, before it centuries. */
const DECADES_FROM = 1900;

interface Heading {
  readonly key: string;
  readonly label: string;
  readonly cases: readonly Case[];
}

/** A list of the collection, to walk through without a question. */
export function browse(base: KnowledgeBase, { list, key }: BrowseAction): Reply {
  if (list === "start") return start(base);
  if (list === "recent")
    return listReply(STRINGS.browse.recent, recent(base).map(showCase), "start");
  const headings = headingsOf(base, list);
  const heading = headings.find((one) => one.key === key);
  const meaning = list === "facet" ? base.facets[key] : undefined;
  if (heading) return listReply(heading.label, heading.cases.map(showCase), list, meaning);
  return listReply(
    STRINGS.browse[list],
    headings.map((one) => ({
      label: STRINGS.browseHeading(one.label, one.cases.length),
      action: { name: "browse", list, key: one.key },
    })),
    "start",
  );
}

/** The ways in, for a menu under any other reply. */
export function browseLines(): Button[] {
  return (["period", "party", "facet", "recent"] as const).map((list) => ({
    label: STRINGS.browse[list],
    action: { name: "browse", list, key: "" },
  }));
}

/** Other cases turned down for the kind of reason that stands first in this one; nothing where there are none. */
export function sameFacetLine(base: KnowledgeBase, entry: Case): Button[] {
  const facet = entry.reasons[0]?.facet;
  const heading = headingsOf(base, "facet").find(({ key }) => key === facet);
  if (!heading || heading.cases.length < 2) return [];
  return [
    {
      label: STRINGS.sameFacet(heading.label),
      action: { name: "browse", list: "facet", key: heading.key },
    },
  ];
}

function start(base: KnowledgeBase): Reply {
  return {
    blocks: [
      { type: "title", text: STRINGS.browseTitle },
      { type: "paragraph", spans: [plain(STRINGS.browseCount(base.current.length))] },
    ],
    buttons: [],
    menu: { label: STRINGS.browseLabel, items: browseLines() },
  };
}

function listReply(
  title: string,
  lines: readonly Button[],
  back: BrowseList,
  meaning?: string,
): Reply {
  const shown = lines.slice(0, LINES_MAX);
  const cut: Block[] =
    lines.length > shown.length
      ? [{ type: "small", spans: [plain(STRINGS.browseCut(shown.length, lines.length))] }]
      : [];
  return {
    blocks: [
      { type: "title", text: title },
      ...(meaning ? [{ type: "paragraph" as const, spans: [plain(meaning)] }] : []),
      { type: "list", items: shown.map(({ label }) => ({ spans: [plain(label)] })) },
      ...cut,
    ],
    buttons: [],
    menu: {
      label: STRINGS.browseLabel,
      items: [
        ...shown,
        { label: STRINGS.browseBack, action: { name: "browse", list: back, key: "" } },
      ],
    },
  };
}

function headingsOf(base: KnowledgeBase, list: "period" | "party" | "facet"): Heading[] {
  const byKey = new Map<string, Case[]>();
  for (const entry of inOrder(base.current)) {
    for (const key of new Set(keysOf(entry, list))) {
      byKey.set(key, [...(byKey.get(key) ?? []), entry]);
    }
  }
  const headings = [...byKey].map(([key, cases]) => ({
    key,
    label: labelOf(base, list, key),
    cases,
  }));
  // Periods stand in time, the rest by weight, so that what is cut off is what leads to least.
  return list === "period"
    ? headings
    : headings.sort((a, b) => b.cases.length - a.cases.length || a.label.localeCompare(b.label));
}

function keysOf(entry: Case, list: "period" | "party" | "facet"): string[] {
  switch (list) {
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

function labelOf(base: KnowledgeBase, list: "period" | "party" | "facet", key: string): string {
  if (list === "period") return STRINGS.period(key.split(":")[0] ?? "", key.split(":")[1] ?? "");
  const text = list === "party" ? base.partyName(key) : key.replaceAll("-", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function inOrder(cases: readonly Case[]): Case[] {
  const yearOf = ({ proposal }: Case) => yearsOf(proposal.date)?.from ?? 0;
  return [...cases].sort((a, b) => yearOf(a) - yearOf(b) || a.id.localeCompare(b.id));
}

function recent({ current }: KnowledgeBase): Case[] {
  return [...current]
    .sort(
      (a, b) => b.curated.reviewed.localeCompare(a.curated.reviewed) || a.id.localeCompare(b.id),
    )
    .slice(0, RECENT_MAX);
}
