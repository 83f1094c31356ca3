import type { z } from "zod";
import { type CompiledKnowledge, createKnowledgeBase, type KnowledgeBase } from "./base.js";
import { applyExceptions } from "./exceptions.js";
import {
  type Case,
  type CaseFile,
  caseFileSchema,
  exceptionsFileSchema,
  facetsFileSchema,
  partiesFileSchema,
  premisesFileSchema,
  type Source,
  sourceFileSchema,
} from "./model.js";
import { compareProblems, type Problem } from "./problem.js";
import type { KnowledgeFile } from "./read-folder.js";
import { revisionOf } from "./revision.js";
import { rules } from "./rules/index.js";
import type { Draft, DraftCase, RuleContext } from "./rules/rule.js";
import { isMostlyVerified } from "./verified.js";
import { parseShape, parseYaml, type YamlFile } from "./yaml.js";

/** What the rules ask of the rooms outside: the search and the platforms' limits are passed in. */
export interface Examiner {
  /** Makes the search and the judge of what fits, over the cases of this draft. */
  readonly examine: (base: KnowledgeBase) => Pick<RuleContext, "findFirst" | "findCut">;
  readonly todayMs: number;
}

export interface Compilation {
  /** Undefined where the shared files are broken; else all cases without an error. */
  readonly compiled: CompiledKnowledge | undefined;
  /** As `compiled`, with the cases that have the right shape but break a rule: for looking at drafts. */
  readonly draft: CompiledKnowledge | undefined;
  /** Everything found, sorted by file and place; `compiled` is fit for use if none is an error. */
  readonly problems: readonly Problem[];
}

/** Reads, checks and joins the files of a knowledge folder. Pure: the one validator of lint, build and reload. */
export function compileKnowledge(files: readonly KnowledgeFile[], examiner: Examiner): Compilation {
  const problems: Problem[] = [];
  const read = <T>(file: KnowledgeFile, schema: z.ZodType<T>) => {
    const parsed = parseYaml(file.file, file.text);
    if ("problems" in parsed) {
      problems.push(...parsed.problems);
      return undefined;
    }
    // An empty file is an empty map: no premises yet is no fault.
    const data = parsed.yaml.data ?? {};
    const shaped = parseShape({ ...parsed.yaml, data }, schema);
    if ("problems" in shaped) {
      problems.push(...shaped.problems);
      return undefined;
    }
    return { id: file.id, yaml: parsed.yaml, value: shaped.value };
  };
  const readAll = <T>(kind: KnowledgeFile["kind"], schema: z.ZodType<T>) =>
    files.filter((file) => file.kind === kind).flatMap((file) => read(file, schema) ?? []);

  const [parties] = readAll("parties", partiesFileSchema);
  const [facets] = readAll("facets", facetsFileSchema);
  const [premises] = readAll("premises", premisesFileSchema);
  const sources = readAll("source", sourceFileSchema);
  const cases: DraftCase[] = readAll("case", caseFileSchema).map(({ id, yaml, value }) => ({
    id,
    yaml,
    entry: value,
  }));
  if (!parties || !facets || !premises) {
    return { compiled: undefined, draft: undefined, problems: problems.sort(compareProblems) };
  }

  const draft: Draft = {
    cases,
    caseIds: new Set(files.filter(({ kind }) => kind === "case").map(({ id }) => id)),
    sources: toRecord<Source>(sources.map(({ id, value }) => [id, value])),
    sourceFiles: toRecord<YamlFile>(sources.map(({ id, yaml }) => [id, yaml])),
    parties: parties.value,
    facets: facets.value,
    premises: Object.entries(premises.value).map(([id, premise]) => ({ id, ...premise })),
    files: { parties: parties.yaml, premises: premises.yaml },
  };
  const whole = join(draft, cases);
  const base = createKnowledgeBase(whole);
  const context: RuleContext = { ...examiner.examine(base), todayMs: examiner.todayMs };
  const [exceptions] = readAll("exceptions", exceptionsFileSchema);
  const found = rules.flatMap((rule) => rule.check(draft, context));
  problems.push(...applyExceptions(found, exceptions?.value ?? [], exceptions?.yaml));
  const faulty = new Set(
    problems.filter(({ severity }) => severity === "error").map(({ file }) => file),
  );
  const good = cases.filter(
    ({ yaml, entry }) =>
      !faulty.has(yaml.file) &&
      isMostlyVerified(entry, (id) => entry.sources[id] ?? draft.sources[id]),
  );
  return { compiled: join(draft, good), draft: whole, problems: problems.sort(compareProblems) };
}

function join(draft: Draft, cases: readonly DraftCase[]): CompiledKnowledge {
  const { sources, parties, facets, premises } = draft;
  return {
    cases: cases.map(({ id, entry }) => withRevision(id, entry, sources)),
    sources,
    parties,
    facets,
    premises,
  };
}

function withRevision(id: string, entry: CaseFile, shared: Readonly<Record<string, Source>>): Case {
  return { ...entry, id, revision: revisionOf(entry, { ...shared, ...entry.sources }) };
}

/** `Object.fromEntries` that keeps the value's type. */
function toRecord<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries);
}
