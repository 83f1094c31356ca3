import fc from "fast-check";
import { expect, it } from "vitest";
import { wordsOf } from "../../src/question/words.js";
import { createWordTable } from "../../src/search/word-table.js";

it("reads the same words as a question is read by", () => {
  const table = createWordTable();
  const text = fc.string({ unit: fc.constantFrom(..."abU.S' ’é-1\n") });
  fc.assert(
    fc.property(text, (typed) => {
      expect(table.read(typed).map((number) => table.words[number])).toEqual(wordsOf(typed));
    }),
  );
});

it("numbers a word once", () => {
  const table = createWordTable();
  expect(table.read("the plan, the other plan")).toEqual([0, 1, 0, 2, 1]);
});
