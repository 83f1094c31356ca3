import { EXIT } from "../errors.js";

/** What was looked at, how it is, and what to do where it is not well. Never holds a secret. */
export interface Finding {
  readonly part: "configuration" | "discord" | "slack" | "knowledge" | "store" | "http";
  /**
   * "note" works, and is worth knowing; "wrong" keeps something from working; "misconfigured" too, and only another
   * configuration mends it.
   */
  readonly state: "ok" | "note" | "wrong" | "misconfigured";
  readonly text: string;
}

const WORDS: Readonly<Record<Finding["state"], string>> = {
  ok: "ok   ",
  note: "note ",
  wrong: "WRONG",
  misconfigured: "WRONG",
};
const PART_CHARS = "configuration".length;

/** @example findingLine({ part: "store", state: "ok", text: "a file in data" }); // "ok    store          a file in data" */
export function findingLine({ part, state, text }: Finding): string {
  return `${WORDS[state]} ${part.padEnd(PART_CHARS)}  ${text}`;
}

/** What the program ends with: 78 where a person must change the configuration, 1 where something else is wrong. */
export function exitCodeOf(findings: readonly Finding[]): number {
  const states = findings.map(({ state }) => state);
  if (states.includes("misconfigured")) return EXIT.configuration;
  return states.includes("wrong") ? EXIT.failed : EXIT.fine;
}

/** Makes the findings about one part. */
export function findingsAbout(part: Finding["part"]) {
  const make =
    (state: Finding["state"]) =>
    (text: string): Finding => ({ part, state, text });
  return {
    ok: make("ok"),
    note: make("note"),
    wrong: make("wrong"),
    misconfigured: make("misconfigured"),
  };
}
