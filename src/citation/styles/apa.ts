import type { Source } from "../../knowledge/model.js";
import { writeDate } from "../date-words.js";
import type { Locator } from "../locator.js";
import { join, quoted, type RichText, roman, sentence } from "../rich-text.js";
import { datesOf, kindOf } from "../source-parts.js";
import { containerElement } from "./apa-container.js";
import {
  DATES,
  locatorText,
  referenceDate,
  referenceNames,
  textDate,
  textNames,
  titleElement,
  titleText,
} from "./apa-parts.js";
import { addressText, type Style } from "./style.js";

/**
 * The Publication Manual of the APA, 7th edition. Titles keep the capitals they have: to lower them, one would have to
 * know every name in them.
 *
 * @example
 * plainText(apa.bibliography(frus));
 * // "Welles, S. (1938, March). Memorandum of Conversation, by the Under Secretary of State. In Foreign Relations of the United States, The Soviet Union, 1933-1939 (Doc. 459)."
 * plainText(apa.note(neilson, { label: "page", value: "236-38" })); // "(Neilson, 2006, pp. 236–238)"
 */
export const apa: Style = {
  id: "apa",
  name: "Publication Manual of the American Psychological Association, 7th edition",
  note: inText,
  short: inText,
  bibliography(source) {
    if (source.type === "treaty") return treaty(source);
    const { author, editor } = source;
    const editors = editor
      ? `${referenceNames(editor)} (${editor.length > 1 ? "Eds." : "Ed."})`
      : "";
    const who = roman(author ? referenceNames(author) : kindOf(source) === "book" ? editors : "");
    const date = roman(`(${referenceDate(source)})`);
    const title = titleElement(source);
    // Without an author the title comes first, and the date still second.
    const opening = who.length > 0 ? [who, date, title] : [title, date];
    const address = addressText(source);
    const work = join([...opening, ...sourceElements(source)], ". ");
    // No full stop follows an address, nor the remark about the first edition.
    return join([sentence(work), address, roman(originally(source))], " ");
  },
};

/** Author or title, year, and the place: (Ford & Schorske, 1953, p. 560), (“Peace with Turkey,” 1920). */
function inText(source: Source, at?: Locator): RichText {
  const names = source.author ?? source.editor;
  const who = names ? roman(textNames(names)) : titleInText(source);
  const place = at ? locatorText(source, at) : [];
  return [{ text: "(" }, ...join([who, roman(textDate(source)), place], ", "), { text: ")" }];
}

function titleInText(source: Source): RichText {
  const title = source["title-short"] ?? source.title;
  const line = titleText(source, title);
  if (source.type === "treaty" || line.some((span) => span.italic)) return line;
  return quoted(title);
}

/** Where the work is to be found, each part a sentence: its container, publisher, archive. */
function sourceElements(source: Source): RichText[] {
  const { publisher = "", archive = "", archive_location: shelf = "", type } = source;
  const isPeriodical = ["journal", "issue", "debate"].includes(kindOf(source));
  // A thesis names its university in the brackets behind the title.
  const printed = isPeriodical || type === "thesis" ? "" : publisher;
  const kept = archive && shelf ? `${archive} (${shelf})` : archive + shelf;
  return [containerElement(source), roman(printed), roman(kept)];
}

/** Treaties are cited as law is: the name, the day, the address. */
function treaty(source: Source): RichText {
  const { published, written } = datesOf(source);
  const date = written ?? published;
  const day = date === undefined ? "" : writeDate(date, { ...DATES, order: "month-day-year" });
  const opening = join([roman(source.title), roman(day), containerElement(source)], ", ");
  return join([opening, addressText(source)], ", ");
}

function originally(source: Source): string {
  const { written, published } = datesOf(source);
  if (written === undefined || published === undefined) return "";
  // Nobody published a telegram on the day that it was sent.
  const word = kindOf(source) === "record" ? "dated" : "published";
  return `(Original work ${word} ${writeDate(written, { ...DATES, order: "month-day-year" })})`;
}
