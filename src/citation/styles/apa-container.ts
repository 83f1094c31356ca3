import type { Source } from "../../knowledge/model.js";
import { writeRanges } from "../number-range.js";
import { italic, join, type RichText, roman } from "../rich-text.js";
import {
  arabicVolume,
  editionInWords,
  hasSeveral,
  isQuotedFrom,
  kindOf,
  numberInWords,
} from "../source-parts.js";
import { capital, roleNames } from "./apa-parts.js";

/** The work that holds a source, with the place in it: "In G. A. Craig (Ed.), The Diplomats (pp. 555–578)". */
export function containerElement(source: Source): RichText {
  const name = source["container-title"] ?? "";
  switch (kindOf(source)) {
    case "journal":
      return periodical(source, name);
    case "issue":
      return join(
        [italic(name), roman(capital(source.section ?? "")), roman(pagesOf(source))],
        ", ",
      );
    case "debate":
      return join([italic(name), details(source, labelled(source, "col.", "cols."))], " ");
    case "record":
      return collection(source, name);
    case "book":
    case "thesis":
    case "page":
      return roman(
        [capital(name), source.section, source["collection-title"]].filter(Boolean).join(", "),
      );
  }
}

/** Name and volume in italics, the issue in parentheses: Europe-Asia Studies, 46(8), 1371–1386. */
function periodical(source: Source, name: string): RichText {
  const { volume = "", issue = "" } = source;
  const number = [...italic(volume && arabicVolume(volume)), ...roman(issue && `(${issue})`)];
  return join([italic(name), number, roman(pagesOf(source))], ", ");
}

function collection(source: Source, name: string): RichText {
  if (name === "") return details(source, labelled(source, "p.", "pp."));
  const { editor } = source;
  const editors = editor ? `${roleNames(editor)} (${editor.length > 1 ? "Eds." : "Ed."}),` : "";
  const title = isQuotedFrom(name)
    ? roman(capital(name))
    : join([roman(["In", editors].filter(Boolean).join(" ")), italic(name)], " ");
  return join([title, details(source, labelled(source, "p.", "pp."))], " ");
}

/** What narrows the work down, in one pair of parentheses. */
function details(source: Source, pages: string): RichText {
  const { edition = "", volume = "", section = "" } = source;
  const all = [
    edition && editionInWords(edition),
    volume && `Vol. ${arabicVolume(volume)}`,
    source["collection-title"],
    capital(section),
    capital(numberInWords(source)),
    pages,
  ].filter(Boolean);
  return roman(all.length > 0 ? `(${all.join(", ")})` : "");
}

function pagesOf({ page = "" }: Source): string {
  return writeRanges(page, "full");
}

function labelled(source: Source, one: string, several: string): string {
  const pages = pagesOf(source);
  return pages && `${hasSeveral(pages) ? several : one} ${pages}`;
}
