import { until } from "../../test/fakes/http.js";
import type { Ask, Stage } from "../stage/stage.js";

/** Puts asks to the bots of a stage and waits for their answers. */
export interface Load {
  /** One after the other: how long each took from the event to the answer's arrival, in milliseconds. */
  latencies(count: number): Promise<number[]>;
  /** So many, always some in flight together: how long all took. */
  throughput(count: number): Promise<number>;
}

/** As many as a busy bot has open at once. */
const IN_FLIGHT = 16;
const PATIENCE_MS = 20_000;
const PATIENCE_PER_ASK_MS = 50;

/** @param questions - asked in turn */
export function createLoad(stage: Stage, way: string, questions: readonly string[]): Load {
  const waiting = new Map<string, () => void>();
  /** Answers can be there before anybody waits: an ask is sent before its key is known. */
  const early = new Set<string>();
  stage.watch((key) => {
    const answered = waiting.get(key);
    if (answered) answered();
    else early.add(key);
    waiting.delete(key);
  });
  const put = stage.ways[way];
  if (!put) throw new RangeError(`no way "${way}"`);
  let count = 0;
  const answerTo = ({ key }: Ask): Promise<void> =>
    new Promise((resolve) => {
      if (early.delete(key)) resolve();
      else waiting.set(key, resolve);
    });
  const next = () => answerTo(put(questions[count++ % questions.length] ?? ""));
  const within = async (work: Promise<unknown>, total: number) => {
    let isDone = false;
    void work.then(() => {
      isDone = true;
    });
    const patienceMs = PATIENCE_MS + total * PATIENCE_PER_ASK_MS;
    const what = `answers to a ${way} (open: ${waiting.size}; refused: ${stage.refusals().length})`;
    await until(what, () => isDone, patienceMs);
  };

  return {
    async latencies(total) {
      const times: number[] = [];
      for (let done = 0; done < total; done++) {
        const startMs = performance.now();
        await next();
        times.push(performance.now() - startMs);
      }
      stage.forget();
      return times;
    },
    async throughput(total) {
      let left = total;
      const startMs = performance.now();
      let endMs = startMs;
      const worker = async () => {
        while (left-- > 0) await next();
        endMs = performance.now();
      };
      await within(Promise.all(Array.from({ length: IN_FLIGHT }, worker)), total);
      stage.forget();
      return endMs - startMs;
    },
  };
}
