import { describe, expect, it } from "vitest";
import { examples } from "../../src/chat/front.js";
import { yearsOf } from "../../src/knowledge/dates.js";
import { realAsker } from "../helpers/real.js";

describe("questions to begin with", async () => {
  const { base } = await realAsker();
  const years = (turn: number) =>
    examples(base, 4, turn).map(({ title }) => {
      const entry = base.current.find((one) => one.title === title);
      return entry ? (yearsOf(entry.proposal.date)?.from ?? 0) : Number.NaN;
    });

  it("are four, from all times of the collection", () => {
    const all = base.current.map(({ proposal }) => yearsOf(proposal.date)?.from ?? 0);
    all.sort((a, b) => a - b);
    const middle = all[Math.floor(all.length / 2)] ?? 0;
    for (const turn of [0, 1, 7, 20_000]) {
      expect(years(turn)).toHaveLength(4);
      expect(Math.min(...years(turn))).toBeLessThanOrEqual(middle);
      expect(Math.max(...years(turn))).toBeGreaterThanOrEqual(middle);
    }
  });

  it("are others the next day, and the same within a day", () => {
    expect(examples(base, 4, 3)).toEqual(examples(base, 4, 3));
    const today = new Set(examples(base, 4, 3).map(({ question }) => question));
    expect(examples(base, 4, 4).some(({ question }) => today.has(question))).toBe(false);
  });

  it("are all there are in a small collection", () => {
    expect(examples({ ...base, current: base.current.slice(0, 2) }, 4, 9)).toHaveLength(2);
    expect(examples({ ...base, current: [] }, 4, 9)).toEqual([]);
  });
});
