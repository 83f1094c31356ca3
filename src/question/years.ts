/** A year or a run of years named in a question; astronomical (0 is 1 BC). */
export interface YearSpan {
  readonly from: number;
  readonly to: number;
}

const DECADES: Readonly<Record<string, number>> = {
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
};

const BC = /\b(\d{1,4})\s*b\.?\s?c(?:\.?\s?e)?\b/gi;
const FULL_YEAR = /(?:\b(before|after|until|till)\s+)?\b(1\d{3}|20\d{2})(s)?\b/gi;
/** "before 1492" means the years towards it. */
const EDGE_YEARS = 10;
const SHORT_YEAR = /['’‘](\d{2})(s)?\b/g;
/** "in 52", "spring 39": two bare digits are a year behind such a word only. */
const BARE_YEAR =
  /\b(?:in|since|by|early|late|spring|summer|autumn|winter|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec) (\d{2})\b(?![,.]\d)(?! *(?:%|years|days|members|votes|nations|countries|percent))/gi;
/** "'38" may be said of 1938 and of 1838. */
const CENTURIES = [1900, 1800];
const DECADE = new RegExp(`\\b(${Object.keys(DECADES).join("|")})\\b`, "gi");

/**
 * The years that a question names.
 *
 * @example yearsIn("why not in '38?"); // 1938 and 1838, a span each
 * @example yearsIn("Pyrrhus, 280 BC"); // [{ from: -279, to: -279 }]
 */
export function yearsIn(text: string): YearSpan[] {
  const spans: YearSpan[] = [];
  const rest = text.replace(BC, (_match, year: string) => {
    spans.push(exactly(1 - Number(year)));
    return " ";
  });
  for (const [, edge, year, plural] of rest.matchAll(FULL_YEAR)) {
    spans.push(beside(edge, yearOrDecade(Number(year), plural !== undefined)));
  }
  for (const [, year, plural] of rest.matchAll(SHORT_YEAR)) {
    for (const century of CENTURIES) {
      spans.push(yearOrDecade(century + Number(year), plural !== undefined));
    }
  }
  for (const [, year] of rest.matchAll(BARE_YEAR)) {
    for (const century of CENTURIES) spans.push(exactly(century + Number(year)));
  }
  for (const [word] of rest.matchAll(DECADE)) {
    const from = DECADES[word.toLowerCase()];
    if (from !== undefined) spans.push({ from, to: from + 9 });
  }
  return spans;
}

function beside(edge: string | undefined, { from, to }: YearSpan): YearSpan {
  switch (edge?.toLowerCase()) {
    case undefined:
      return { from, to };
    case "after":
      return { from, to: to + EDGE_YEARS };
    default:
      return { from: from - EDGE_YEARS, to };
  }
}

/** "1930s" is ten years; "1938s" is a slip for 1938. */
function yearOrDecade(year: number, plural: boolean): YearSpan {
  return plural && year % 10 === 0 ? { from: year, to: year + 9 } : exactly(year);
}

function exactly(year: number): YearSpan {
  return { from: year, to: year };
}
