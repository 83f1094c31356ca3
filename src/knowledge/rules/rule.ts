import type { CaseFile, Citation, Party, Premise, Source } from "../model.js";
import type { Problem, RuleCode } from "../problem.js";
import type { DataPath, YamlFile } from "../yaml.js";

/** A case file of the right shape, with the text it came from. */
export interface DraftCase {
  readonly id: string;
  readonly yaml: YamlFile;
  readonly entry: CaseFile;
}

/** Everything of the right shape that the folder holds; the rules check its meaning. */
export interface Draft {
  readonly cases: readonly DraftCase[];
  /** Ids of all case files, also of those that could not be read: a reference to them is not dangling. */
  readonly caseIds: ReadonlySet<string>;
  readonly sources: Readonly<Record<string, Source>>;
  readonly sourceFiles: Readonly<Record<string, YamlFile>>;
  readonly parties: Readonly<Record<string, Party>>;
  readonly facets: Readonly<Record<string, string>>;
  readonly premises: readonly Premise[];
  readonly files: { readonly parties: YamlFile; readonly premises: YamlFile };
}

/** What the rules need from outside the knowledge folder. */
export interface RuleContext {
  /** The case that a question finds first, over the current cases of this draft. */
  readonly findFirst: (question: string) => string | undefined;
  /** Says which answer about a case of this draft does not fit a platform; undefined where all fit. */
  readonly findCut: (caseId: string) => string | undefined;
  /** Milliseconds UTC. */
  readonly todayMs: number;
}

/** A rule is a value: a code, and a check that returns all it finds. */
export interface Rule {
  readonly code: RuleCode;
  check(draft: Draft, context: RuleContext): Problem[];
}

/** A sentence that a reader sees, with its citations and its place in the file. */
export interface Statement {
  readonly path: DataPath;
  /** For messages: "the proposal", "reason fear-of-blocs". */
  readonly label: string;
  readonly cites: readonly Citation[];
}

/** Every statement of a case that needs a citation. */
export function statementsOf(entry: CaseFile): Statement[] {
  return [
    { path: ["proposal"], label: "the proposal", cites: entry.proposal.cites },
    ...entry.decisions.map(({ by, cites }, index) => ({
      path: ["decisions", index],
      label: `the decision of ${by}`,
      cites,
    })),
    ...entry.reasons.flatMap(({ id, cites, against }, index) => [
      { path: ["reasons", index], label: `reason ${id}`, cites },
      ...(against
        ? [
            {
              path: ["reasons", index, "against"],
              label: `the other side of reason ${id}`,
              cites: against.cites,
            },
          ]
        : []),
    ]),
    ...(entry.record
      ? [{ path: ["record"], label: "how we know", cites: entry.record.cites }]
      : []),
    ...(entry.evidence_then ?? []).map(({ cites }, index) => ({
      path: ["evidence_then", index],
      label: `line ${index + 1} of what was known then`,
      cites,
    })),
    ...(entry.accepted
      ? [{ path: ["accepted"], label: "what changed", cites: entry.accepted.cites }]
      : []),
    ...(entry.case_for
      ? [{ path: ["case_for"], label: "the case for the proposal", cites: entry.case_for.cites }]
      : []),
    ...entry.aftermath.map(({ cites }, index) => ({
      path: ["aftermath", index],
      label: `line ${index + 1} of the aftermath`,
      cites,
    })),
    ...entry.corrections.map(({ cites }, index) => ({
      path: ["corrections", index],
      label: `correction ${index + 1}`,
      cites,
    })),
  ];
}
