import { defineConfig } from "vitest/config";

export default defineConfig({
  // Tests start programs; on a busy machine those take many times as long.
  test: { include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 },
});
