import { describe, expect, it } from "vitest";
import { createGazetteer } from "../../src/question/gazetteer.js";
import { interpret } from "../../src/question/interpret.js";
import { yearsIn } from "../../src/question/years.js";

const party = (name: string, more: { adjective?: string; aliases?: string[] } = {}) => ({
  kind: "state" as const,
  name,
  aliases: [],
  roles: [],
  ...more,
});
const gazetteer = createGazetteer({
  parties: {
    britain: party("Britain", { adjective: "British", aliases: ["UK", "Whitehall"] }),
    france: party("France", { adjective: "French" }),
    "united-states": party("the United States", { adjective: "American", aliases: ["US"] }),
    "soviet-union": party("the Soviet Union", { adjective: "Soviet", aliases: ["USSR"] }),
    "neville-chamberlain": party("Neville Chamberlain", { aliases: ["Chamberlain"] }),
    "austen-chamberlain": party("Austen Chamberlain", { aliases: ["Chamberlain"] }),
  },
});
const read = (question: string) =>
  interpret(question, { gazetteer, repair: (word) => word, repairSign: (word) => word });
const ids = (mentions: readonly { partyIds: readonly string[] }[]) =>
  mentions.map(({ partyIds }) => partyIds.join("|"));

describe("the parties of a question", () => {
  it.each([
    ["why did the UK refuse", ["britain"]],
    ["why did whitehall refuse", ["britain"]],
    ["the French and the Soviets", ["france", "soviet-union"]],
    ["the United States said no", ["united-states"]],
    ["why did the US refuse", ["united-states"]],
    ["why did they refuse us", []],
    ["Chamberlain", ["neville-chamberlain|austen-chamberlain"]],
    ["Neville Chamberlain", ["neville-chamberlain"]],
  ])("%j names %j", (question, expected) => {
    expect(ids(read(question).mentions)).toEqual(expected);
  });
});

describe("those whose refusal is meant", () => {
  it.each([
    ["why did the UK n France turn down the Soviet offer", ["britain", "france"]],
    ["why was the Soviet offer rejected by Britain", ["britain"]],
    ["why didn't France want the Soviet pact", ["france"]],
    ["why didn't Britain and France want the Soviet pact", ["britain", "france"]],
    ["and the French?", ["france"]],
    ["why was the pact refused", []],
  ])("%j means %j", (question, expected) => {
    expect(ids(read(question).refusers)).toEqual(expected);
  });
});

describe("the shape of a question", () => {
  it.each([
    ["why did Britain reject the pact", "refusal"],
    ["why wasnt the pact accepted", "negative"],
    ["the river pact", "name"],
    ["why did Rome fall", "other"],
  ])("%j is of the shape %s", (question, shape) => {
    expect(read(question).shape).toBe(shape);
  });
});

describe("the focus of a question", () => {
  it("is the sentence that asks, with the rest as context", () => {
    const { content, focus } = read(
      "We read about Austria in class today. Why was the river pact refused? My teacher had no idea.",
    );
    expect(focus.map(({ surface }) => surface)).toEqual(["river", "pact"]);
    expect(content.map(({ surface }) => surface)).toContain("austria");
  });
});

describe("the years of a question", () => {
  it.each([
    ["in 1938", [{ from: 1938, to: 1938 }]],
    [
      "in '38 or ’39",
      [
        { from: 1938, to: 1938 },
        { from: 1838, to: 1838 },
        { from: 1939, to: 1939 },
        { from: 1839, to: 1839 },
      ],
    ],
    ["in the thirties", [{ from: 1930, to: 1939 }]],
    ["in the 1930s", [{ from: 1930, to: 1939 }]],
    ["Pyrrhus 280 BC", [{ from: -279, to: -279 }]],
    ["280 B.C.E.", [{ from: -279, to: -279 }]],
    ["13 colonies", []],
    [
      "the '90s",
      [
        { from: 1990, to: 1999 },
        { from: 1890, to: 1899 },
      ],
    ],
    ["11 votes out of 17", []],
    ["children of 14 and under", []],
    ["before 1492", [{ from: 1482, to: 1492 }]],
    ["after 1848", [{ from: 1848, to: 1858 }]],
    ["letting in 10,000 children", []],
  ])("%j names %j", (question, years) => {
    expect(yearsIn(question)).toEqual(years);
  });
});
