/** How long calls took, in milliseconds. */
export interface Times {
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/**
 * Runs each input three times, in three rounds, and counts its fastest: the machine is shared, and what another process
 * took is not this program's time. One round before warms the compiler up.
 */
export function timesOf<T>(inputs: readonly T[], run: (input: T) => unknown): Times {
  for (const input of inputs) run(input);
  const rounds = [1, 2, 3].map(() => inputs.map((input) => elapsedMs(() => run(input))));
  return summary(inputs.map((_input, index) => Math.min(...rounds.map((ms) => ms[index] ?? 0))));
}

/** The same for what takes seconds: each input once. */
export function timesOnce<T>(inputs: readonly T[], run: (input: T) => unknown): Times {
  return summary(inputs.map((input) => elapsedMs(() => run(input))));
}

function summary(timesMs: readonly number[]): Times {
  const sorted = [...timesMs].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { medianMs: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

export function elapsedMs(run: () => unknown): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

/** What is built, how long that took, and how much memory it holds. */
export function measureBuild<T>(build: () => T): { built: T; buildMs: number; megabytes: number } {
  const before = heldBytes();
  const startMs = performance.now();
  const built = build();
  const buildMs = performance.now() - startMs;
  return { built, buildMs, megabytes: (heldBytes() - before) / 1e6 };
}

function heldBytes(): number {
  if (!globalThis.gc) throw new Error("run with --expose-gc, so that garbage is not counted");
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
