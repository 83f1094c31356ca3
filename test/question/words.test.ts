import { describe, expect, it } from "vitest";
import { fold, wordsOf } from "../../src/question/words.js";

describe("fold", () => {
  it.each([
    ["Dąbrowski’s", "dabrowski's"],
    ["Łódź", "lodz"],
    ["Sèvres", "sevres"],
    ["Straße", "strasse"],
    ["Ærø", "aero"],
    ["ＵＫ", "uk"],
  ])("%s becomes %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});

describe("wordsOf", () => {
  it.each([
    ["Litvinov’s pact", ["litvinov", "pact"]],
    ["the U.S.S.R. and the U.S.", ["the", "ussr", "and", "the", "us"]],
    ["didn't they?", ["didn't", "they"]],
    [
      "@everyone **bold** `x`; DROP TABLE cases;--",
      ["everyone", "bold", "x", "drop", "table", "cases"],
    ],
    ["👍🏽 🇫🇷", []],
    ["", []],
  ])("%j has the words %j", (text, words) => {
    expect(wordsOf(text).map(({ surface }) => surface)).toEqual(words);
  });

  it("gives one stem to the forms of a word", () => {
    expect(new Set(wordsOf("refuse refused refusing").map(({ stem }) => stem)).size).toBe(1);
  });
});
