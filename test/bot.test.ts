import { describe, expect, it } from "vitest";
import { type Platform, runBot } from "../src/bot.js";
import { RemediableError } from "../src/errors.js";
import { createLogger } from "../src/logger.js";

const log = createLogger("silent");
const never = new Promise<void>(() => {});
const platform = (more: Partial<Platform> = {}): Platform => ({
  name: "invented",
  start: async () => {},
  stop: async () => {},
  isConnected: () => true,
  ...more,
});
const run = (one: Platform, shutdown: Promise<void>) =>
  runBot({ createAdapters: [() => one], http: undefined, log, shutdown, stopWithinMs: 50 });

describe("the end of the bot", () => {
  it.each([
    ["a platform that ends", {}],
    ["one that never does, as while it is connecting", { stop: () => never }],
    ["one that never started", { start: () => never }],
  ])("comes with 0 when it is asked to end: %s", async (_what, more) => {
    expect(await run(platform(more), Promise.resolve())).toBe(0);
  });

  it.each([
    ["a refused token", new RemediableError("CONFIGURATION", "Copy it anew."), 78],
    ["another fault", new Error("gone"), 1],
  ])("comes with its own code where the last platform is lost: %s", async (_what, error, code) => {
    const lost = platform({ start: () => Promise.reject(error) });
    expect(await run(lost, never)).toBe(code);
  });
});
