import type { KnowledgeBase } from "../knowledge/base.js";
import { yearsOf } from "../knowledge/dates.js";
import type { Case, Premise } from "../knowledge/model.js";
import type { Gazetteer } from "../question/gazetteer.js";
import type { YearSpan } from "../question/years.js";
import { partyTerm, type Term, termsOf } from "./terms.js";

/** Parts of a case that are searched, with their weight and length normalisation (RANKING explains them). */
export const FIELDS = ["names", "phrasings", "parties", "prose"] as const;
export type Field = (typeof FIELDS)[number];

/** What the index knows of one case or premise. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: "case" | "premise";
  readonly terms: Readonly<Record<Field, readonly Term[]>>;
  readonly surfaces: ReadonlyMap<string, Term>;
  /** All who have a part in it; for a person also the states of their roles. */
  readonly partyIds: ReadonlySet<string>;
  readonly proposerIds: ReadonlySet<string>;
  readonly deciderIds: ReadonlySet<string>;
  /** From the proposal to the last decision; undefined for a premise. */
  readonly years: YearSpan | undefined;
}

/** The documents of a base: every current case and every premise. */
export function documentsOf(base: KnowledgeBase, gazetteer: Gazetteer): SearchDocument[] {
  return [
    ...base.current.map((entry) => caseDocument(base, entry, gazetteer)),
    ...base.premises.map((premise) => premiseDocument(premise, gazetteer)),
  ];
}

function caseDocument(base: KnowledgeBase, entry: Case, gazetteer: Gazetteer): SearchDocument {
  const partyIds = new Set([
    ...entry.proposal.by,
    ...entry.proposal.people,
    ...entry.proposal.to,
    ...entry.decisions.map(({ by }) => by),
    ...entry.reasons.flatMap(({ held_by }) => held_by),
  ]);
  for (const id of [...partyIds]) {
    const { of, roles = [] } = base.parties[id] ?? {};
    for (const state of [of, ...roles.map((role) => role.of)]) if (state) partyIds.add(state);
  }
  const prose = [
    entry.proposal.what,
    entry.in_short,
    ...entry.decisions.map(({ how }) => how),
    ...entry.reasons.flatMap(({ claim, detail, plain }) => [claim, detail, plain]),
  ];
  return {
    id: entry.id,
    kind: "case",
    ...fieldsOf(gazetteer, partyIds, {
      names: [entry.title, ...entry.names, ...entry.ambiguous_names],
      phrasings: [entry.question, ...entry.asked_as],
      prose,
    }),
    partyIds,
    proposerIds: new Set([...entry.proposal.by, ...entry.proposal.people]),
    deciderIds: new Set(entry.decisions.map(({ by }) => by)),
    years: spanOf([entry.proposal.date, ...entry.decisions.map(({ date }) => date)]),
  };
}

function premiseDocument(premise: Premise, gazetteer: Gazetteer): SearchDocument {
  return {
    id: premise.id,
    kind: "premise",
    ...fieldsOf(gazetteer, new Set(), {
      names: premise.names,
      phrasings: premise.questions,
      prose: [premise.belief],
    }),
    partyIds: new Set(),
    proposerIds: new Set(),
    deciderIds: new Set(),
    years: undefined,
  };
}

function fieldsOf(
  gazetteer: Gazetteer,
  partyIds: ReadonlySet<string>,
  texts: Record<Exclude<Field, "parties">, readonly string[]>,
): Pick<SearchDocument, "terms" | "surfaces"> {
  const surfaces = new Map<string, Term>();
  const read = (field: readonly string[]) =>
    field.flatMap((text) => {
      const { terms, words } = termsOf(text, gazetteer, (id) => partyIds.has(id));
      for (const { surface, stem } of words) surfaces.set(surface, stem);
      return terms;
    });
  return {
    terms: {
      names: read(texts.names),
      phrasings: read(texts.phrasings),
      parties: [...partyIds].map(partyTerm),
      prose: read(texts.prose),
    },
    surfaces,
  };
}

function spanOf(dates: readonly (string | undefined)[]): YearSpan | undefined {
  const spans = dates.flatMap((date) => (date === undefined ? [] : (yearsOf(date) ?? [])));
  if (spans.length === 0) return undefined;
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}
