import type { KnowledgeBase } from "../../src/knowledge/base.js";
import type { Case, Premise } from "../../src/knowledge/model.js";
import { loadCommonEnglish } from "../../src/question/english.js";
import { createGazetteer } from "../../src/question/gazetteer.js";
import { isTelling, wordsOf } from "../../src/question/words.js";
import { type Field, proseOf } from "../../src/search/documents.js";
import { partyTerm } from "../../src/search/terms.js";
import type { PeerDocument, PeerQuery } from "./peer.js";

/** Gives every engine our analysis: folding, stop words, stems, and the parties that a text names. */
export interface Analysis {
  readonly documents: readonly PeerDocument[];
  query(text: string): PeerQuery;
}

/** Shorter words are not taken for mistyped. */
const MISTYPED_MIN_CHARS = 4;

export function createAnalysis(base: KnowledgeBase): Analysis {
  const gazetteer = createGazetteer(base);
  const english = loadCommonEnglish();
  const known = new Set<string>();
  /** A party stands as a term, and its words beside it, so that a mistyped name can still be matched. */
  const termsOf = (text: string): string[] => {
    const words = wordsOf(text);
    const parties = gazetteer.mentions(words).flatMap(({ partyIds }) => partyIds.map(tokenOf));
    return [...parties, ...words.filter(isTelling).map(({ stem }) => stem)];
  };
  const documents = textsOf(base).map(({ id, texts }): PeerDocument => {
    const join = (field: Field) => {
      const terms = texts[field].flatMap(termsOf);
      for (const term of terms) known.add(term);
      return terms.join(" ");
    };
    return {
      id,
      texts,
      terms: {
        names: join("names"),
        phrasings: join("phrasings"),
        parties: join("parties"),
        prose: join("prose"),
      },
    };
  });
  return {
    documents,
    query(text) {
      const words = wordsOf(text);
      const isUnknown = (term: string, surface: string) =>
        surface.length >= MISTYPED_MIN_CHARS && !known.has(term) && !english.has(surface);
      const content = new Map(
        words.filter(isTelling).map(({ stem, surface }) => [stem, isUnknown(stem, surface)]),
      );
      const parties = gazetteer.mentions(words).flatMap(({ partyIds }) => partyIds.map(tokenOf));
      return {
        text,
        terms: [
          ...[...new Set(parties)].map((term) => ({ term, isUnknown: false })),
          ...Array.from(content, ([term, unknown]) => ({ term, isUnknown: unknown })),
        ],
      };
    },
  };
}

/** A party as one token: Lunr takes words apart at hyphens. */
function tokenOf(partyId: string): string {
  return partyTerm(partyId).replaceAll("-", "_");
}

function textsOf(base: KnowledgeBase): { id: string; texts: PeerDocument["texts"] }[] {
  const namesOf = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const { name = "", adjective, aliases = [] } = base.parties[id] ?? {};
      return [name, ...(adjective ? [adjective] : []), ...aliases];
    });
  return [
    ...base.current.map((entry) => ({
      id: entry.id,
      texts: {
        names: [entry.title, ...entry.names, ...entry.ambiguous_names],
        phrasings: [entry.question, ...entry.asked_as],
        parties: namesOf(partiesOf(entry)),
        prose: proseOf(entry),
      },
    })),
    ...base.premises.map((premise: Premise) => ({
      id: premise.id,
      texts: {
        names: premise.names,
        phrasings: premise.questions,
        parties: [],
        prose: [premise.belief, premise.truth],
      },
    })),
  ];
}

function partiesOf({ proposal, decisions, reasons }: Case): string[] {
  return [
    ...proposal.by,
    ...proposal.people,
    ...proposal.to,
    ...decisions.map(({ by }) => by),
    ...reasons.flatMap(({ held_by }) => held_by),
  ];
}
