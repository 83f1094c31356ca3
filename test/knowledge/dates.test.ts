import { describe, expect, it } from "vitest";
import {
  dateInWords,
  datesInWords,
  parseDate,
  surelyBefore,
  yearsOf,
} from "../../src/knowledge/dates.js";

describe("dateInWords", () => {
  it.each([
    ["1938-03-17", "17 March 1938"],
    ["1938-03", "March 1938"],
    ["1938", "1938"],
    ["1540~", "c. 1540"],
    ["1540?", "1540 (uncertain)"],
    ["1919-21", "spring 1919"],
    ["193X", "1930s"],
    ["18XX", "1800s"],
    ["-0279", "280 BC"],
    ["0000", "1 BC"],
    ["0001", "AD 1"],
    ["0100~", "c. AD 100"],
    ["0999-05", "May AD 999"],
    ["1000", "1000"],
    ["-0430/-0410", "431 to 411 BC"],
    ["-0026/0014", "27 BC to AD 14"],
    ["-0331-10", "October 332 BC"],
    ["1919-02/1919-04", "February to April 1919"],
    ["1939-05-08/1939-05-10", "8 to 10 May 1939"],
    ["1937/1940", "1937 to 1940"],
    ["1937-05/..", "from May 1937"],
    ["/1939-05", "until May 1939"],
  ])("%s is written %s", (edtf, words) => {
    expect(dateInWords(edtf)).toBe(words);
  });

  it.each([
    ["1917-03-22", "1917-03-09", "22 March 1917 (9 March old style)"],
    ["1901-01-05", "1900-12-23", "5 January 1901 (23 December 1900 old style)"],
    ["1917-04", "1917-03/1917-04", "April 1917 (March to April old style)"],
    ["-0044-03-13", "-0044-03-15", "13 March 45 BC (15 March old style)"],
    ["1917-03-22", undefined, "22 March 1917"],
  ])("%s, in the old style %s, is written %s", (date, oldStyle, words) => {
    expect(datesInWords({ date, old_style: oldStyle })).toBe(words);
  });

  it("gives back what is no date", () => {
    expect(dateInWords("soon")).toBe("soon");
  });
});

describe("parseDate and surelyBefore", () => {
  const before = (a: string, b: string) => {
    const [first, second] = [parseDate(a), parseDate(b)];
    return first !== undefined && second !== undefined && surelyBefore(first, second);
  };
  it.each([
    { a: "1938-03-16", b: "1938-03-17", is: true },
    { a: "1938-03", b: "1938-03-17", is: false },
    { a: "1938", b: "1938-03-17", is: false },
    { a: "-0279", b: "-0278", is: true },
    { a: "-0001", b: "0001", is: true },
    { a: "1919-02/1919-04", b: "1919-05", is: true },
    { a: "1919-02/1919-04", b: "1919-04-11", is: false },
  ])("$a surely before $b: $is", ({ a, b, is }) => {
    expect(before(a, b)).toBe(is);
  });

  it.each(["soon", "17 March 1938", "1938-13", "1938-02-31", ""])("%j is no date", (text) => {
    expect(parseDate(text)).toBeUndefined();
  });
});

describe("yearsOf", () => {
  it.each([
    ["1938-03-17", { from: 1938, to: 1938 }],
    ["1919-12/1920-04", { from: 1919, to: 1920 }],
    ["-0279", { from: -279, to: -279 }],
  ])("%s touches %o", (edtf, years) => {
    expect(yearsOf(edtf)).toEqual(years);
  });
});
