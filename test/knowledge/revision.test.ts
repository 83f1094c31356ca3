import { describe, expect, it } from "vitest";
import { baseOf, RIVER_LEAGUE } from "../helpers/knowledge.js";

const ID = "river-league-1871";
const revisionOf = (text: string) => baseOf({ [ID]: text }).findCase(ID)?.revision;
const original = revisionOf(RIVER_LEAGUE);

describe("a revision", () => {
  it("is short, and the same for the same text", () => {
    expect(original).toMatch(/^[0-9a-f]{6}$/);
    expect(revisionOf(RIVER_LEAGUE)).toBe(original);
  });

  it.each([
    ["a comment", "title:", "# a comment\ntitle:"],
    ["another wording of the question list", "asked_as:\n", "asked_as:\n  - why no league\n"],
    ["a review", 'reviewed: "2026-11-23"', 'reviewed: "2026-11-24"'],
    ["white space", "A league of the river states", "A  league of the river   states"],
    ["a test question", "[q1, q2", "[q0, q1, q2"],
  ])("does not change with %s", (_name, from, to) => {
    expect(RIVER_LEAGUE).toContain(from);
    expect(revisionOf(RIVER_LEAGUE.replace(from, to))).toBe(original);
  });

  it.each([
    ["a claim", "would split the river states", "would divide the river states"],
    [
      "how we know",
      "reasons:\n",
      "record: {text: By chance., cites: [{source: gazette, seen: none}]}\nreasons:\n",
    ],
    ["a date", '"1871-09-30"', '"1871-10-01"'],
    ["a cited source", "title: The Chamber on the League", "title: The Chamber on a League"],
    ["what was seen", "quote: a league against somebody\n        ", ""],
  ])("changes with %s", (_name, from, to) => {
    expect(RIVER_LEAGUE).toContain(from);
    expect(revisionOf(RIVER_LEAGUE.replace(from, to))).not.toBe(original);
  });
});
