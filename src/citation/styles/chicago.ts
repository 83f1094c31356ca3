import type { Name, Source } from "../../knowledge/model.js";
import { type DateWording, writeDate, writeYear } from "../date-words.js";
import { addressOf } from "../format.js";
import { type Locator, type LocatorLabels, SHORT_LABELS, withLabel } from "../locator.js";
import { familyName, fullName, invertedName, joinInverted, joinNames } from "../names.js";
import { writeRanges } from "../number-range.js";
import {
  capitalised,
  italic,
  join,
  plainText,
  quoted,
  type RichText,
  roman,
  sentence,
} from "../rich-text.js";
import * as parts from "../source-parts.js";
import type { Style } from "./style.js";

const DATES: DateWording = {
  order: "month-day-year",
  months: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  seasons: ["Spring", "Summer", "Autumn", "Winter"],
  about: "ca. ",
  guessed: ["[", "?]"],
  bc: "BC",
};
const LABELS: LocatorLabels = { ...SHORT_LABELS, chapter: ["chap.", "chaps."] };

/** Notes and bibliography differ in names, in words for roles, and in what separates the parts. */
type Form = "note" | "bibliography";

/** A source in the order that both forms share. */
interface Entry {
  readonly opening: readonly RichText[];
  /** In parentheses in a note: place, publisher and year. */
  readonly imprint: readonly RichText[];
  /** The place in the work. */
  readonly place: RichText;
  readonly ending: readonly RichText[];
}

/**
 * The Chicago Manual of Style, 17th edition, notes and bibliography.
 *
 * @example
 * plainText(chicago.note(neilson, { label: "page", value: "236-38" }));
 * // "Keith Neilson, Britain, Soviet Russia and the Collapse of the Versailles Order (Cambridge: Cambridge University Press, 2006), 236–38."
 * plainText(chicago.short(frus459)); // "Welles, “Memorandum of Conversation,” FRUS, The Soviet Union, 1933-1939, doc. 459."
 */
export const chicago: Style = {
  id: "chicago",
  name: "Chicago Manual of Style, 17th edition (notes and bibliography)",
  note(source, at) {
    const { opening, imprint, place, ending } = entryOf(source, "note", at);
    const work = join(opening, ", ");
    const printed = imprint.length > 0 ? [...work, ...parenthesised(imprint)] : work;
    return sentence(join([printed, place, ...ending], ", "));
  },
  short(source, at) {
    const work = join([roman(authorsShort(source)), titleOf(source, true), seriesShort(source)], ", ");
    return sentence(placed(source, work, at));
  },
  bibliography(source) {
    const { opening, imprint, place, ending } = entryOf(source, "bibliography");
    const body = opening.slice(0, -1);
    const last = join([opening.at(-1), place], ", ");
    const [first, ...rest] = [...body, last, ...imprint].filter(({ length }) => length > 0);
    const address = addressOf(source);
    return sentence(
      join([first, ...[...rest, ...ending].map((part) => raised(part, address))], ". "),
    );
  },
};
