import type { Name, Source } from "../../knowledge/model.js";
import { type DateWording, writeDate } from "../date-words.js";
import { type Locator, type LocatorLabels, SHORT_LABELS, withLabel } from "../locator.js";
import { familyName, fullName, invertedName, joinInverted, joinNames } from "../names.js";
import { writeRanges } from "../number-range.js";
import { italic, join, quoted, type RichText, roman, sentence } from "../rich-text.js";
import {
  arabicVolume,
  datesOf,
  editionInWords,
  isQuotedFrom,
  isUntitledReview,
  kindOf,
  numberInWords,
  passageOf,
} from "../source-parts.js";
import { addressText, raised, type Style } from "./style.js";

const DATES: DateWording = {
  order: "day-month-year",
  months: "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" "),
  seasons: ["spring", "summer", "autumn", "winter"],
  about: "circa ",
  guessed: ["[", "?]"],
  bc: "BC",
};
const LABELS: LocatorLabels = { ...SHORT_LABELS, paragraph: ["par.", "pars."] };

/**
 * The MLA Handbook, 9th edition: the core elements in their order, the container's behind the author's and the title's.
 *
 * @example
 * plainText(mla.bibliography(hansard));
 * // "“Foreign Affairs and Rearmament.” Hansard, House of Commons, vol. 333, 24 Mar. 1938, cols. 1399–514."
 * plainText(mla.note(neilson, { label: "page", value: "236-38" })); // "(Neilson 236–38)"
 */
export const mla: Style = {
  id: "mla",
  name: "MLA Handbook, 9th edition",
  note: inText,
  short: inText,
  bibliography(source) {
    const { author, editor, recipient, genre, type } = source;
    const to = recipient ? roman(`to ${joinNames(recipient.map(fullName), "and")}`) : [];
    const parts = [
      author ? roman(listed(author)) : roman(editor ? asEditors(editor) : ""),
      titleText(source),
      to,
      dateText(datesIn(source).own),
      containerText(source),
      roman(type === "thesis" ? "" : (genre ?? "")),
    ];
    const [first, ...rest] = parts.filter(({ length }) => length > 0);
    return sentence(join([first, ...rest.map(raised)], ". "));
  },
};

/** Author or title, and the place: (Neilson 236–38), (“Peace with Turkey” 9), (Welles, doc. 459). */
function inText(source: Source, at?: Locator): RichText {
  const names = source.author ?? source.editor;
  const who = names ? roman(cut(names)) : titleText(source, source["title-short"]);
  if (!at) return [{ text: "(" }, ...who, { text: ")" }];
  // Pages, passages and times are told by their looks.
  const isBare = ["page", "timestamp"].includes(at.label) || passageOf(source, at) !== undefined;
  const place = locatorText(at, isBare);
  const reference = isBare ? [...who, { text: " " }, ...place] : join([who, place], ", ");
  return [{ text: "(" }, ...reference, { text: ")" }];
}

/** The container with all that belongs to it, from its title to the address. */
function containerText(source: Source): RichText {
  const { edition, editor, author, translator, volume, issue, type } = source;
  const name = source["container-title"] ?? "";
  const isPeriodical = ["journal", "issue", "debate"].includes(kindOf(source));
  const label = kindOf(source) === "debate" ? "column" : "page";
  return join(
    [
      isQuotedFrom(name) ? roman(name) : italic(name),
      roman(source.section ?? ""),
      roman(author && editor ? `edited by ${cut(editor, fullName)}` : ""),
      roman(translator ? `translated by ${cut(translator, fullName)}` : ""),
      roman(edition ? editionInWords(edition) : ""),
      roman(volume ? `vol. ${arabicVolume(volume)}` : ""),
      roman(issue ? `no. ${issue}` : ""),
      roman(numberInWords(source)),
      roman(source["collection-title"] ?? ""),
      roman(isPeriodical ? "" : (source.publisher ?? "")),
      dateText(datesIn(source).container),
      source.page ? locatorText({ label, value: source.page }, false) : [],
      roman(source.archive ?? ""),
      roman(source.archive_location ?? ""),
      roman(type === "thesis" ? (source.genre ?? "thesis") : ""),
      addressText(source),
    ],
    ", ",
  );
}

/** A work in a container has a date of its own; where there is no other, that date does for both. */
function datesIn(source: Source): { own: string | undefined; container: string | undefined } {
  const { written, published } = datesOf(source);
  // A thesis was not published: its date stands alone, before the university.
  if (source.type === "thesis") return { own: published, container: undefined };
  return published === undefined && source["container-title"] === undefined
    ? { own: undefined, container: written }
    : { own: written, container: published };
}

function dateText(edtf: string | undefined): RichText {
  return edtf === undefined ? [] : roman(writeDate(edtf, DATES));
}

function titleText(source: Source, title = source.title): RichText {
  if (["book", "classic", "report", "thesis"].includes(source.type)) return italic(title);
  return source.type === "treaty" || isUntitledReview(source) ? roman(title) : quoted(title);
}

function locatorText({ label, value }: Locator, isBare: boolean): RichText {
  const text = writeRanges(value, "mla");
  return roman(isBare ? text : withLabel(label, value, text, LABELS));
}

/** In the alphabet: one, two, or the first of more. */
function listed(names: readonly Name[]): string {
  const [first, ...others] = names;
  if (!first) return "";
  if (others.length > 1) return `${invertedName(first)}, et al.`;
  return joinInverted([invertedName(first), ...others.map(fullName)], "and");
}

function asEditors(editors: readonly Name[]): string {
  return `${listed(editors)}, ${editors.length > 1 ? "editors" : "editor"}`;
}

function cut(names: readonly Name[], write: (name: Name) => string = familyName): string {
  const [first] = names;
  return first && names.length > 2 ? `${write(first)} et al.` : joinNames(names.map(write), "and");
}
