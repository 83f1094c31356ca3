import type { Source } from "../../knowledge/model.js";
import type { Locator } from "../locator.js";
import { italic, join, type RichText, roman } from "../rich-text.js";
import {
  arabicVolume,
  datesOf,
  editionInWords,
  isQuotedFrom,
  kindOf,
  numberInWords,
  passageOf,
} from "../source-parts.js";
import {
  dateText,
  type Form,
  imprintOf,
  journalText,
  locatorText,
  namesText,
  responsible,
  roles,
  titleText,
  withPassage,
} from "./chicago-parts.js";
import { addressText } from "./style.js";

/** A source in the order that notes and bibliography share. */
export interface Entry {
  /** Author, title and container: sentences in a bibliography, with commas in a note. */
  readonly opening: readonly RichText[];
  /** In parentheses in a note: place, publisher and year. */
  readonly imprint: readonly RichText[];
  /** The place in the work. */
  readonly place: RichText;
  /** Archive and address. */
  readonly ending: readonly RichText[];
}

export function entryOf(source: Source, form: Form, at?: Locator): Entry {
  const kind = kindOf(source);
  const { written, published } = datesOf(source);
  const title = withPassage(titleText(source, form), source, at);
  const to = source.recipient ? roman(`to ${namesText(source.recipient, "note")}`) : [];
  const work = [responsible(source, form), title, to];
  const genre = kind === "thesis" ? [] : roman(source.genre ?? "");
  const ending = [
    roman(source.archive_location ?? ""),
    roman(source.archive ?? ""),
    addressText(source),
  ];
  const container = containerOf(source, form);
  switch (kind) {
    case "book":
    case "thesis":
    case "record": {
      const opening = [
        ...work,
        genre,
        dateText(kind === "record" ? written : undefined),
        ...container,
      ];
      const imprint = imprintOf(source);
      const place = placeOf(
        source,
        imprint.length > 0 ? [] : [...opening, ...ending.slice(0, 1)],
        at,
      );
      if (!source.archive_location) return { opening, imprint, place, ending };
      // In an archive the page follows the shelf mark, before the name of the house.
      const [shelf = [], ...house] = ending;
      return { opening, imprint, place: [], ending: [join([shelf, place], ", "), ...house] };
    }
    case "journal": {
      const pages = at?.label === "page" ? at.value : source.page;
      const opening = [...work, genre, journalText(source, published, pages)];
      const place = at && at.label !== "page" ? locatorText(at, []) : [];
      return { opening, imprint: [], place, ending };
    }
    case "issue": {
      const place = placeOf(source, [], at);
      // In the alphabet a newspaper stands for those who wrote in it unnamed (14.199).
      const isUnsigned = source.type === "article-newspaper" && !source.author;
      const opening =
        isUnsigned && form === "bibliography"
          ? [...container, ...work, genre, dateText(published)]
          : [...work, genre, join([...container, dateText(published)], ", ")];
      return { opening, imprint: [], place, ending };
    }
    case "debate":
    case "page": {
      const opening = [...work, genre, join([...container, dateText(published)], ", ")];
      return { opening, imprint: [], place: placeOf(source, opening, at), ending };
    }
  }
}

/** What holds the work, and which of its volumes: one part for a collection, several for a book. */
function containerOf(source: Source, form: Form): RichText[] {
  const kind = kindOf(source);
  const name = source["container-title"] ?? "";
  const isRemark = isQuotedFrom(name) || kind === "page" || kind === "book";
  const title = isRemark ? roman(name) : italic(name);
  const section = roman(source.section ?? "");
  const edition = roman(source.edition ? editionInWords(source.edition) : "");
  const volume = roman(source.volume ? `vol. ${arabicVolume(source.volume)}` : "");
  const series = roman(source["collection-title"] ?? "");
  switch (kind) {
    case "book":
    case "thesis": {
      const number = roman(numberInWords(source));
      return [
        section,
        ...roles(source, form),
        edition,
        volume,
        join([title, series, number], ", "),
      ];
    }
    case "record": {
      const within =
        title.length > 0 && !isRemark
          ? [...join([section, roman("in")], " "), { text: " " }, ...title]
          : join([section, title], ", ");
      return [join([within, ...roles(source, form), edition, volume, series], ", ")];
    }
    case "debate":
      return [join([title, volume, section], ", ")];
    case "issue":
    case "journal":
    case "page":
      return [join([title, section], ", ")];
  }
}

/** The number of a document and the page or other place in it; the place asked for stands instead of the work's pages. */
function placeOf(source: Source, before: readonly RichText[], at: Locator | undefined): RichText {
  const isNumbered = kindOf(source) === "record" && at?.label !== "document";
  const number = roman(isNumbered ? numberInWords(source) : "");
  const pages = source.page && {
    label: kindOf(source) === "debate" ? ("column" as const) : ("page" as const),
    value: source.page,
  };
  const place = passageOf(source, at) ? undefined : (at ?? (pages || undefined));
  return join([number, place && locatorText(place, [...before, number])], ", ");
}
