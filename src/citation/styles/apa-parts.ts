import type { Name, Source } from "../../knowledge/model.js";
import { type DateWording, MONTHS_IN_FULL, writeDate, writeYear } from "../date-words.js";
import { type Locator, type LocatorLabels, SHORT_LABELS, withLabel } from "../locator.js";
import { familyName, fullName, initials, invertedName, joinInverted, joinNames } from "../names.js";
import { writeRanges } from "../number-range.js";
import { italic, join, type RichText, roman } from "../rich-text.js";
import {
  arabicVolume,
  datesOf,
  editionInWords,
  isUntitledReview,
  kindOf,
  numberInWords,
  passageOf,
} from "../source-parts.js";

export const DATES: DateWording = {
  order: "year-month-day",
  months: MONTHS_IN_FULL,
  seasons: ["Spring", "Summer", "Autumn", "Winter"],
  about: "ca. ",
  guessed: ["", "?"],
  bc: "B.C.E.",
};
const LABELS: LocatorLabels = {
  ...SHORT_LABELS,
  chapter: ["Chapter", "Chapters"],
  section: ["Section", "Sections"],
};

/** Authors of a reference before some are left out, and how many then stand before the last. */
const NAMES_MAX = 20;

/** @example referenceNames([{ family: "Ford", given: "Franklin L." }]); // "Ford, F. L." */
export function referenceNames(names: readonly Name[]): string {
  const listed = names.map((name) =>
    "literal" in name
      ? invertedName(name)
      : [name.family, initials(name)].filter(Boolean).join(", "),
  );
  if (listed.length <= NAMES_MAX) return joinInverted(listed, "&");
  return `${listed.slice(0, NAMES_MAX - 1).join(", ")}, … ${listed.at(-1)}`;
}

/** Names behind a role are not inverted. @example roleNames([{ family: "Warner", given: "Rex" }]); // "R. Warner" */
export function roleNames(names: readonly Name[]): string {
  return joinNames(
    names.map((name) => [initials(name), familyName(name)].filter(Boolean).join(" ")),
    "&",
  );
}

/** For the text: one, two, or the first of more. */
export function textNames(names: readonly Name[]): string {
  const [first] = names;
  if (first && names.length > 2) return `${familyName(first)} et al.`;
  return joinNames(names.map(familyName), "&");
}

/** The date of a reference: the year for books and journals, the day for what appears by the day. */
export function referenceDate(source: Source): string {
  const { written, published } = datesOf(source);
  const date = published ?? written;
  if (date === undefined) return "n.d.";
  const isByYear = ["book", "thesis", "journal"].includes(kindOf(source)) || (written && published);
  return isByYear ? writeYear(date, DATES) : writeDate(date, DATES);
}

/** The year for the text, behind the one of the words where these are older: 1938/1952. */
export function textDate(source: Source): string {
  const { written, published } = datesOf(source);
  const years = [written, published].flatMap((date) => (date ? writeYear(date, DATES) : []));
  return years.length > 0 ? [...new Set(years)].join("/") : "n.d.";
}

/** Works that stand alone in italics, parts of a work plain. */
export function titleText(source: Source, title = source.title): RichText {
  const isPart = source["container-title"] !== undefined;
  const standsAlone =
    ["book", "thesis", "page"].includes(kindOf(source)) ||
    (kindOf(source) === "record" && !isPart && source.type !== "treaty");
  return standsAlone ? italic(title) : roman(title);
}

/** The title, with edition, volume and roles in parentheses and what kind of thing it is in brackets. */
export function titleElement(source: Source): RichText {
  const kind = kindOf(source);
  const { editor, author, translator, edition = "", volume = "" } = source;
  const isBook = kind === "book" || kind === "thesis";
  const details = [
    author && editor && isBook ? `${roleNames(editor)}, ${editor.length > 1 ? "Eds." : "Ed."}` : "",
    translator ? `${roleNames(translator)}, Trans.` : "",
    isBook && edition ? editionInWords(edition) : "",
    isBook && volume ? `Vol. ${arabicVolume(volume)}` : "",
    isBook ? capital(numberInWords(source)) : "",
  ].filter(Boolean);
  const description = descriptionOf(source);
  return join(
    [
      isUntitledReview(source) ? [] : titleText(source),
      roman(details.length > 0 ? `(${details.join("; ")})` : ""),
      roman(description ? `[${description}]` : ""),
    ],
    " ",
  );
}

function descriptionOf(source: Source): string {
  const { type, genre, recipient, publisher } = source;
  if (isUntitledReview(source)) return capital(source.title);
  if (type === "thesis") return [genre ?? "Thesis", publisher].filter(Boolean).join(", ");
  const to = recipient ? `to ${joinNames(recipient.map(fullName), "&")}` : "";
  const usual = type === "post" ? "Online post" : "";
  return capital([genre ?? usual, to].filter(Boolean).join(" "));
}

/** Page ranges are given whole. */
export function locatorText(source: Source, at: Locator): RichText {
  const text = writeRanges(at.value, "full");
  const isBare = at.label === "timestamp" || passageOf(source, at) !== undefined;
  return roman(isBare ? text : withLabel(at.label, at.value, text, LABELS));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
