import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests start programs; on a busy machine those take many times as long. Much of their time is waiting, so two at once
  // serve two cores, where the default is one.
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2 },
});
