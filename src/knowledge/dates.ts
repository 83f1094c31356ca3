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

const PLAIN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Days, which most dates are, without the parser's grammar: it takes a millisecond, and a base has thousands. */
function parsePlainDate(text: string): DateSpan | undefined {
  const [, year, month, day] = PLAIN.exec(text) ?? [];
  if (year === undefined) return undefined;
  const earliest = new Date(`${text}T00:00:00Z`);
  // A day that its month has not rolls over, or is no date.
  const isDay =
    earliest.getUTCMonth() + 1 === Number(month) && earliest.getUTCDate() === Number(day);
  if (!isDay) return undefined;
  return { earliestMs: earliest.getTime(), latestMs: earliest.getTime() + DAY_MS - 1 };
}

function parseEdtf(text: string): DateSpan | undefined {
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
/** EDTF writes seasons as months 21 to 24. */
const SEASONS = ["spring", "summer", "autumn", "winter"];

/**
 * An EDTF date as people write it.
 *
 * @example dateInWords("1938-03-17"); // "17 March 1938"
 * @example dateInWords("-0279"); // "280 BC"
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

function monthName(month: number): string {
  return (month > 20 ? SEASONS[month - 21] : MONTHS[month - 1]) ?? String(month);
}

function yearInWords(text: string): string {
  if (text.endsWith("XX")) return `${text.slice(0, 2)}00s`;
  if (text.endsWith("X")) return `${text.slice(0, 3)}0s`;
  const year = Number(text);
  return year > 0 ? String(year) : `${1 - year} BC`;
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
