import { describe, expect, it } from "vitest";
import { statesOf } from "../../src/search/documents.js";
import { realAsker } from "../helpers/real.js";

const asker = await realAsker();
const suggest = (typed: string, limit = 25) => asker.suggest(typed, limit).map(({ id }) => id);

describe("what is suggested while a person types", () => {
  it.each([
    { typed: "bar", first: "baruch-plan-1946", why: "the beginning of a name" },
    { typed: "the bar", first: "baruch-plan-1946", why: "an article before it" },
    { typed: "BARUCH", first: "baruch-plan-1946", why: "capitals" },
    { typed: "peace note", first: "papal-peace-note-1917", why: "words within a name" },
    { typed: "note pap", first: "papal-peace-note-1917", why: "the second word first, half typed" },
    {
      typed: "partition res",
      first: "un-partition-plan-1947",
      why: "a word that tells two apart",
    },
    { typed: "barcuh", first: "baruch-plan-1946", why: "two letters swapped" },
    { typed: "zimerm", first: "zimmermann-telegram-1917", why: "a slip in a word half typed" },
    { typed: "litivnov", first: "litvinov-collective-security-1938", why: "a slip in a name" },
    { typed: "sevres", first: "treaty-of-sevres-1920", why: "no accent where the name has one" },
    { typed: "sèvres", first: "treaty-of-sevres-1920", why: "an accent where the id has none" },
    { typed: "baruch-plan-1946", first: "baruch-plan-1946", why: "an id" },
    { typed: "baruch-pl", first: "baruch-plan-1946", why: "half an id" },
    {
      typed: "why did the soviets reject the baruch plan",
      first: "baruch-plan-1946",
      why: "a whole question",
    },
    { typed: "qqqqq baruch", first: "baruch-plan-1946", why: "a word that nothing knows" },
  ])("$typed: $why", ({ typed, first }) => {
    expect(suggest(typed)[0]).toBe(first);
  });

  it.each([
    { typed: "xqzzyw", why: "nonsense" },
    { typed: "!?#", why: "no letters" },
    { typed: "z".repeat(6_000), why: "6,000 letters" },
  ])("nothing for $why", ({ typed }) => {
    expect(suggest(typed)).toEqual([]);
  });

  it("reads a hundred characters and no more", () => {
    expect(suggest(`baruch ${"qz ".repeat(30)}`)).toContain("baruch-plan-1946");
    expect(suggest(`${"qz ".repeat(33)} baruch`)).toEqual([]);
  });

  it("is no longer than asked for, nor than 25", () => {
    expect(suggest("plan", 3)).toHaveLength(3);
    expect(suggest("", 1_000).length).toBeLessThanOrEqual(25);
  });

  it("leaves out what fits much worse than the best", () => {
    expect(suggest("baruch plan")).toEqual(["baruch-plan-1946"]);
  });
});

describe("an empty field", () => {
  it.each(["", "   "])("is the same first list each time (%j)", (typed) => {
    expect(suggest(typed, 5)).toEqual(suggest("", 5));
    expect(suggest(typed, 5)).toHaveLength(5);
  });

  it("shows different countries and different years", () => {
    const cases = asker.suggest("", 5);
    const countries = cases.map(({ decisions }) => {
      const by = decisions.find(({ outcome }) => outcome !== "accepted")?.by ?? "";
      return statesOf(asker.base, by)[0] ?? by;
    });
    const decades = cases.map(({ proposal }) => proposal.date.slice(0, 3));
    expect(new Set(countries).size).toBe(5);
    expect(new Set(decades).size).toBeGreaterThanOrEqual(3);
  });
});
