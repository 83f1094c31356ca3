import type { CaseFile, Reason, Source } from "./model.js";

/**
 * Whether a reason may be told as established: the passage was read in a primary source, or passage or heading were
 * seen in two scholarly ones of different origin. Anything less is shown as not yet verified.
 */
export function isVerified(
  reason: Pick<Reason, "cites">,
  sourceOf: (id: string) => Source | undefined,
): boolean {
  const scholarlyOrigins = new Set<string>();
  for (const { source: id, seen } of reason.cites) {
    const source = sourceOf(id);
    if (source?.custom.class === "primary" && seen === "passage") return true;
    if (source?.custom.class === "scholarly" && seen !== "none") {
      scholarlyOrigins.add(source.custom.origin);
    }
  }
  return scholarlyOrigins.size >= 2;
}

/** A case is told only where at least half of its reasons are verified. */
export function isMostlyVerified(
  entry: Pick<CaseFile, "reasons">,
  sourceOf: (id: string) => Source | undefined,
): boolean {
  const verified = entry.reasons.filter((reason) => isVerified(reason, sourceOf));
  return verified.length * 2 >= entry.reasons.length;
}
