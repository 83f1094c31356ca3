import type { KnowledgeBase } from "../knowledge/base.js";
import type { Gazetteer } from "../question/gazetteer.js";
import type { Interpretation } from "../question/interpret.js";
import { fold } from "../question/words.js";
import { agreementsOf, confidenceOf, contradictionsOf, coverageOf } from "./confidence.js";
import { documentsOf } from "./documents.js";
import { createIndex, type QueryTerm } from "./ranking.js";
import { partyTerm, type Term } from "./terms.js";
import { createVocabulary } from "./vocabulary.js";

/** A case or premise that may be meant. */
export interface Hit {
  readonly id: string;
  readonly kind: "case" | "premise";
  /** Chance, 0 to 1, that it is the one that is meant. */
  readonly confidence: number;
}

/** Finds what a question means. Built once per base; pure afterwards. */
export interface Search {
  /** At most `HITS_MAX`, best first. */
  find(question: Interpretation): readonly Hit[];
}

/** As many as could ever be offered. */
const HITS_MAX = 5;
/** A contradiction takes this share of the score, so that the right year and side win over more shared words. */
const CONTRADICTION_COST = 0.35;
/** States and bodies take part in many cases: their names tell less than words and persons do. */
const STATE_WEIGHT = 0.5;
/** Words outside the sentence that asks are context: they count less. */
const CONTEXT_WEIGHT = 0.4;

export function createSearch(base: KnowledgeBase, gazetteer: Gazetteer): Search {
  const documents = documentsOf(base, gazetteer);
  const index = createIndex(documents);
  const vocabulary = createVocabulary(surfacesOf(base, documents));

  return {
    find(question) {
      const focus = new Set(question.focus.map(({ stem }) => stem));
      const wordTerms = question.content.map((word) => ({
        readings: vocabulary.readings(word).map(({ term, weight }) => ({
          term,
          weight: focus.has(word.stem) ? weight : weight * CONTEXT_WEIGHT,
        })),
        inFocus: focus.has(word.stem),
        telling: true,
      }));
      const partyTerms = question.mentions.map(({ partyIds }) => {
        const isPerson = partyIds.some((id) => base.parties[id]?.kind === "person");
        const weight = isPerson ? 1 : STATE_WEIGHT;
        return {
          readings: partyIds.map((id) => ({ term: partyTerm(id), weight })),
          inFocus: true,
          telling: isPerson,
        };
      });
      const terms: (QueryTerm & { inFocus: boolean; telling: boolean })[] = [
        ...wordTerms,
        ...partyTerms,
      ];
      const information = terms.map(({ readings, inFocus, telling }) => {
        const idf = Math.min(index.unknownIdf, ...readings.map(({ term }) => index.idf(term)));
        return inFocus ? idf * (telling ? 1 : STATE_WEIGHT) : 0;
      });
      const ranked = index
        .rank(terms)
        .map((match) => {
          const contradictions = contradictionsOf(question, match.document);
          return {
            ...match,
            contradictions,
            score: match.score * (1 - CONTRADICTION_COST) ** contradictions,
          };
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, HITS_MAX);
      return ranked.map(({ document, score, evidence, contradictions }, rank) => {
        const next = ranked[rank + 1]?.score ?? 0;
        return {
          id: document.id,
          kind: document.kind,
          confidence: confidenceOf({
            coverage: coverageOf(evidence, information),
            strongTerms: evidence.filter(
              ({ weight, strong }, position) => strong && weight > 0 && terms[position]?.telling,
            ).length,
            contradictions,
            agreements: agreementsOf(question, document),
            margin: score > 0 && rank === 0 ? (score - next) / score : 0,
            shape: question.shape,
          }),
        };
      });
    },
  };
}

/** Every written word of the base with its term, and the one-word names of parties with theirs. */
function surfacesOf(
  base: KnowledgeBase,
  documents: ReturnType<typeof documentsOf>,
): ReadonlyMap<string, Term> {
  const surfaces = new Map<string, Term>();
  for (const document of documents) {
    for (const [surface, term] of document.surfaces) surfaces.set(surface, term);
  }
  for (const [id, { name, adjective, aliases }] of Object.entries(base.parties)) {
    for (const text of [name, adjective ?? "", ...aliases]) {
      if (/^\p{L}{4,}$/u.test(text)) surfaces.set(fold(text), partyTerm(id));
    }
  }
  return surfaces;
}
