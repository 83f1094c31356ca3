import { inAlphabet } from "../citation/bibliography.js";
import { citedSources } from "../citation/cited.js";
import { toBibtex } from "../citation/export/bibtex.js";
import { toRis } from "../citation/export/ris.js";
import type { RichText } from "../citation/rich-text.js";
import { STYLES } from "../citation/styles/index.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import { dateInWords } from "../knowledge/dates.js";
import type { Case, Source } from "../knowledge/model.js";
import type { CitationFormat } from "./part.js";
import type { Block, Span, Text } from "./reply.js";
import { STRINGS } from "./strings.js";

type Sources = Readonly<Record<string, Source>>;

/** A format that other programs read. */
interface Export {
  readonly write: (sources: Sources) => string;
  readonly ending: string;
}

const EXPORTS: Readonly<Partial<Record<CitationFormat, Export>>> = {
  bibtex: { write: toBibtex, ending: "bib" },
  ris: { write: toRis, ending: "ris" },
};

/** The sources of a case, ready to be copied into a paper or a reference manager. */
export function presentCitations(base: KnowledgeBase, entry: Case, format: CitationFormat): Text {
  const sources = citedSources(base, entry);
  const toExport = EXPORTS[format];
  return {
    blocks: [
      { type: "title", text: entry.title },
      { type: "heading", text: STRINGS.citationsTitle(STRINGS.citationFormat[format]) },
      ...(toExport ? records(sources, toExport.write) : bibliography(sources, format)),
    ],
    ...(toExport
      ? { file: { name: `${entry.id}.${toExport.ending}`, text: toExport.write(sources) } }
      : {}),
    foot: STRINGS.entryLine(`${entry.id}@${entry.revision}`, dateInWords(entry.curated.reviewed)),
  };
}

function bibliography(sources: Sources, format: CitationFormat): Block[] {
  const style = STYLES.find(({ id }) => id === format);
  if (!style) return [];
  const entries = inAlphabet(Object.values(sources).map((source) => style.bibliography(source)));
  return [{ type: "list", items: entries.map((entry) => ({ spans: entry.map(spanOf) })) }];
}

/** A block for each record, so that pages part between them. */
function records(sources: Sources, write: (sources: Sources) => string): Block[] {
  return Object.entries(sources).map(([id, source]) => ({
    type: "code",
    text: write({ [id]: source }).trim(),
  }));
}

function spanOf({ text, italic }: RichText[number]): Span {
  if (/^https?:\/\/\S+$/.test(text)) return { text, url: text };
  return italic ? { text, style: "emphasis" } : { text };
}
