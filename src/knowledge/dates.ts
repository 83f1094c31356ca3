import edtf from "edtf";

/** The stretch of time that an EDTF date covers, in milliseconds UTC; infinite where it is open. */
export interface DateSpan {
  readonly earliestMs: number;
  readonly latestMs: number;
}

/**
 * Reads an EDTF date (https://www.loc.gov/standards/datetime/). Years are astronomical: "-0279" is 280 BC.
 *
 * @returns undefined where the text is not EDTF
 */
export function parseDate(text: string): DateSpan | undefined {
  return parsePlainDate(text) ?? parseEdtf(text);
}

const PLAIN = /^(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/;

/**
 * Years, months and days, which nearly all dates are, without the parser's grammar: that takes a millisecond, and a base
 * has thousands.
 */
function parsePlainDate(text: string): DateSpan | undefined {
  const [, year, month, day] = PLAIN.exec(text) ?? [];
  if (year === undefined) return undefined;
  const start = (monthIndex: number, dayOfMonth: number) =>
    // Not Date.UTC, which takes the years 0 to 99 for those of the last century.
    new Date(0).setUTCFullYear(Number(year), monthIndex, dayOfMonth);
  if (month === undefined) return { earliestMs: start(0, 1), latestMs: start(12, 1) - 1 };
  const index = Number(month) - 1;
  if (day === undefined) return { earliestMs: start(index, 1), latestMs: start(index + 1, 1) - 1 };
  const earliestMs = start(index, Number(day));
  // A day that its month has not rolls over, or is no date.
  const isDay = new Date(earliestMs).getUTCDate() === Number(day);
  return isDay ? { earliestMs, latestMs: start(index, Number(day) + 1) - 1 } : undefined;
}

/** The parser takes a millisecond and an answer has a dozen of these dates; a base has some thousand different ones. */
const parsed = new Map<string, DateSpan | undefined>();
const PARSED_MAX = 20_000;

function parseEdtf(text: string): DateSpan | undefined {
  if (parsed.has(text)) return parsed.get(text);
  const span = parseEdtfAnew(text);
  // Dates come from the knowledge alone; this is for a base that is edited for months.
  if (parsed.size >= PARSED_MAX) parsed.clear();
  parsed.set(text, span);
  return span;
}

function parseEdtfAnew(text: string): DateSpan | undefined {
  try {
    const { min, max } = edtf(text);
    return { earliestMs: Math.min(min, max), latestMs: Math.max(min, max) };
  } catch {
    // The parser's only way to say "not a date" is to throw.
    return undefined;
  }
}

/** True where `a` surely ended before `b` began. Dates that overlap are not in conflict. */
export function surelyBefore(a: DateSpan, b: DateSpan): boolean {
  return a.latestMs < b.earliestMs;
}

const MONTHS = [
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
];
/** Earlier years are written with their era. */
const FIRST_BARE_YEAR = 1000;
/** EDTF writes seasons as months 21 to 24. */
const SEASONS = ["spring", "summer", "autumn", "winter"];

/**
 * An EDTF date as people write it.
 *
 * @example dateInWords("1938-03-17"); // "17 March 1938"
 * @example dateInWords("-0279"); // "280 BC"
 * @example dateInWords("0100~"); // "c. AD 100"
 * @example dateInWords("1919-02/1919-04"); // "February to April 1919"
 * @returns the text itself where it is not one of the forms in use
 */
export function dateInWords(text: string): string {
  const [from, to] = text.split("/");
  if (from !== undefined && to !== undefined) {
    if (to === ".." || to === "") return `from ${dateInWords(from)}`;
    if (from === ".." || from === "") return `until ${dateInWords(to)}`;
    return joinRange(dateInWords(from), dateInWords(to));
  }
  const match = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(text);
  if (!match) return text;
  const [, yearText = "", month, day, mark] = match;
  const parts = [
    day && String(Number(day)),
    month && monthName(Number(month)),
    yearInWords(yearText),
  ];
  const words = parts.filter(Boolean).join(" ");
  if (mark === "?") return `${words} (uncertain)`;
  return mark ? `c. ${words}` : words;
}

/**
 * A date with the one that people then wrote, where their calendar was another.
 *
 * @example datesInWords({ date: "1917-03-22", old_style: "1917-03-09" }); // "22 March 1917 (9 March old style)"
 */
export function datesInWords({
  date,
  old_style: oldStyle,
}: {
  readonly date: string;
  readonly old_style?: string | undefined;
}): string {
  const words = dateInWords(date);
  if (oldStyle === undefined) return words;
  const year = / (?:AD )?\d+(?: BC)?$/.exec(words)?.[0] ?? "";
  const oldWords = dateInWords(oldStyle);
  const shown = oldWords.endsWith(year)
    ? oldWords.slice(0, oldWords.length - year.length)
    : oldWords;
  return `${words} (${shown} old style)`;
}

function monthName(month: number): string {
  return (month > 20 ? SEASONS[month - 21] : MONTHS[month - 1]) ?? String(month);
}

function yearInWords(text: string): string {
  const unknown = text.endsWith("X");
  const year = Number(text.replaceAll("X", "0"));
  if (year <= 0) return `${1 - year} BC`;
  // Nobody reads a bare 98 as a year.
  const words = year < FIRST_BARE_YEAR ? `AD ${year}` : String(year);
  return unknown ? `${words}s` : words;
}

/** Drops from the first date the words that it shares with the end of the second. */
function joinRange(from: string, to: string): string {
  const fromWords = from.split(" ");
  const toWords = to.split(" ");
  while (fromWords.length > 1 && toWords.length > 1 && fromWords.at(-1) === toWords.at(-1)) {
    fromWords.pop();
    toWords.pop();
  }
  return `${fromWords.join(" ")} to ${to}`;
}

/** The years a date touches, astronomical (0 is 1 BC), for comparing with a year in a question. */
export function yearsOf(text: string): { from: number; to: number } | undefined {
  const span = parseDate(text);
  if (!span || !Number.isFinite(span.earliestMs)) return undefined;
  const from = new Date(span.earliestMs).getUTCFullYear();
  const to = Number.isFinite(span.latestMs) ? new Date(span.latestMs).getUTCFullYear() : from;
  return { from, to };
}
