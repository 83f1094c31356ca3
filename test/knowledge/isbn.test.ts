import { describe, expect, it } from "vitest";
import { isIsbn } from "../../src/knowledge/rules/standard-numbers.js";

describe("an ISBN", () => {
  it.each([
    ["978-0-521-20582-5", true],
    ["9780521857130", true],
    ["0521857139", true],
    ["0-7146-8333-7", true],
    ["080442957X", true],
    ["978-0-521-20582-6", false],
    ["0521857138", false],
    ["12345", false],
    ["97805218571301", false],
  ])("%s: %s", (text, isOne) => {
    expect(isIsbn(text)).toBe(isOne);
  });
});
