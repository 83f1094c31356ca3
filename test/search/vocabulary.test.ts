import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/search/edit-distance.js";
import { createVocabulary } from "../../src/search/vocabulary.js";

const vocabulary = createVocabulary(
  new Map([
    ["litvinov", "@maxim-litvinov"],
    ["conference", "confer"],
    ["confidence", "confid"],
    ["war", "war"],
    ["warrant", "warrant"],
    ["austria", "austria"],
    ["australia", "australia"],
  ]),
  (surface) => surface === "warren",
);
const read = (surface: string) =>
  vocabulary.readings({ surface, stem: surface }).map(({ term }) => term);

describe("a vocabulary", () => {
  it.each([
    { word: "litvinov", terms: ["@maxim-litvinov"], why: "a known word" },
    { word: "litvinof", terms: ["@maxim-litvinov"], why: "one wrong letter" },
    { word: "litivnov", terms: ["@maxim-litvinov"], why: "two letters swapped" },
    { word: "conferense", terms: ["confer"], why: "the nearest of two neighbours" },
    { word: "austira", terms: ["austria"], why: "a swap, not the longer neighbour" },
    { word: "wer", terms: [], why: "three letters allow no slip" },
    { word: "warr", terms: ["war"], why: "one letter too many, and no part of a longer word" },
    { word: "warren", terms: [], why: "a common word stands for itself" },
    { word: "xylophone", terms: [], why: "nothing near" },
  ])("reads $word as $terms: $why", ({ word, terms }) => {
    expect(read(word)).toEqual(terms);
  });

  it("trusts a mended word less than a known one", () => {
    const [known] = vocabulary.readings({ surface: "conference", stem: "confer" });
    const [mended] = vocabulary.readings({ surface: "conferense", stem: "conferens" });
    expect(known?.weight).toBe(1);
    expect(mended?.weight).toBeLessThan(1);
  });
});

describe("editDistance", () => {
  it.each([
    ["", "abc", 3],
    ["abc", "abc", 0],
    ["abc", "acb", 1],
    ["abcd", "abxd", 1],
    ["abc", "abcd", 1],
    ["kitten", "sitting", 3],
  ])("%j to %j takes %i", (a, b, slips) => {
    expect(editDistance(a, b)).toBe(slips);
  });

  it("is symmetric, zero only for equals, and no more than the longer word", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const slips = editDistance(a, b);
        expect(slips).toBe(editDistance(b, a));
        expect(slips === 0).toBe(a === b);
        expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
