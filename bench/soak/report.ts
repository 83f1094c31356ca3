import { EXCUSES } from "./excuses.js";
import type { Rig } from "./rigs.js";
import { excuseFor, type Tally } from "./soak.js";

export interface SoakResult {
  readonly rig: Pick<Rig, "name" | "platform">;
  readonly tallies: readonly Tally[];
  /** What the fake platform would not take. */
  readonly refusals: readonly string[];
}

/**
 * Of two processes with one token, each tries to answer a command, and one is told that this has been done, or comes too
 * late. Where neither came in time, the ask counts as lost.
 */
const EXPECTED = /^(?:40060|10062) /;

/** Lost and doubled ones for which there is no excuse, and refusals of the fake: what must be 0. */
export function faultsOf({ tallies, refusals }: SoakResult): number {
  return unexpected(refusals).length + sum(tallies, avoidable);
}

/** The counts as a page: a table for each rig, by trouble. */
export function soakPage(results: readonly SoakResult[], made: string): string {
  const faults = sum(results, faultsOf);
  return `# Faults

Counted and written by \`npm run -s soak\` (${made}): questions go through the real clients to fake platforms on loopback,
and whole batches of them through one trouble at a time. Each must be answered once. Where a platform leaves no way to
do that, the bot rather answers twice than not at all, and the case is named below its table. Slack repeats an event
that nobody took after a minute, here after two seconds. A short version runs with the tests.

Lost or doubled where it could have been avoided: **${faults}**.

${results.map(table).join("\n\n")}
`;
}

function table({ rig, tallies, refusals }: SoakResult): string {
  const troubles = [...new Set(tallies.map(({ trouble }) => trouble))];
  const row = (name: string, some: readonly Tally[]) => {
    const counts = (["asked", "once", "lost", "doubled"] as const).map((key) =>
      sum(some, (tally) => tally[key]),
    );
    return `| ${name} | ${counts.join(" | ")} | ${sum(some, avoidable)} |`;
  };
  const unavoidable = EXCUSES.flatMap((excuse) => {
    const count = sum(tallies, ({ trouble, way, excused }) =>
      excuseFor(rig.platform, trouble, way, excuse.what) === excuse ? excused : 0,
    );
    return count > 0 ? [`- ${count} ${excuse.what}: ${excuse.why}.`] : [];
  });
  const last = [...unavoidable, ...refusalLines(refusals)];
  return [
    `## ${rig.name}`,
    "",
    "| trouble | asked | answered once | lost | doubled | of these avoidable |",
    "| --- | --: | --: | --: | --: | --: |",
    ...troubles.map((name) =>
      row(
        name,
        tallies.filter(({ trouble }) => trouble === name),
      ),
    ),
    row("**all**", tallies),
    ...(last.length > 0 ? ["", ...last] : []),
  ].join("\n");
}

function avoidable({ lost, doubled, excused }: Tally): number {
  return lost + doubled - excused;
}

function sum<T>(values: readonly T[], count: (value: T) => number): number {
  return values.reduce((total, value) => total + count(value), 0);
}

function unexpected(refusals: readonly string[]): readonly string[] {
  return refusals.filter((one) => !EXPECTED.test(one));
}

function refusalLines(refusals: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of refusals) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].map(
    ([one, count]) =>
      `- refused by the fake platform${EXPECTED.test(one) ? ", as it should be" : ""}: ${count} times "${one}".`,
  );
}
