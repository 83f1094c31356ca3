import { describe, expect, it } from "vitest";
import { dateInWords, parseDate, surelyBefore, yearsOf } from "../../src/knowledge/dates.js";

describe("dateInWords", () => {
  it.each([
    ["1938-03-17", "17 March 1938"],
    ["1938-03", "March 1938"],
    ["1938", "1938"],
    ["1540~", "c. 1540"],
    ["1540?", "1540 (uncertain)"],
    ["1919-21", "spring 1919"],
    ["193X", "1930s"],
    ["-0279", "280 BC"],
    ["0000", "1 BC"],
    ["-0331-10", "October 332 BC"],
    ["1919-02/1919-04", "February to April 1919"],
    ["1939-05-08/1939-05-10", "8 to 10 May 1939"],
    ["1937/1940", "1937 to 1940"],
    ["1937-05/..", "from May 1937"],
    ["/1939-05", "until May 1939"],
  ])("%s is written %s", (edtf, words) => {
    expect(dateInWords(edtf)).toBe(words);
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
