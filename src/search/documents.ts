import type { KnowledgeBase } from "../knowledge/base.js";
import { yearsOf } from "../knowledge/dates.js";
import type { Case, Premise } from "../knowledge/model.js";
import type { Gazetteer } from "../question/gazetteer.js";
import { type YearSpan, yearsIn } from "../question/years.js";
import type { TermNumber, TermReader } from "./terms.js";

/** Parts of a case that are searched, with their weight and length normalisation in postings.ts. */
export const FIELDS = ["names", "phrasings", "parties", "prose"] as const;
export type Field = (typeof FIELDS)[number];

/** One wording by which a document may be asked for: its distinct terms. */
export interface SearchUnit {
  readonly isName: boolean;
  readonly terms: readonly TermNumber[];
}

/** What is kept of one case or premise beside its postings. */
export interface SearchDocument {
  readonly id: string;
  readonly kind: "case" | "premise";
  /** Each title, name and wording by itself. */
  readonly units: readonly SearchUnit[];
  /** All who have a part in it; for a person also the states of their roles. */
  readonly partyIds: readonly string[];
  readonly proposerIds: readonly string[];
  /** The parties with a decision other than accepted. */
  readonly refuserIds: readonly string[];
  /** From the proposal to the last decision, and by name; of the related cases for a premise. */
  readonly years: YearSpan | undefined;
  /** Documents on the same matter: they are no rivals. */
  readonly related: ReadonlySet<string>;
}

/** A document with its terms by field, which go into the postings and are not kept. */
export interface ReadDocument {
  readonly document: SearchDocument;
  readonly terms: Readonly<Record<Field, readonly TermNumber[]>>;
}

/** Most cases have no premise about them. */
const NONE: ReadonlySet<string> = new Set();

/** The documents of a base, one after another: every current case and every premise. */
export function* readDocuments(
  base: KnowledgeBase,
  gazetteer: Gazetteer,
  reader: TermReader,
): Generator<ReadDocument> {
  const premisesOf = new Map<string, Set<string>>();
  for (const { id, related } of base.premises) {
    for (const caseId of related) {
      const ids = premisesOf.get(caseId) ?? new Set();
      premisesOf.set(caseId, ids.add(id));
    }
  }
  for (const entry of base.current) {
    yield readCase(base, entry, reader, premisesOf.get(entry.id) ?? NONE);
  }
  for (const premise of base.premises) {
    const siblings = premise.related.flatMap((id) => [...(premisesOf.get(id) ?? [])]);
    const related = new Set([...premise.related, ...siblings.filter((id) => id !== premise.id)]);
    yield readPremise(base, premise, gazetteer, reader, related);
  }
}

/** The states of a body or a person. */
export function statesOf({ parties }: Pick<KnowledgeBase, "parties">, partyId: string): string[] {
  const { of, roles = [] } = parties[partyId] ?? {};
  return [...(of ? [of] : []), ...roles.map((role) => role.of)];
}

function readCase(
  base: KnowledgeBase,
  entry: Case,
  reader: TermReader,
  related: ReadonlySet<string>,
): ReadDocument {
  const named = new Set([
    ...entry.proposal.by,
    ...entry.proposal.people,
    ...entry.proposal.to,
    ...entry.decisions.map(({ by }) => by),
    ...entry.reasons.flatMap(({ held_by }) => held_by),
  ]);
  const partyIds = distinct([...named, ...[...named].flatMap((id) => statesOf(base, id))]);
  const refusing = entry.decisions
    .filter(({ outcome }) => outcome !== "accepted")
    .map(({ by }) => by);
  const { units, terms } = readTexts(reader, partyIds, {
    names: [entry.title, ...entry.names, ...entry.ambiguous_names],
    phrasings: [entry.question, ...entry.asked_as],
    prose: proseOf(entry),
  });
  return {
    terms,
    document: {
      id: entry.id,
      kind: "case",
      units,
      partyIds,
      proposerIds: distinct([...entry.proposal.by, ...entry.proposal.people]),
      refuserIds: distinct(refusing),
      years: spanOf(
        [entry.proposal.date, ...entry.decisions.map(({ date }) => date)],
        [entry.title, entry.question, ...entry.names, ...entry.asked_as],
      ),
      related,
    },
  };
}

