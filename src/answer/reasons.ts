import type { Case, Reason } from "../knowledge/model.js";

/** The reasons of a case, strongest first; those of the parties asked about before the others. */
export function orderedReasons(entry: Case, parties: readonly string[]): Reason[] {
  const asked = ({ held_by }: Reason) => held_by.some((id) => parties.includes(id));
  return [...entry.reasons.filter(asked), ...entry.reasons.filter((reason) => !asked(reason))];
}
