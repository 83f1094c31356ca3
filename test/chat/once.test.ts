import { describe, expect, it } from "vitest";
import { createInFlight } from "../../src/chat/in-flight.js";
import { mentionedCase } from "../../src/chat/mentioned-case.js";
import { createSeen } from "../../src/chat/seen.js";

describe("what was seen", () => {
  it("is told from what is new, until the time is over", () => {
    let nowMs = 0;
    const seen = createSeen({ ttlMs: 1000, max: 10, nowMs: () => nowMs });
    expect([seen.isFirst("a"), seen.isFirst("a"), seen.isFirst("b")]).toEqual([true, false, true]);
    nowMs = 999;
    expect(seen.isFirst("a")).toBe(false);
    nowMs = 2000;
    expect(seen.isFirst("a")).toBe(true);
  });

  it("forgets the oldest beyond its size", () => {
    const seen = createSeen({ ttlMs: 1000, max: 2, nowMs: () => 0 });
    for (const id of ["a", "b", "c"]) seen.isFirst(id);
    expect(seen.isFirst("c")).toBe(false);
    expect(seen.isFirst("a")).toBe(true);
  });
});

describe("work in flight", () => {
  const later = (timeMs: number) => new Promise<void>((done) => setTimeout(done, timeMs));

  it("is waited for", async () => {
    let isDone = false;
    const inFlight = createInFlight(() => {});
    inFlight.run(async () => {
      await later(30);
      isDone = true;
    });
    expect(await inFlight.drain(1000)).toBe(true);
    expect(isDone).toBe(true);
  });

  it("is given up when the time is over", async () => {
    const inFlight = createInFlight(() => {});
    inFlight.run(() => later(500));
    expect(await inFlight.drain(20)).toBe(false);
  });

  it("hands its failure over, and ends all the same", async () => {
    const errors: unknown[] = [];
    const inFlight = createInFlight((error) => errors.push(error));
    inFlight.run(() => {
      throw new Error("broken");
    });
    expect(await inFlight.drain(1000)).toBe(true);
    expect(errors).toEqual([new Error("broken")]);
  });
});

describe("the case of an answer", () => {
  it.each([
    ["baruch-plan-1946@1a2b3c · reviewed", "baruch-plan-1946"],
    ['{"content":"-# page 2 of 3 · baruch-plan-1946@1a2b3c"}', "baruch-plan-1946"],
    ["write to me@example.org", undefined],
    ["", undefined],
  ])("in %j is %j", (text, id) => {
    expect(mentionedCase(text)).toBe(id);
  });
});
