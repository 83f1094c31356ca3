import { dateInWords } from "../knowledge/dates.js";
import type { Citation, Name, Source } from "../knowledge/model.js";
import { formatLocator, formatRange } from "./locator.js";
import { isQuotedFrom } from "./source-parts.js";

/** Names listed in full; with more, the first and "et al.". */
const NAMES_MAX = 3;

export interface CitationFormat {
  /** For a card: short titles, family names, no publisher. The list of sources gives it all. */
  readonly short: boolean;
}

/**
 * One source as a reader finds it again: who, what, in which work, when, and the place in it.
 *
 * @example
 * formatCitation(neilson, { at: { label: "page", value: "236" } });
 * // "Keith Neilson, Britain, Soviet Russia and the Collapse of the Versailles Order (Cambridge University Press, 2006), p. 236"
 * formatCitation(neilson, {}, { short: true }); // "Neilson, Britain, Soviet Russia and the Collapse (2006)"
 */
export function formatCitation(
  source: Source,
  { at }: Pick<Citation, "at"> = {},
  format: CitationFormat = { short: false },
): string {
  const parts = [
    source.author && formatNames(source.author, format),
    formatTitle(source, format),
    source["container-title"] && formatContainer(source, format),
    source.translator && !format.short && `trans. ${formatNames(source.translator)}`,
    source.archive,
    source.archive_location,
  ];
  const work = parts.filter(Boolean).join(", ");
  const imprint = format.short ? formatWritten(source) : formatImprint(source);
  return [work + (imprint ? ` (${imprint})` : ""), at && formatLocator(at)]
    .filter(Boolean)
    .join(", ");
}

/** Where the work can be opened: its own address, else that of its DOI. */
export function addressOf({ URL: address, DOI: doi }: Source): string | undefined {
  return address ?? (doi === undefined ? undefined : `https://doi.org/${doi}`);
}

export function formatNames(
  names: readonly Name[],
  { short }: CitationFormat = { short: false },
): string {
  const shown = names.length > NAMES_MAX ? names.slice(0, 1) : names;
  const texts = shown.map((name) =>
    "literal" in name
      ? name.literal
      : [short ? undefined : name.given, name.family].filter(Boolean).join(" "),
  );
  if (names.length > NAMES_MAX) return `${texts[0]} et al.`;
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

/** Works that stand alone go without marks; parts of a work take quotation marks. */
function formatTitle(source: Source, { short }: CitationFormat): string {
  const { type, recipient } = source;
  const title = (short ? source["title-short"] : undefined) ?? source.title;
  const alone = type === "book" || type === "thesis" || type === "report" || type === "classic";
  const text = alone ? title : `“${title}”`;
  return recipient && !short ? `${text}, to ${formatNames(recipient)}` : text;
}

function formatContainer(source: Source, { short }: CitationFormat): string {
  const title =
    (short ? source["container-title-short"] : undefined) ?? source["container-title"] ?? "";
  const number = source.issue ?? source.number;
  return [
    isWithin(source, short) ? `in ${title}` : title,
    source.editor && !short && `ed. ${formatNames(source.editor)}`,
    source.volume && `vol. ${source.volume}`,
    number && (source.type === "document" ? `doc. ${number}` : `no. ${number}`),
    source.page && formatPages(source),
  ]
    .filter(Boolean)
    .join(", ");
}

/** A work that contains another; "quoted in ..." says so itself. */
function isWithin({ type, "container-title": title = "" }: Source, short: boolean): boolean {
  return (type === "chapter" || (type === "document" && !short)) && !isQuotedFrom(title);
}

function formatPages({ type, page = "" }: Source): string {
  if (type === "hearing") return `cc. ${formatRange(page)}`;
  return `${/[-–,]/.test(page) ? "pp." : "p."} ${formatRange(page)}`;
}

/** When the words were written; a document's own date rather than its printing's. */
function formatWritten(source: Source): string | undefined {
  const date = source["original-date"] ?? source.issued;
  return date && dateInWords(date);
}

/** Publisher and date of publication, behind the date of the words where that is another. */
function formatImprint(source: Source): string {
  const written = source["original-date"];
  const published = [source.publisher, source.issued && dateInWords(source.issued)]
    .filter(Boolean)
    .join(", ");
  if (!written) return published;
  return [dateInWords(written), published && `published ${published}`].filter(Boolean).join("; ");
}
