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
  return (
    unexpected(refusals).length +
    sum(tallies, ({ lost, doubled, excused }) => lost + doubled - excused)
  );
}

/** The counts as tables, by trouble and way of asking. */
export function soakReport(results: readonly SoakResult[]): string {
  return results.map(table).join("\n\n");
}

function table({ rig, tallies, refusals }: SoakResult): string {
  const rows = tallies.map(
    ({ trouble, way, asked, once, lost, doubled, excused }) =>
      `| ${trouble} | ${way} | ${asked} | ${once} | ${lost} | ${doubled} | ${lost + doubled - excused} |`,
  );
  const total = (count: (tally: Tally) => number) => sum(tallies, count);
  const all = [
    total(({ asked }) => asked),
    total(({ once }) => once),
    total(({ lost }) => lost),
    total(({ doubled }) => doubled),
    total(({ lost, doubled, excused }) => lost + doubled - excused),
  ];
  const unavoidable = EXCUSES.filter((excuse) =>
    tallies.some(
      ({ trouble, way, excused }) =>
        excused > 0 && excuseFor(rig.platform, trouble, way, excuse.what) === excuse,
    ),
  ).map(({ what, why }) => `- ${what}, and unavoidable: ${why}.`);
  return [
    `### ${rig.name}`,
    "",
    "| trouble | asked by | asked | answered once | lost | doubled | of these avoidable |",
    "| --- | --- | --: | --: | --: | --: | --: |",
    ...rows,
    `| **all** | | ${all.join(" | ")} |`,
    "",
    ...unavoidable,
    ...refusalLines(refusals),
  ].join("\n");
}

function sum(tallies: readonly Tally[], count: (tally: Tally) => number): number {
  return tallies.reduce((total, tally) => total + count(tally), 0);
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
