import { until } from "../fakes/http.js";

/** Makes what looks at a fake from now on: the next message that it shows, or all that it has shown since. */
export function watching<T>(shown: () => readonly T[]) {
  return () => {
    const before = shown().length;
    return {
      one: (timeoutMs?: number) => until("an answer", () => shown()[before], timeoutMs),
      all: () => shown().slice(before),
    };
  };
}
