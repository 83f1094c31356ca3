import { createHash } from "node:crypto";
import type { CompiledKnowledge } from "./base.js";
import type { CaseFile, Citation, Source } from "./model.js";

/** Hex digits shown as `id@revision`: 16 million values tell two states of one entry apart. */
const REVISION_CHARS = 6;
const ALL_REVISION_CHARS = 12;

/**
 * A short hash of what an entry says and of the sources it cites, so that an old message can tell that the entry
 * has changed since. White space, comments, key order, `asked_as`, `questions` and `curated` do not count.
 */
export function revisionOf(entry: CaseFile, sources: Readonly<Record<string, Source>>): string {
  const { asked_as: _, questions: __, curated: ___, sources: ____, ...meaning } = entry;
  const cited = Object.fromEntries(
    citationsOf(entry).map(({ source }) => [source, sources[source] ?? null]),
  );
  return createHash("sha256")
    .update(canonicalJson({ meaning, cited }))
    .digest("hex")
    .slice(0, REVISION_CHARS);
}

/** One short hash for a whole collection, to see which one a process has taken up. */
export function revisionOfAll({ cases, premises }: CompiledKnowledge): string {
  return createHash("sha256")
    .update(
      canonicalJson({ cases: cases.map(({ id, revision }) => `${id}@${revision}`), premises }),
    )
    .digest("hex")
    .slice(0, ALL_REVISION_CHARS);
}

/** Every citation of a case, in the order in which a reader meets them; sources are numbered by it. */
export function citationsOf(entry: CaseFile): Citation[] {
  return [
    ...entry.decisions.flatMap((decision) => decision.cites),
    ...(entry.record?.cites ?? []),
    ...entry.reasons.flatMap((reason) => [...reason.cites, ...(reason.against?.cites ?? [])]),
    ...entry.proposal.cites,
    ...(entry.case_for?.cites ?? []),
    ...(entry.evidence_then ?? []).flatMap((evidence) => evidence.cites),
    ...(entry.accepted?.cites ?? []),
    ...entry.aftermath.flatMap((event) => event.cites),
    ...entry.corrections.flatMap((correction) => correction.cites),
  ];
}

/** JSON with sorted keys and folded white space: equal meaning gives equal text. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part === "string") return part.trim().replace(/\s+/g, " ");
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
