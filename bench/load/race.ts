import { createLoad } from "./load.js";
import { cpuMsOf } from "./machine.js";
import type { Candidate, Pair } from "./pairs.js";

/** Medians over the rounds; of ratios and differences, each taken within one round. */
export interface Race {
  readonly name: string;
  readonly oursMs: number;
  readonly smallestMs: number;
  readonly addedMs: number;
  readonly oursPerSecond: number;
  readonly smallestPerSecond: number;
  readonly ratio: number;
  /** Processor time an ask, which other programs on the machine hardly disturb. */
  readonly oursCpuMs: number;
  readonly smallestCpuMs: number;
  readonly refusals: readonly string[];
}

const ROUNDS = 9;
const LATENCY_ASKS = 60;
const THROUGHPUT_ASKS = 400;
/** Until both are compiled by the engine. */
const WARM_UP_ASKS = 600;

/** One after the other in short rounds, so that what else the machine does hits both alike. */
export async function race(pair: Pair, questions: readonly string[]): Promise<Race> {
  const candidates = [pair.ours, pair.smallest].map((candidate) => ({
    ...candidate,
    load: createLoad(candidate.stage, pair.way, questions),
  }));
  for (const { load } of candidates) await load.throughput(WARM_UP_ASKS);
  const rounds: (readonly [Round, Round])[] = [];
  for (let number = 0; number < ROUNDS; number++) {
    const order = number % 2 === 0 ? candidates : candidates.toReversed();
    const run = new Map<Candidate, Round>();
    for (const candidate of order) run.set(candidate, await oneRound(candidate));
    const [ours, smallest] = candidates.map((one) => run.get(one));
    if (ours && smallest) rounds.push([ours, smallest]);
  }
  const of = (pick: (ours: Round, smallest: Round) => number) =>
    median(rounds.map(([ours, smallest]) => pick(ours, smallest)));
  return {
    name: pair.name,
    oursMs: of((ours) => ours.latencyMs),
    smallestMs: of((_, smallest) => smallest.latencyMs),
    addedMs: of((ours, smallest) => ours.latencyMs - smallest.latencyMs),
    oursPerSecond: of((ours) => ours.perSecond),
    smallestPerSecond: of((_, smallest) => smallest.perSecond),
    ratio: of((ours, smallest) => ours.perSecond / smallest.perSecond),
    oursCpuMs: of((ours) => ours.cpuMs),
    smallestCpuMs: of((_, smallest) => smallest.cpuMs),
    refusals: [...pair.ours.stage.refusals(), ...pair.smallest.stage.refusals()],
  };
}

interface Round {
  readonly latencyMs: number;
  readonly perSecond: number;
  readonly cpuMs: number;
}

async function oneRound({
  load,
  bot,
}: Candidate & { load: ReturnType<typeof createLoad> }): Promise<Round> {
  const latencyMs = median(await load.latencies(LATENCY_ASKS));
  const pid = bot.process.pid ?? 0;
  const cpuBeforeMs = cpuMsOf(pid);
  const tookMs = await load.throughput(THROUGHPUT_ASKS);
  return {
    latencyMs,
    perSecond: (THROUGHPUT_ASKS * 1000) / tookMs,
    cpuMs: (cpuMsOf(pid) - cpuBeforeMs) / THROUGHPUT_ASKS,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
