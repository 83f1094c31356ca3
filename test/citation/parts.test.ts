import { describe, expect, it } from "vitest";
import { inAlphabet } from "../../src/citation/bibliography.js";
import {
  type DateWording,
  MONTHS_IN_FULL,
  writeDate,
  writeYear,
} from "../../src/citation/date-words.js";
import { formatCitation } from "../../src/citation/format.js";
import { formatLocator } from "../../src/citation/locator.js";
import { initials } from "../../src/citation/names.js";
import { completeRange, writeRanges } from "../../src/citation/number-range.js";
import { italic, join, plainText, quoted, roman, sentence } from "../../src/citation/rich-text.js";
import { arabicVolume, editionInWords } from "../../src/citation/source-parts.js";
import { STYLES } from "../../src/citation/styles/index.js";
import { GOLDEN } from "./golden-sources.js";

describe("a date in a style's words", () => {
  const shared = {
    months: MONTHS_IN_FULL,
    seasons: ["Spring", "Summer", "Autumn", "Winter"],
    about: "ca. ",
    guessed: ["[", "?]"],
    bc: "BC",
  } as const;
  const american: DateWording = { ...shared, order: "month-day-year" };
  const european: DateWording = { ...shared, order: "day-month-year" };
  const yearFirst: DateWording = { ...shared, order: "year-month-day" };

  it.each([
    ["1938", "1938", "1938", "1938"],
    ["1938-03", "March 1938", "March 1938", "1938, March"],
    ["1938-03-24", "March 24, 1938", "24 March 1938", "1938, March 24"],
    ["1938-03~", "ca. March 1938", "ca. March 1938", "ca. 1938, March"],
    ["1750?", "[1750?]", "[1750?]", "[1750?]"],
    ["1750%", "ca. 1750", "ca. 1750", "ca. 1750"],
    ["1938-21", "Spring 1938", "Spring 1938", "1938, Spring"],
    ["193X", "1930s", "1930s", "1930s"],
    ["18XX", "1800s", "1800s", "1800s"],
    ["-0279", "280 BC", "280 BC", "280 BC"],
    ["-0279-07-05", "July 5, 280 BC", "5 July 280 BC", "280 BC, July 5"],
    ["0000", "1 BC", "1 BC", "1 BC"],
    ["1938-03-15/1938-03-20", "March 15–20, 1938", "15–20 March 1938", "1938, March 15–20"],
    [
      "1942-03-31/1942-04-04",
      "March 31–April 4, 1942",
      "31 March–4 April 1942",
      "1942, March 31–April 4",
    ],
    ["1919-02/1919-04", "February–April 1919", "February–April 1919", "1919, February–April"],
    ["1919/1920", "1919–1920", "1919–1920", "1919–1920"],
    [
      "1941-12-30/1942-01-02",
      "December 30, 1941–January 2, 1942",
      "30 December 1941–2 January 1942",
      "1941, December 30–1942, January 2",
    ],
    ["1938/..", "1938–", "1938–", "1938–"],
    ["../1938", "until 1938", "until 1938", "until 1938"],
    ["[1667,1668]", "[1667,1668]", "[1667,1668]", "[1667,1668]"],
  ])("writes %s as %s, %s or %s", (edtf, first, second, third) => {
    expect(writeDate(edtf, american)).toBe(first);
    expect(writeDate(edtf, european)).toBe(second);
    expect(writeDate(edtf, yearFirst)).toBe(third);
  });

  it.each([
    ["1938-03-24", "1938"],
    ["1938-03~", "ca. 1938"],
    ["1919-02/1919-04", "1919"],
    ["1919-11/1920-03", "1919–1920"],
    ["1938/..", "1938–"],
    ["-0279", "280 BC"],
  ])("takes from %s the year %s", (edtf, year) => {
    expect(writeYear(edtf, american)).toBe(year);
  });
});

describe("a range of numbers", () => {
  it.each([
    ["3-10", "3–10", "3–10", "3–10"],
    ["71-72", "71–72", "71–72", "71–72"],
    ["96-117", "96–117", "96–117", "96–117"],
    ["100-104", "100–104", "100–04", "100–104"],
    ["1100-1113", "1100–1113", "1100–13", "1100–1113"],
    ["101-108", "101–8", "101–08", "101–108"],
    ["808-833", "808–33", "808–33", "808–833"],
    ["1103-1104", "1103–4", "1103–04", "1103–1104"],
    ["321-328", "321–28", "321–28", "321–328"],
    ["498-532", "498–532", "498–532", "498–532"],
    ["1496-1500", "1496–500", "1496–500", "1496–1500"],
    ["12991-13001", "12991–3001", "12991–3001", "12991–13001"],
    ["1399-514", "1399–514", "1399–514", "1399–1514"],
    ["585-91", "585–91", "585–91", "585–591"],
    ["996–1004", "996–1004", "996–1004", "996–1004"],
    ["xii-xv", "xii-xv", "xii-xv", "xii-xv"],
  ])("sets %s as Chicago's %s, MLA's %s, APA's %s", (text, chicago, mla, apa) => {
    expect(writeRanges(text, "chicago")).toBe(chicago);
    expect(writeRanges(text, "mla")).toBe(mla);
    expect(writeRanges(text, "full")).toBe(apa);
  });

  it("can be completed", () => {
    expect(completeRange("1399", "514")).toBe("1514");
    expect(completeRange("98", "101")).toBe("101");
  });
});