export function proseOf(entry: Case): string[] {
  return [
    entry.proposal.what,
    entry.in_short,
    entry.record?.text ?? "",
    ...entry.decisions.flatMap(({ how, dissent = "", vote }) => [
      how,
      dissent,
      vote ? `${vote.for} ${vote.against}` : "",
    ]),
    ...entry.reasons.flatMap(({ claim, detail, plain, against }) => [
      claim,
      detail,
      plain,
      against?.claim ?? "",
    ]),
    entry.case_for?.text ?? "",
    ...(entry.evidence_then ?? []).map(({ claim }) => claim),
    entry.accepted?.text ?? "",
    ...entry.aftermath.map(({ event }) => event),
    ...entry.corrections.flatMap(({ claim, truth }) => [claim, truth]),
  ];
}

function readPremise(
  base: KnowledgeBase,
  premise: Premise,
  gazetteer: Gazetteer,
  reader: TermReader,
  related: ReadonlySet<string>,
): ReadDocument {
  const texts = [...premise.names, ...premise.questions, premise.belief, premise.truth];
  const partyIds = distinct(
    texts.flatMap((text) =>
      gazetteer.mentions(reader.words(text)).flatMap((mention) => mention.partyIds),
    ),
  );
  const dates = premise.related
    .flatMap((id) => base.findCase(id) ?? [])
    .flatMap(({ proposal, decisions }) => [proposal.date, ...decisions.map(({ date }) => date)]);
  const { units, terms } = readTexts(reader, partyIds, {
    names: premise.names,
    phrasings: premise.questions,
    prose: [premise.belief, premise.truth],
  });
  return {
    terms,
    document: {
      id: premise.id,
      kind: "premise",
      units,
      partyIds,
      proposerIds: [],
      refuserIds: [],
      years: spanOf(dates, texts),
      related,
    },
  };
}

function readTexts(
  reader: TermReader,
  partyIds: readonly string[],
  texts: Record<Exclude<Field, "parties">, readonly string[]>,
): Pick<SearchDocument, "units"> & Pick<ReadDocument, "terms"> {
  const own = new Set(partyIds);
  const isParty = (id: string) => own.has(id);
  const units: SearchUnit[] = [];
  const readUnits = (wordings: readonly string[], isName: boolean): TermNumber[] =>
    wordings.flatMap((wording) => {
      const terms: TermNumber[] = [];
      reader.read(wording, isParty, terms);
      units.push({ isName, terms: distinct(terms) });
      return terms;
    });
  const names = readUnits(texts.names, true);
  const phrasings = readUnits(texts.phrasings, false);
  const prose: TermNumber[] = [];
  for (const text of texts.prose) reader.read(text, isParty, prose);
  const parties = partyIds.map(reader.numberOfParty);
  return { units, terms: { names, phrasings, parties, prose } };
}

/** Years by which a matter is called stand near its own; others name something else. */
const NAMED_WITHIN_YEARS = 4;

/** @param texts - by which it is called, which may name years: "the elections of 1956" were refused in 1955 */
function spanOf(
  dates: readonly (string | undefined)[],
  texts: readonly string[],
): YearSpan | undefined {
  const dated = dates.flatMap((date) => (date === undefined ? [] : (yearsOf(date) ?? [])));
  const own = union(dated);
  const named = texts
    .flatMap(yearsIn)
    .filter(
      ({ from, to }) =>
        own === undefined ||
        (from >= own.from - NAMED_WITHIN_YEARS && to <= own.to + NAMED_WITHIN_YEARS),
    );
  return union([...dated, ...named]);
}

function union(spans: readonly YearSpan[]): YearSpan | undefined {
  if (spans.length === 0) return undefined;
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    to: Math.max(...spans.map(({ to }) => to)),
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
