import type { KnowledgeBase } from "../knowledge/base.js";
import { dateInWords } from "../knowledge/dates.js";
import type { Case } from "../knowledge/model.js";
import { type Block, emphasis, type ListItem, plain } from "./reply.js";
import { STRINGS } from "./strings.js";

/** Cases that "recently reviewed" names. */
const RECENT_MAX = 10;

/** The cases reviewed last, newest first. */
export function recentCases({ current }: KnowledgeBase): Case[] {
  return [...current]
    .sort(
      (a, b) => b.curated.reviewed.localeCompare(a.curated.reviewed) || a.id.localeCompare(b.id),
    )
    .slice(0, RECENT_MAX);
}

/** What changed in the collection: the cases reviewed last under their days, then those that are no longer told. */
export function changesOf(base: KnowledgeBase): Block[] {
  const byDay = new Map<string, ListItem[]>();
  for (const { title, curated } of recentCases(base)) {
    byDay.set(curated.reviewed, [
      ...(byDay.get(curated.reviewed) ?? []),
      { spans: [plain(title)] },
    ]);
  }
  const gone = base.cases.flatMap((entry) => goneItem(base, entry));
  return [
    ...[...byDay].flatMap(([day, items]): Block[] => [
      { type: "heading", text: STRINGS.reviewedOn(dateInWords(day)) },
      { type: "list", items },
    ]),
    ...(gone.length > 0
      ? [
          { type: "heading" as const, text: STRINGS.goneTitle },
          { type: "list" as const, items: gone.slice(0, RECENT_MAX) },
        ]
      : []),
  ];
}

function goneItem(base: KnowledgeBase, { title, status }: Case): ListItem[] {
  if (status === "current") return [];
  const why =
    "withdrawn" in status
      ? STRINGS.withdrawn(status.withdrawn)
      : STRINGS.mergedInto(base.findCase(status.moved)?.title ?? status.moved);
  return [{ spans: [plain(`${title}. `), emphasis(why)] }];
}
