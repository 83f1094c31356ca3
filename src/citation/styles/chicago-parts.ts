import type { Name, Source } from "../../knowledge/model.js";
import { type DateWording, MONTHS_IN_FULL, writeDate, writeYear } from "../date-words.js";
import { type Locator, type LocatorLabels, SHORT_LABELS, withLabel } from "../locator.js";
import { familyName, fullName, invertedName, joinInverted, joinNames } from "../names.js";
import { writeRanges } from "../number-range.js";
import { italic, join, plainText, quoted, type RichText, roman } from "../rich-text.js";
import { arabicVolume, datesOf, isUntitledReview, passageOf } from "../source-parts.js";

/** Notes and bibliography differ in names, in the words for roles, and in what separates the parts. */
export type Form = "note" | "bibliography";

const DATES: DateWording = {
  order: "month-day-year",
  months: MONTHS_IN_FULL,
  seasons: ["Spring", "Summer", "Autumn", "Winter"],
  about: "ca. ",
  guessed: ["[", "?]"],
  bc: "BC",
};
const LABELS: LocatorLabels = { ...SHORT_LABELS, chapter: ["chap.", "chaps."] };

/** Names in a note, and in a bibliography, before "et al."; and how many it then still gives. */
const NOTE_NAMES_MAX = 3;
const LISTED_NAMES_MAX = 10;
const LISTED_NAMES_SHOWN = 7;

export function dateText(edtf: string | undefined): RichText {
  return edtf === undefined ? [] : roman(writeDate(edtf, DATES));
}

export function namesText(names: readonly Name[], form: Form): string {
  if (form === "bibliography") {
    const [first, ...others] = names;
    const listed = [...(first ? [invertedName(first)] : []), ...others.map(fullName)];
    if (listed.length <= LISTED_NAMES_MAX) return joinInverted(listed, "and");
    return `${listed.slice(0, LISTED_NAMES_SHOWN).join(", ")}, et al.`;
  }
  return joinOrCut(names, fullName);
}

/** Whoever answers for the work: its authors, else its editors. */
export function responsible({ author, editor }: Source, form: Form): RichText {
  if (author) return roman(namesText(author, form));
  if (!editor) return [];
  return roman(`${namesText(editor, form)}, ${editor.length > 1 ? "eds." : "ed."}`);
}

export function familyNames(source: Source): RichText {
  return roman(joinOrCut(source.author ?? source.editor ?? [], familyName));
}

function joinOrCut(names: readonly Name[], write: (name: Name) => string): string {
  const [first] = names;
  if (!first) return "";
  if (names.length > NOTE_NAMES_MAX) return `${write(first)} et al.`;
  return joinNames(names.map(write), "and");
}

/** Editors that are not named in the author's place, and translators. */
export function roles({ author, editor, translator }: Source, form: Form): RichText[] {
  const [edited, translated] = form === "note" ? ["ed.", "trans."] : ["edited by", "translated by"];
  // Names after a role are not inverted, in a bibliography neither.
  const role = (word: string, names: readonly Name[]) =>
    roman(`${word} ${joinOrCut(names, fullName)}`);
  return [
    ...(author && editor ? [role(edited, editor)] : []),
    ...(translator ? [role(translated, translator)] : []),
  ];
}

/** Works that stand alone in italics, treaties and reviews without a title plain, parts in quotation marks. */
export function titleText(source: Source, form: Form, title = source.title): RichText {
  if (["book", "classic", "report"].includes(source.type)) return italic(title);
  if (source.type === "treaty") return roman(title);
  if (!isUntitledReview(source)) return quoted(title);
  return roman(form === "note" ? title.replace(/^Review/, "review") : title);
}

/** Publisher, place and year; before them the year of the first edition. */
export function imprintOf(source: Source): RichText[] {
  const { publisher = "", "publisher-place": place = "" } = source;
  const { written, published } = datesOf(source);
  const year = published === undefined ? "" : writeYear(published, DATES);
  if (source.type === "thesis") {
    return [join([roman(source.genre ?? "thesis"), roman(publisher), roman(year)], ", ")];
  }
  const house = [place, publisher].filter(Boolean).join(": ");
  const isReprint = source.type === "book" && written !== undefined;
  return [
    isReprint ? roman(writeYear(written, DATES)) : [],
    join([roman(house), roman(year)], ", "),
  ].filter(({ length }) => length > 0);
}

/**
 * A place in the work. Pages go bare, unless they would run into a number before them.
 *
 * @param before - the parts that it follows
 */
export function locatorText({ label, value }: Locator, before: readonly RichText[]): RichText {
  const text = writeRanges(value, "chicago");
  if (label === "page" && !/\d$/.test(before.map(plainText).join(""))) return roman(text);
  return roman(withLabel(label, value, text, LABELS));
}

/** An ancient text with its passage, with no punctuation between (14.243). */
export function withPassage(title: RichText, source: Source, at: Locator | undefined): RichText {
  const passage = passageOf(source, at);
  return passage ? [...title, { text: ` ${writeRanges(passage, "chicago")}` }] : title;
}

/** @example plainText(journalText(roberts, "1994", "1371-86")); // "Europe-Asia Studies 46, no. 8 (1994): 1371–86" */
export function journalText(source: Source, published: string | undefined, pages = ""): RichText {
  const volume = source.volume ? ` ${arabicVolume(source.volume)}` : "";
  const issue = source.issue ? `, no. ${source.issue}` : "";
  const date = published === undefined ? "" : ` (${plainText(dateText(published))})`;
  const page = pages ? `: ${plainText(locatorText({ label: "page", value: pages }, []))}` : "";
  const numbers = `${volume}${issue}${date}${page}`;
  const name = italic(source["container-title"] ?? "");
  // Without the journal's name there is nothing for the numbers to follow.
  return name.length > 0 ? [...name, ...roman(numbers)] : roman(numbers.replace(/^[\s,:]+/, ""));
}
