import type { KnowledgeBase } from "../knowledge/base.js";
import { yearsOf } from "../knowledge/dates.js";
import type { Case, Premise } from "../knowledge/model.js";
import type { Gazetteer } from "../question/gazetteer.js";
import { wordsOf } from "../question/words.js";
import type { YearSpan } from "../question/years.js";
import { partyTerm, type Term, termsOf } from "./terms.js";

/** Parts of a case that are searched, with their weight and length normalisation (RANKING explains them). */
export const FIELDS = ["names", "phrasings", "parties", "prose"] as const;
export type Field = (typeof FIELDS)[number];

/** One wording by which a document may be asked for. */
export interface SearchUnit {
  readonly isName: boolean;
  readonly terms: ReadonlySet<Term>;
}

/** What the index knows of one case or premise. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: "case" | "premise";
  readonly terms: Readonly<Record<Field, readonly Term[]>>;
  /** Each title, name and wording by itself, as the set of its terms. */
  readonly units: readonly SearchUnit[];
  readonly surfaces: ReadonlyMap<string, Term>;
  /** All who have a part in it; for a person also the states of their roles. */
  readonly partyIds: ReadonlySet<string>;
  readonly proposerIds: ReadonlySet<string>;
  /** Who refused: the parties with a decision other than accepted, their persons, and states whose bodies they are. */
  readonly refuserIds: ReadonlySet<string>;
  /** From the proposal to the last decision; of the related cases for a premise. */
  readonly years: YearSpan | undefined;
  /** Documents on the same matter: they are no rivals. */
  readonly related: ReadonlySet<string>;
}

/** The documents of a base: every current case and every premise. */
export function documentsOf(base: KnowledgeBase, gazetteer: Gazetteer): SearchDocument[] {
  return [
    ...base.current.map((entry) => caseDocument(base, entry, gazetteer)),
    ...base.premises.map((premise) => premiseDocument(base, premise, gazetteer)),
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
    ...entry.decisions.flatMap(({ how, dissent = "" }) => [how, dissent]),
    ...entry.reasons.flatMap(({ claim, detail, plain, against }) => [
      claim,
      detail,
      plain,
      against?.claim ?? "",
    ]),
    entry.case_for?.text ?? "",
    ...entry.aftermath.map(({ event }) => event),
    ...entry.corrections.flatMap(({ claim, truth }) => [claim, truth]),
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
    refuserIds: refusersOf(base, entry),
    years: spanOf([entry.proposal.date, ...entry.decisions.map(({ date }) => date)]),
    related: new Set(
      base.premises.filter(({ related }) => related.includes(entry.id)).map(({ id }) => id),
    ),
  };
}

function refusersOf(base: KnowledgeBase, entry: Case): ReadonlySet<string> {
  const refusing = new Set(
    entry.decisions.filter(({ outcome }) => outcome !== "accepted").map(({ by }) => by),
  );
  const ids = new Set(refusing);
  for (const id of refusing) {
    const { of } = base.parties[id] ?? {};
    if (of) ids.add(of);
  }
  for (const [id, { of, roles }] of Object.entries(base.parties)) {
    const states = [of, ...roles.map((role) => role.of)];
    if (states.some((state) => state !== undefined && refusing.has(state))) ids.add(id);
  }
  return ids;
}

function premiseDocument(
  base: KnowledgeBase,
  premise: Premise,
  gazetteer: Gazetteer,
): SearchDocument {
  const texts = [...premise.names, ...premise.questions, premise.belief, premise.truth];
  const partyIds = new Set(
    texts.flatMap((text) =>
      gazetteer.mentions(wordsOf(text)).flatMap((mention) => mention.partyIds),
    ),
  );
  const related = premise.related.flatMap((id) => base.findCase(id) ?? []);
  return {
    id: premise.id,
    kind: "premise",
    ...fieldsOf(gazetteer, partyIds, {
      names: premise.names,
      phrasings: premise.questions,
      prose: [premise.belief, premise.truth],
    }),
    partyIds,
    proposerIds: new Set(),
    refuserIds: new Set(),
    years: spanOf(
      related.flatMap(({ proposal, decisions }) => [
        proposal.date,
        ...decisions.map(({ date }) => date),
      ]),
    ),
    related: new Set(premise.related),
  };
}

function fieldsOf(
  gazetteer: Gazetteer,
  partyIds: ReadonlySet<string>,
  texts: Record<Exclude<Field, "parties">, readonly string[]>,
): Pick<SearchDocument, "terms" | "surfaces" | "units"> {
  const surfaces = new Map<string, Term>();
  const read = (text: string): readonly Term[] => {
    const { terms, words } = termsOf(text, gazetteer, (id) => partyIds.has(id));
    for (const { surface, stem } of words) surfaces.set(surface, stem);
    return terms;
  };
  const names = texts.names.map(read);
  const phrasings = texts.phrasings.map(read);
  const unit = (isName: boolean) => (terms: readonly Term[]) => ({ isName, terms: new Set(terms) });
  return {
    terms: {
      names: names.flat(),
      phrasings: phrasings.flat(),
      parties: [...partyIds].map(partyTerm),
      prose: texts.prose.flatMap(read),
    },
    units: [...names.map(unit(true)), ...phrasings.map(unit(false))],
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
