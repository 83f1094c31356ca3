import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { truncate } from "../src/text.js";

describe("truncate", () => {
  it.each([
    ["short", 10, "short"],
    ["exactly ten", 11, "exactly ten"],
    ["one two three", 9, "one two…"],
    ["onetwothreefour", 9, "onetwoth…"],
    ["a👩‍👩‍👧b", 4, "a…"],
    ["abc", 1, "…"],
  ])("%j to %i is %j", (text, maxChars, expected) => {
    expect(truncate(text, maxChars)).toBe(expected);
  });

  it("keeps every limit, marks every cut, and parts no grapheme", () => {
    const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.integer({ min: 1, max: 80 }),
        (text, maxChars) => {
          const cut = truncate(text, maxChars);
          expect(cut.length).toBeLessThanOrEqual(maxChars);
          if (cut === text) return;
          expect(cut.endsWith("…")).toBe(true);
          const kept = cut.slice(0, -1);
          const whole = Array.from(graphemes.segment(text), ({ segment }) => segment);
          const starts = whole.map((_, index) => whole.slice(0, index).join("").trimEnd());
          expect([...starts, text]).toContain(kept);
        },
      ),
    );
  });

  it("refuses a limit under one", () => {
    expect(() => truncate("x", 0)).toThrow(RangeError);
  });
});
