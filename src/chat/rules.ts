/** Under what rules a place is answered. Pure data; who made the rules and where they are kept is not known here. */
export interface Rules {
  /** Cases that are not told here. */
  readonly hiddenCases: ReadonlySet<string>;
  /** Whether plain wording is used where no length was asked for. */
  readonly isPlain: boolean;
  /** Who sees an answer where the asker does not say; undefined: as the platform has it. */
  readonly visibility: "private" | "public" | undefined;
  /** Whether private answers offer to be shared. */
  readonly maySpread: boolean;
  /** Question, context and sources are shown, the reasons only of the cases below. */
  readonly isEvidenceFirst: boolean;
  readonly revealedCases: ReadonlySet<string>;
  /** Whether votes, reports and questions can be kept: only then are they offered. */
  readonly canKeep: boolean;
}

/** Where nobody chose anything, and nothing can be kept: the terminal. */
export const NO_RULES: Rules = {
  hiddenCases: new Set(),
  isPlain: false,
  visibility: undefined,
  maySpread: true,
  isEvidenceFirst: false,
  revealedCases: new Set(),
  canKeep: false,
};

/** Whether the reasons of a case are still to be found by the readers themselves. */
export function isWithheld(rules: Rules, caseId: string): boolean {
  return rules.isEvidenceFirst && !rules.revealedCases.has(caseId);
}
