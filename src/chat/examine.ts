import { citedSources } from "../citation/cited.js";
import { addressOf, formatCitation, formatNames } from "../citation/format.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import { dateInWords } from "../knowledge/dates.js";
import type { Case, Citation, Source } from "../knowledge/model.js";
import { examineLine } from "./buttons.js";
import { type Block, emphasis, type ListItem, plain, type Reply, strong } from "./reply.js";
import { STRINGS } from "./strings.js";

/** Lines of a menu on the tightest platform. */
const SOURCES_MAX = 25;
/** Reasons named as resting on the source. */
const USES_MAX = 3;

/**
 * One source of a case under the magnifying glass: who made it, when, what kind it is, what rests on it here, what that
 * kind can and cannot tell, and three questions to put to it. The menu has the other sources.
 *
 * @param index - the source's place among those that the case cites; past the end is the first
 */
export function examine(base: KnowledgeBase, entry: Case, index: number): Omit<Reply, "self"> {
  const sources = Object.entries(citedSources(base, entry));
  const at = index < sources.length ? index : 0;
  const [id, source] = sources[at] ?? [];
  return {
    blocks: [
      { type: "title", text: STRINGS.examineTitle },
      ...(id !== undefined && source ? glass(entry, id, source) : []),
      ...(sources.length > SOURCES_MAX
        ? [
            {
              type: "small",
              spans: [plain(STRINGS.examineCut(SOURCES_MAX, sources.length))],
            } as const,
          ]
        : []),
    ],
    foot: STRINGS.entryLine(`${entry.id}@${entry.revision}`, dateInWords(entry.curated.reviewed)),
    buttons: [],
    menu: {
      label: STRINGS.examineOther,
      items: sources
        .slice(0, SOURCES_MAX)
        .map(([, one], place) =>
          examineLine(entry, formatCitation(one, {}, { short: true }), place),
        ),
    },
  };
}

function glass(entry: Case, id: string, source: Source): Block[] {
  const words = STRINGS.examine[source.custom.class];
  const uses = usesOf(entry, id);
  return [
    { type: "paragraph", spans: [{ text: formatCitation(source), url: addressOf(source) }] },
    { type: "list", items: facts(source) },
    ...(uses.length > 0
      ? [
          { type: "heading", text: STRINGS.examineUses } as const,
          { type: "list", items: uses } as const,
        ]
      : []),
    { type: "heading", text: STRINGS.examineCan },
    { type: "paragraph", spans: [plain(words.can), plain(" "), plain(words.cannot)] },
    { type: "heading", text: STRINGS.examineAsk },
    { type: "list", items: words.ask.map((question) => ({ spans: [plain(question)] })) },
  ];
}

function facts(source: Source): ListItem[] {
  const { author, recipient, issued, language, custom } = source;
  const written = source["original-date"];
  const { fact, unnamed } = STRINGS;
  const said: [string, string | undefined][] = [
    [fact.by, author ? formatNames(author) : unnamed],
    [fact.to, recipient && formatNames(recipient)],
    [fact.written, written && dateInWords(written)],
    [fact.published, issued && dateInWords(issued)],
    [fact.kind, STRINGS.examine[custom.class].kind],
    [fact.keptAt, source.archive],
    [fact.language, language && (LANGUAGES.of(language) ?? language)],
    [fact.access, custom.access && STRINGS.access[custom.access]],
  ];
  return said.flatMap(([label, text]) =>
    text ? [{ spans: [strong(`${label}:`), plain(` ${text}`)] }] : [],
  );
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language" });

/** The reasons that rest on the source, and whether its words were read for them. */
function usesOf(entry: Case, id: string): ListItem[] {
  return entry.reasons
    .flatMap(({ claim, cites }) => {
      const cited = cites.find(({ source }) => source === id);
      return cited ? [{ spans: [plain(claim), ...seenMark(cited)] }] : [];
    })
    .slice(0, USES_MAX);
}

function seenMark({ seen }: Citation) {
  return [emphasis(` (${STRINGS.seen[seen]})`)];
}
