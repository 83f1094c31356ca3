import type { KnowledgeBase } from "../knowledge/base.js";
import { loadCommonEnglish } from "../question/english.js";
import { createGazetteer } from "../question/gazetteer.js";
import { type Interpretation, interpret, type Reader } from "../question/interpret.js";
import { fold, isTelling, type Word, wordsOf } from "../question/words.js";
import { documentsOf, type SearchDocument } from "./documents.js";
import { type Features, featuresOf, type WeighedTerm } from "./features.js";
import { chanceOf, DECISION, LEAD_MAX, logitOf, RELEVANCE } from "./model.js";
import { createIndex } from "./ranking.js";
import { partyTerm, type Term } from "./terms.js";
import { createVocabulary } from "./vocabulary.js";

/** A case or premise that may be meant. */
export interface Hit {
  readonly id: string;
  readonly kind: "case" | "premise";
  /** Chance, 0 to 1, that it is the one that is meant. */
  readonly confidence: number;
  /** How well it fits by itself, 0 to 1, whatever else fits: for offering choices. */
  readonly relevance: number;
  readonly features: Features;
  /** Hits on the same matter: they are no rivals. */
  readonly related: ReadonlySet<string>;
}

/** Finds what a question means. Built once per base; pure afterwards. */
export interface Search {
  read(question: string, about?: string): Interpretation;
  /** At most `HITS_MAX`, best first. */
  find(question: Interpretation): readonly Hit[];
}

/** As many as could ever be offered. */
const HITS_MAX = 5;
/** Documents that are looked at closely: the right one is among the first by plain score nearly always. */
const CANDIDATES_MAX = 12;
/** States and bodies take part in many cases: their names tell less than words and persons do. */
const STATE_WEIGHT = 0.5;
/** Words outside the sentence that asks are context: they count less. */
const CONTEXT_WEIGHT = 0.4;
/** How far a premise may be behind its case and still be preferred, and how much nearer its wording must be. */
const PREMISE_REACH = 2.5;
const PREMISE_NEARER = 0.04;
/** A cosine from which a question is one of the curated wordings, but for a word or a slip. */
const CURATED_WORDING = 0.88;
/** And how much nearer it must be than to any other case. */
const CURATED_LEAD = 0.03;
/** Unknown words that are mended in one question, so that hostile input stays cheap. */
const MENDED_MAX = 40;
/** Shorter words are seldom the name of a party. */
const MENDED_MIN_CHARS = 5;

interface Judged {
  readonly document: SearchDocument;
  readonly features: Features;
  readonly logit: number;
}

export function createSearch(base: KnowledgeBase): Search {
  const gazetteer = createGazetteer(base);
  const documents = documentsOf(base, gazetteer);
  const index = createIndex(documents);
  const english = loadCommonEnglish();
  const vocabulary = createVocabulary(surfacesOf(base, documents), (word) => english.has(word));
  const isPerson = (partyId: string) => base.parties[partyId]?.kind === "person";
  const informationOf = (term: Term) =>
    index.idf(term) * (term.startsWith("@") && !isPerson(term.slice(1)) ? STATE_WEIGHT : 1);

  const weighedTerms = (question: Interpretation): WeighedTerm[] => {
    const focus = new Set(question.focus.map(({ stem }) => stem));
    let mended = 0;
    const words = question.content.map((word): WeighedTerm => {
      const isContext = !focus.has(word.stem);
      const readings = mended < MENDED_MAX ? vocabulary.readings(word) : [];
      if (readings[0]?.weight !== 1) mended++;
      const scale = isContext ? CONTEXT_WEIGHT : 1;
      const information = Math.min(
        index.unknownIdf,
        ...readings.map(({ term }) => index.idf(term)),
      );
      return {
        readings: readings.map(({ term, weight }) => ({ term, weight: weight * scale })),
        // Context can help a case, but what it does not know is not held against it.
        information: isContext ? 0 : information,
        isTelling: true,
        isUnknown: readings.length === 0,
        isParty: false,
      };
    });
    const parties = question.mentions.map(({ partyIds }): WeighedTerm => {
      const isTellingParty = partyIds.some(isPerson);
      const weight = isTellingParty ? 1 : STATE_WEIGHT;
      const information = Math.min(...partyIds.map((id) => index.idf(partyTerm(id))));
      return {
        readings: partyIds.map((id) => ({ term: partyTerm(id), weight })),
        information: information * weight,
        isTelling: isTellingParty,
        isUnknown: false,
        isParty: true,
      };
    });
    return [...words, ...parties];
  };

  return {
    read(question, about) {
      let mended = 0;
      const repair = (word: Word): Word => {
        if (word.surface.length < MENDED_MIN_CHARS || !isTelling(word) || mended >= MENDED_MAX)
          return word;
        if (gazetteer.knows(word)) return word;
        const nearest = vocabulary.nearest(word);
        if (nearest !== undefined) mended++;
        return (nearest === undefined ? undefined : wordsOf(nearest)[0]) ?? word;
      };
      const reader: Reader = { gazetteer, repair };
      return interpret(question, reader, about);
    },

    find(question) {
      const terms = weighedTerms(question);
      const judged: Judged[] = index
        .rank(terms)
        .slice(0, CANDIDATES_MAX)
        .map(({ document, evidence, score }) => {
          const features = featuresOf({
            question,
            document,
            evidence,
            score,
            terms,
            informationOf,
            rarestInformation: index.rarestIdf,
            isPerson,
          });
          return { document, features, logit: logitOf(RELEVANCE, features) };
        })
        .sort((a, b) => b.logit - a.logit || a.document.id.localeCompare(b.document.id));
      preferPremise(judged);
      return judged.slice(0, HITS_MAX).map(({ document, features, logit }) => {
        const { id, kind, related } = document;
        const rival = judged.find(
          (other) => other.document.id !== id && !related.has(other.document.id),
        );
        const lead = rival ? logit - rival.logit : LEAD_MAX;
        const bounded = Math.max(-LEAD_MAX, Math.min(lead, LEAD_MAX));
        const chance = chanceOf(DECISION.bias + DECISION.logit * logit + DECISION.lead * bounded);
        // Whoever types what a curator wrote down as a wording of this case alone means this case.
        const isCurated =
          features.wording >= CURATED_WORDING &&
          features.yearOutside === 0 &&
          (rival?.features.wording ?? 0) < features.wording - CURATED_LEAD;
        const confidence = isCurated ? Math.max(chance, features.wording) : chance;
        return { id, kind, features, related, relevance: chanceOf(logit), confidence };
      });
    },
  };
}

/**
 * A premise shares its words with the case that it is about, and the case has many more. So where the two lead, the one
 * with the nearer wording is first.
 */
function preferPremise(judged: Judged[]): void {
  const [first] = judged;
  if (!first || first.document.kind === "premise") return;
  const index = judged.findIndex(
    ({ document, features, logit }) =>
      document.kind === "premise" &&
      document.related.has(first.document.id) &&
      logit > first.logit - PREMISE_REACH &&
      features.wording > first.features.wording + PREMISE_NEARER,
  );
  const [premise] = index > 0 ? judged.splice(index, 1) : [];
  if (premise) judged.unshift(premise);
}

/** Every written word of the base with its term, and the one-word names of parties with theirs. */
function surfacesOf(
  base: KnowledgeBase,
  documents: readonly SearchDocument[],
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