describe("parts of a citation", () => {
  it("put commas and full stops within quotation marks, and none where one is", () => {
    const title = quoted('A "Clean" Fight');
    expect(plainText(join([title, roman("p. 1")], ", "))).toBe("“A ‘Clean’ Fight,” p. 1");
    expect(plainText(join([quoted("Why?"), roman("The Times")], ". "))).toBe("“Why?” The Times");
    expect(plainText(join([quoted('He Asks "Why?"'), italic("Open")], ". "))).toBe(
      "“He Asks ‘Why?’” Open",
    );
    expect(plainText(join([roman("Ford, F. L."), roman("Title")], ". "))).toBe("Ford, F. L. Title");
    expect(plainText(sentence(italic("Quo Vadis?")))).toBe("Quo Vadis?");
    expect(plainText(sentence(quoted('Pledges "Clean Fight"')))).toBe("“Pledges ‘Clean Fight.’”");
    expect(plainText(sentence(quoted("The Allies'")))).toBe("“The Allies’.”");
  });

  it("that say nothing leave no trace", () => {
    expect(join([[], undefined, roman("")], ", ")).toEqual([]);
    expect(plainText(join([[], roman("a"), undefined, roman("b")], ", "))).toBe("a, b");
    expect(sentence([])).toEqual([]);
  });

  it("keep italics to titles: what follows is upright", () => {
    expect(join([italic("The Times"), roman("p. 9")], ", ")).toEqual([
      { text: "The Times", italic: true },
      { text: ", " },
      { text: "p. 9" },
    ]);
  });

  it.each([
    ["The Pope's Note", "The Pope’s Note"],
    ["the British 'Decision' to Fight", "the British ‘Decision’ to Fight"],
    ['"Clean Fight" (1939)', "“Clean Fight” (1939)"],
    ["War Aims of '39", "War Aims of ’39"],
    ["16 juin 1940 : le projet d'union", "16 juin 1940 : le projet d’union"],
  ])("set %s in type as %s", (text, set) => {
    expect(plainText(roman(text))).toBe(set);
  });

  it.each([
    ["I", "1"],
    ["IV", "4"],
    ["LXVI", "66"],
    ["XVII", "17"],
    ["MCMXCIV", "1994"],
    ["333", "333"],
    ["IC", "IC"],
    ["Supplement", "Supplement"],
  ])("count volume %s as %s", (volume, arabic) => {
    expect(arabicVolume(volume)).toBe(arabic);
  });

  it.each([
    ["2", "2nd ed."],
    ["11", "11th ed."],
    ["23", "23rd ed."],
    ["revised", "revised ed."],
    ["rev. ed.", "rev. ed."],
    ["Troisième édition", "Troisième édition"],
  ])("name edition %s %s", (edition, words) => {
    expect(editionInWords(edition)).toBe(words);
  });

  it.each([
    ["Keith", "K."],
    ["Jean-Paul", "J.-P."],
    ["A. T.", "A. T."],
    ["A.T.", "A. T."],
    ["Prinz Max von", "P. M. von"],
    ["Étienne", "É."],
  ])("shorten the given name %s to %s", (given, short) => {
    expect(initials({ family: "Name", given })).toBe(short);
  });

  it("stand in the alphabet without regard to articles and marks", () => {
    const entries = ["“The Zebra.”", "An Apple.", "‘b’", "Áb.", "de la Cierva"].map(roman);
    expect(inAlphabet(entries).map(plainText)).toEqual([
      "Áb.",
      "An Apple.",
      "‘b’",
      "de la Cierva",
      "“The Zebra.”",
    ]);
  });
});

describe("the short citation of a card", () => {
  it("says once where a document is quoted", () => {
    expect(formatCitation({ ...GOLDEN.letter, type: "document" })).toBe(
      "Lord Stamfordham, “On the asylum of the Romanovs”, to Arthur Balfour, quoted in Kenneth Rose, King George V (1983) (6 April 1917)",
    );
  });

  it("gives no label to a place that names its own kind", () => {
    expect(formatLocator({ label: "section", value: "Article 4" })).toBe("Article 4");
    expect(formatLocator({ label: "section", value: "IX" })).toBe("sec. IX");
  });
});

describe("the styles", () => {
  it("are known by different names", () => {
    expect(STYLES.map(({ id }) => id)).toEqual(["chicago", "mla", "apa"]);
    expect(new Set(STYLES.map(({ name }) => name)).size).toBe(STYLES.length);
  });
});
