/** Work that has been begun and must be finished before the process ends. */
export interface InFlight {
  /** Runs a piece of work; a failure goes to `onError` and nowhere else. */
  run(work: () => Promise<void>): void;
  /** Waits until all is done, or the time is up. True where all was done. */
  drain(timeoutMs: number): Promise<boolean>;
}

/** @param onDone - told how long each piece took, also one that failed */
export function createInFlight(
  onError: (error: unknown) => void,
  onDone: (tookMs: number) => void = () => {},
): InFlight {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      const startMs = performance.now();
      const done: Promise<void> = Promise.resolve()
        .then(work)
        .catch(onError)
        .finally(() => {
          running.delete(done);
          onDone(performance.now() - startMs);
        });
      running.add(done);
    },
    async drain(timeoutMs) {
      const deadline = Date.now() + timeoutMs;
      while (running.size > 0 && Date.now() < deadline) {
        const patience = new Promise<void>((resolve) => {
          setTimeout(resolve, Math.max(deadline - Date.now(), 0)).unref();
        });
        await Promise.race([Promise.all(running), patience]);
      }
      return running.size === 0;
    },
  };
}
