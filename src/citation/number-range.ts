/**
 * How much of a second number is written: all of it (APA), the last two digits or more where they change (MLA), or
 * Chicago's rule (17th ed., 9.61).
 */
export type RangeRule = "chicago" | "mla" | "full";

/**
 * Sets the ranges in a text with an en dash, and shortens or completes their second number.
 *
 * @example writeRanges("1399-514", "full"); // "1399–1514"
 * @example writeRanges("236-238, 301-308", "chicago"); // "236–38, 301–8"
 */
export function writeRanges(text: string, rule: RangeRule): string {
  return text.replace(/(\d+)[-–](\d+)/g, (_all, first: string, last: string) => {
    const whole = completeRange(first, last);
    return `${first}–${Number(whole) > Number(first) ? shorten(first, whole, rule) : last}`;
  });
}

/** The second number of a range in full. @example completeRange("585", "91"); // "591" */
export function completeRange(first: string, last: string): string {
  return last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
}

function shorten(first: string, last: string, rule: RangeRule): string {
  const start = Number(first);
  if (rule === "full" || start < 100 || first.length !== last.length) return last;
  if (rule === "chicago" && start % 100 === 0) return last;
  const changed = last.length - [...first].findIndex((digit, index) => digit !== last[index]);
  const least = rule === "chicago" && start % 100 < 10 ? 1 : 2;
  return last.slice(-Math.max(changed, least));
}
