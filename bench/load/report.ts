import type { Race } from "./race.js";
import type { Resources } from "./resources.js";

export interface Performance {
  readonly machine: string;
  /** ISO date. */
  readonly date: string;
  readonly races: readonly Race[];
  readonly resources: readonly Resources[];
  /** Empty where it was not measured. */
  readonly longRun: readonly { readonly asks: number; readonly megabytes: number }[];
}

/** The goals that this project set itself. */
const GOALS = { addedMs: 5, ratio: 0.85, readyMs: 2000, megabytes: 160 };
/** Memory after this share of a long run is compared with that at its end: caches are full by then. */
const SETTLED_SHARE = 0.3;
const FLAT_SHARE = 1.1;

/** The page about the figures, as it stands in docs. */
export function performancePage(figures: Performance): string {
  const { machine, date, races, resources, longRun } = figures;
  return `# Performance

Measured and written by \`npm run -s bench -- --long\` on ${date}. The machine: ${machine}.
Other programs ran on it at the same time, so ratios and processor time say more than milliseconds.

## Beside the smallest bot

Both bots run in a process of their own, on a fake platform on loopback, with the library's own cap on requests raised
alike. The smallest bot (\`bench/load\`) takes the same event and posts a constant; ours finds, presents and renders an
answer, and notes in its store that the event was taken. Rounds of both alternate; each figure is the median over the
rounds, differences and ratios are taken within a round. Latency: one ask at a time, from the event to the arrival of
the answer. Throughput: sixteen asks in flight.

| | ours, ms | smallest, ms | added, ms | ours, asks/s | smallest, asks/s | ratio | ours, CPU ms an ask | smallest, CPU ms an ask |
| --- | --: | --: | --: | --: | --: | --: | --: | --: |
${races.map(raceRow).join("\n")}

${verdicts(races)}

Where the throughput falls short, it is the work of an answer and not waiting: finding the case, presenting and rendering
a whole card, a body many times as large to send, the note in the store and a line in the log. The constant needs none
of that. What a process can send at most is less on both platforms: discord.js stops at 50 messages a second by itself, and Slack
takes about one message a second in a channel.

## Start and memory

Both platforms on. Ready: from the start of the process until both are. Memory is what the system counts as resident,
three seconds after that, and after a thousand asks. Medians of three starts.

| cases | ready, ms | CPU until ready, ms | memory, MB | after 1,000 asks, MB |
| --: | --: | --: | --: | --: |
${resources.map(resourceRow).join("\n")}

${resourceVerdicts(resources)}
${longRun.length > 0 ? `\n${longRunPart(longRun)}\n` : ""}`;
}

function raceRow(race: Race): string {
  const figures = [
    race.oursMs.toFixed(2),
    race.smallestMs.toFixed(2),
    race.addedMs.toFixed(2),
    race.oursPerSecond.toFixed(0),
    race.smallestPerSecond.toFixed(0),
    race.ratio.toFixed(2),
    race.oursCpuMs.toFixed(2),
    race.smallestCpuMs.toFixed(2),
  ];
  return `| ${race.name} | ${figures.join(" | ")} |`;
}

function resourceRow({
  cases,
  readyMs,
  readyCpuMs,
  idleMegabytes,
  askedMegabytes,
}: Resources): string {
  const figures = [readyMs, readyCpuMs, idleMegabytes, askedMegabytes].map((n) => n.toFixed(0));
  return `| ${cases} | ${figures.join(" | ")} |`;
}

function verdicts(races: readonly Race[]): string {
  const slow = races.filter(({ addedMs }) => addedMs > GOALS.addedMs);
  const weak = races.filter(({ ratio }) => ratio < GOALS.ratio);
  const refused = races.flatMap(({ refusals }) => refusals);
  return [
    verdict(`at most ${GOALS.addedMs} ms added`, slow),
    verdict(`at least ${GOALS.ratio} of the smallest bot's throughput`, weak),
    ...(refused.length > 0 ? [`- Refused by the fake platforms: ${refused.length} requests.`] : []),
  ].join("\n");
}

function verdict(goal: string, missing: readonly { readonly name: string }[]): string {
  if (missing.length === 0) return `- Goal, ${goal}: met.`;
  return `- Goal, ${goal}: **missed** by ${missing.map(({ name }) => name).join("; ")}.`;
}

function resourceVerdicts(resources: readonly Resources[]): string {
  const [real] = resources;
  const ready = resources.find(({ cases }) => cases === 1000);
  const megabytes = real?.idleMegabytes ?? 0;
  const isReady = (ready?.readyMs ?? 0) < GOALS.readyMs;
  const isSmall = megabytes < GOALS.megabytes;
  return [
    `- Goal, ready within ${GOALS.readyMs} ms with 1,000 cases: ${isReady ? "met" : "**missed**"}.`,
    `- Goal, less than ${GOALS.megabytes} MB with the real base: ${isSmall ? "met" : "**missed**"} before the first ask; the engine then lets its heap grow, to ${real?.askedMegabytes.toFixed(0)} MB, before it collects.`,
  ].join("\n");
}

function longRunPart(longRun: Performance["longRun"]): string {
  const last = longRun.at(-1);
  const settled = longRun.find(({ asks }) => asks >= (last?.asks ?? 0) * SETTLED_SHARE);
  const isFlat = (last?.megabytes ?? 0) <= (settled?.megabytes ?? 0) * FLAT_SHARE;
  return `## Memory over a long run

Half of the asks on each platform, through the real clients.

| asks | memory, MB |
| --: | --: |
${longRun.map(({ asks, megabytes }) => `| ${asks} | ${megabytes.toFixed(0)} |`).join("\n")}

- Goal, flat: ${isFlat ? "met" : "**missed**"} (at the end at most a tenth above what it was after three tenths).`;
}
