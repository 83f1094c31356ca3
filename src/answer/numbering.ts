import type { Case, Citation } from "../knowledge/model.js";
import { citationsOf } from "../knowledge/revision.js";

/** A citation with the number by which a case refers to it, the same in every view of that case. */
export interface NumberedCitation {
  readonly n: number;
  readonly citation: Citation;
}

export interface Numbering {
  readonly all: readonly NumberedCitation[];
  /** The numbers of some citations of the case, ascending, each once. */
  numbersOf(cites: readonly Citation[]): number[];
}

/** Numbers the citations of a case from 1, in reading order; equal ones share a number. */
export function numberCitations(entry: Case): Numbering {
  const numbers = new Map<string, NumberedCitation>();
  for (const citation of citationsOf(entry)) {
    const key = keyOf(citation);
    if (!numbers.has(key)) numbers.set(key, { n: numbers.size + 1, citation });
  }
  return {
    all: [...numbers.values()],
    numbersOf: (cites) =>
      [...new Set(cites.flatMap((citation) => numbers.get(keyOf(citation))?.n ?? []))].sort(
        (a, b) => a - b,
      ),
  };
}

function keyOf({ source, at, quote }: Citation): string {
  return JSON.stringify([source, at?.label, at?.value, quote]);
}
