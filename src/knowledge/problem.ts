/** What the rules can find wrong. A code is permanent: it is never given a second meaning. */
export const RULES = {
  KB001: "the file can be read as YAML",
  KB002: "fields have the right shape and length, and no field is unknown",
  KB003: "ids are well formed and equal to the file's name",
  KB004: "ids are unique",
  KB005: "every source, party, facet and case that is named exists",
  KB006: "every statement has a citation",
  KB007: "dates are EDTF and in order",
  KB008: "a quotation was read in its source",
  KB009: "a case is found first by its own title, question and names",
  KB010: "names are unique, or declared ambiguous",
  KB011: "a contested reason gives the other side",
  KB012: "every reason belongs to a party that decided",
  KB013: "a reason rests on sources that were read",
  KB014: "addresses are https and no mirror",
  KB015: "nobody is moved by what came later",
  KB016: "an ISBN and a DOI are well formed",
  KB017: "every answer fits the strictest platform",
  KB018: "an entry is reviewed in time",
  KB019: "a case file has its canonical form",
  KB020: "no wording stands twice",
  KB021: "an exception still excuses something",
  KB022: "nothing is left marked as not yet done",
  KB023: "a case brings wordings and test questions",
  KB024: "an idea says what was known then and what changed",
} as const;

export type RuleCode = keyof typeof RULES;

/** Whether a text is the code of a rule. */
export function isRuleCode(text: string): text is RuleCode {
  return text in RULES;
}

/** One thing that is wrong, with its place and the way out. */
export interface Problem {
  readonly code: RuleCode;
  readonly severity: "error" | "warning";
  /** Path as the user named the folder, e.g. `knowledge/cases/x.yaml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

/** @example formatProblem(p); // "knowledge/cases/x.yaml:3:1 KB005 there is no party "brittain"" */
export function formatProblem(problem: Problem): string {
  const { file, line, column, code, message, severity } = problem;
  const mark = severity === "warning" ? "warning: " : "";
  return `${file}:${line}:${column} ${code} ${mark}${message}`;
}

/** File order, then place in the file. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
}
