import type { Numbering } from "../answer/numbering.js";
import { addressOf, formatCitation } from "../citation/format.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case, Citation } from "../knowledge/model.js";
import { type Block, emphasis, type ListItem, plain } from "./reply.js";
import { STRINGS } from "./strings.js";

/**
 * The list of the sources cited, by number. Without quotations, citations of one place share a line: "[1][3]".
 *
 * @returns no block where nothing is cited
 */
export function presentSources(
  base: KnowledgeBase,
  entry: Pick<Case, "sources">,
  numbering: Numbering,
  cited: readonly Citation[],
  { withQuotations }: { withQuotations: boolean },
): Block[] {
  const wanted = new Set(numbering.numbersOf(cited));
  const lines = new Map<string, { marks: number[]; item: ListItem }>();
  for (const { n, citation } of numbering.all) {
    if (!wanted.has(n)) continue;
    const item = sourceItem(base, entry, citation, withQuotations);
    const key = item.spans.map(({ text }) => text).join("");
    const line = lines.get(key);
    if (line) line.marks.push(n);
    else lines.set(key, { marks: [n], item });
  }
  if (lines.size === 0) return [];
  return [
    { type: "heading", text: STRINGS.sourcesTitle },
    {
      type: "list",
      items: [...lines.values()].map(({ marks, item }) => ({
        ...item,
        mark: marks.map((n) => `[${n}]`).join(""),
      })),
    },
  ];
}

function sourceItem(
  base: KnowledgeBase,
  entry: Pick<Case, "sources">,
  citation: Citation,
  withQuotations: boolean,
): ListItem {
  const source = base.findSource(entry, citation.source);
  const text = source
    ? formatCitation(source, citation, { short: !withQuotations })
    : citation.source;
  const { quote, translation, seen } = citation;
  return {
    spans: [
      { text, url: source && addressOf(source) },
      ...(withQuotations && quote ? [plain(` “${quote}”`)] : []),
      ...(withQuotations && translation ? [plain(` ${STRINGS.translation} “${translation}”`)] : []),
      ...(withQuotations && seen !== "passage" ? [emphasis(` (${STRINGS.seen[seen]})`)] : []),
    ],
  };
}
