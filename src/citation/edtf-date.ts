/** One end of a date, as far as it is known. */
export interface CalendarDay {
  /** Astronomical, as EDTF counts: 0 is 1 BC, -279 is 280 BC. With `unknownDigits`, the first year that is meant. */
  readonly year: number;
  /** 1 to 12, and 21 to 24 for spring to winter. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** Last digits of the year that are not known: 1 for a decade, 2 for a century. */
  readonly unknownDigits: 0 | 1 | 2;
  readonly mark?: "about" | "uncertain" | undefined;
}

/** A date, or a stretch of time; the end that is open is left out. */
export type EdtfDate =
  | { readonly kind: "day"; readonly day: CalendarDay }
  | {
      readonly kind: "range";
      readonly from?: CalendarDay | undefined;
      readonly to?: CalendarDay | undefined;
    };

/**
 * Takes an EDTF date apart (https://www.loc.gov/standards/datetime/), in the forms that the knowledge uses.
 *
 * @example readEdtf("1938-03~"); // { kind: "day", day: { year: 1938, month: 3, unknownDigits: 0, mark: "about" } }
 * @returns undefined for the forms that it does not use, such as sets; they are shown as they are written
 */
export function readEdtf(text: string): EdtfDate | undefined {
  const [first = "", second, ...more] = text.split("/");
  if (more.length > 0) return undefined;
  if (second === undefined) {
    const day = readDay(first);
    return day && { kind: "day", day };
  }
  const from = readDay(first);
  const to = readDay(second);
  if ((!from && !isOpen(first)) || (!to && !isOpen(second)) || (!from && !to)) return undefined;
  return { kind: "range", from, to };
}

function isOpen(end: string): boolean {
  return end === ".." || end === "";
}

function readDay(text: string): CalendarDay | undefined {
  const match = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(text);
  if (!match) return undefined;
  const [, year = "", month, day, mark] = match;
  return {
    year: Number(year.replaceAll("X", "0")),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
    unknownDigits: year.endsWith("XX") ? 2 : year.endsWith("X") ? 1 : 0,
    // "%" is both; that it is no more than about then says the more.
    mark: mark === undefined ? undefined : mark === "?" ? "uncertain" : "about",
  };
}

/** The year as people count: 1 BC stands before 1, and there is no year 0. @example historicalYear(-279); // -280 */
export function historicalYear(astronomical: number): number {
  return astronomical > 0 ? astronomical : astronomical - 1;
}
