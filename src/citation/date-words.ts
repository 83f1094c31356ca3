import { type CalendarDay, historicalYear, readEdtf } from "./edtf-date.js";

/** How a style writes dates. */
export interface DateWording {
  readonly order: "month-day-year" | "day-month-year" | "year-month-day";
  /** January to December. */
  readonly months: readonly string[];
  readonly seasons: readonly [string, string, string, string];
  /** Stands before a date that is only about right, with a space. */
  readonly about: string;
  /** Stand around a date that somebody has guessed. */
  readonly guessed: readonly [string, string];
  readonly bc: string;
}

export const MONTHS_IN_FULL: readonly string[] =
  "January February March April May June July August September October November December".split(
    " ",
  );

/**
 * A date as a style writes it: 24 March 1938, March 24, 1938, or 1938, March 24.
 *
 * @param edtf - text in a form that is not in use comes back as it is
 * @example writeDate("1938-03-15/1938-03-20", chicagoDates); // "March 15–20, 1938"
 */
export function writeDate(edtf: string, wording: DateWording): string {
  const date = readEdtf(edtf);
  if (!date) return edtf;
  if (date.kind === "day") return writeDay(date.day, wording);
  const { from, to } = date;
  if (!from) return to ? `until ${writeDay(to, wording)}` : edtf;
  if (!to) return `${writeDay(from, wording)}–`;
  return writeRange(from, to, wording);
}

/** The years of a date alone, for imprints and for APA. @example writeYear("1919-11/1920-03", apaDates); // "1919–1920" */
export function writeYear(edtf: string, wording: DateWording): string {
  const date = readEdtf(edtf);
  if (!date) return edtf;
  const [from, to] = date.kind === "day" ? [date.day] : [date.from, date.to];
  const years = [from, to].map(
    (day) => day && writeDay({ ...day, month: undefined, day: undefined }, wording),
  );
  if (date.kind === "range" && !to) return `${years[0]}–`;
  return [...new Set(years.filter(Boolean))].join("–");
}

/** Leaves out at one end what the other end says: "March 15–20, 1938", "31 Mar.–4 Apr. 1942". */
function writeRange(from: CalendarDay, to: CalendarDay, wording: DateWording): string {
  const sameYear = from.year === to.year && from.mark === undefined && to.mark === undefined;
  const sameMonth = sameYear && from.month === to.month && from.day !== undefined;
  const yearFirst = wording.order === "year-month-day";
  const monthFirst = wording.order === "month-day-year";
  const left = writeDay(from, wording, {
    year: !sameYear || yearFirst,
    month: !sameMonth || yearFirst || monthFirst,
  });
  const right = writeDay(to, wording, {
    year: !sameYear || !yearFirst,
    month: !sameMonth || wording.order === "day-month-year",
  });
  return `${left}–${right}`;
}

function writeDay(
  { year, month, day, unknownDigits, mark }: CalendarDay,
  wording: DateWording,
  show = { year: true, month: true },
): string {
  const monthText = show.month && month !== undefined ? monthName(month, wording) : "";
  const dayText = day === undefined ? "" : String(day);
  const yearText = show.year ? yearName(year, unknownDigits, wording) : "";
  const words = {
    "month-day-year": spaced(spaced(monthText, dayText), yearText, dayText ? ", " : " "),
    "day-month-year": spaced(spaced(dayText, monthText), yearText),
    "year-month-day": spaced(yearText, spaced(monthText, dayText), ", "),
  }[wording.order];
  if (mark === "uncertain") return wording.guessed.join(words);
  return mark === "about" ? wording.about + words : words;
}

function spaced(left: string, right: string, separator = " "): string {
  return left && right ? left + separator + right : left + right;
}

function monthName(month: number, { months, seasons }: DateWording): string {
  return (month > 20 ? seasons[month - 21] : months[month - 1]) ?? String(month);
}

function yearName(year: number, unknownDigits: number, { bc }: DateWording): string {
  const counted = historicalYear(year);
  if (unknownDigits > 0) return `${counted}s`;
  return counted > 0 ? String(counted) : `${-counted} ${bc}`;
}
