import type { KnowledgeBase } from "../knowledge/base.js";
import { loadCommonEnglish } from "../question/english.js";
import { createGazetteer } from "../question/gazetteer.js";
import { type Interpretation, interpret, SIGN_WORDS } from "../question/interpret.js";
import { loadRarity } from "../question/rarity.js";
import { fold, isTelling, type Word, wordOf } from "../question/words.js";
import { type SearchDocument, statesOf } from "./documents.js";
import { askedTerms, type Features, featuresOf } from "./features.js";
import { chanceOf, DECISION, decisionLogit, logitOf, RELEVANCE } from "./model.js";
import { createNearWords } from "./near-words.js";
import { PREMISE_CHOICE, premiseSigns } from "./premise-choice.js";
import { createIndex } from "./ranking.js";
import { readSearchData, type SearchData } from "./search-data.js";
import { partyTerm, type Term, type TermNumber } from "./terms.js";
import { createVocabulary } from "./vocabulary.js";
import { createWeighing, informationByTerm, MENDED_MAX, raritiesByTerm } from "./weighing.js";

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
  /** Of a premise beside a case on its matter: the chance, 0 to 1, that the belief is meant and not the case. */
  readonly instead: number;
  /** The question is one of its curated wordings, but for a word or a slip, and of no other. */
  readonly isCurated: boolean;
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
/** A cosine from which a question is one of the curated wordings, but for a word or a slip. */
const CURATED_WORDING = 0.88;
/** And how much nearer it must be than to any other case. */
const CURATED_LEAD = 0.03;
/** Shorter words are seldom the name of a party. */
const MENDED_MIN_CHARS = 5;

interface Judged {
  readonly document: SearchDocument;
  readonly features: Features;
  readonly logit: number;
}

/** @param stored - what `readSearchData` gave for this very base, where it is at hand */
export function createSearch(base: KnowledgeBase, stored?: SearchData): Search {
  const gazetteer = createGazetteer(base);
  const { documents, postings, numbers, surfaces } = stored ?? readSearchData(base, gazetteer);
  const rarity = loadRarity();
  const index = createIndex(
    postings,
    documents.map(({ id }) => id),
    raritiesByTerm(numbers, rarity),
  );
  const isPerson = (partyId: string) => base.parties[partyId]?.kind === "person";
  const isRefuser = ({ refuserIds }: SearchDocument, partyId: string) =>
    refuserIds.includes(partyId) ||
    refuserIds.some((id) => base.parties[id]?.of === partyId) ||
    statesOf(base, partyId).some((state) => refuserIds.includes(state));
  const english = loadCommonEnglish();
  const vocabulary = createVocabulary(withPartyNames(surfaces, base), (word) => english.has(word));
  const signs = createNearWords(SIGN_WORDS);
  const information = informationByTerm(numbers, index, isPerson);
  const informationOf = (term: TermNumber) => information[term] ?? index.unknownIdf;
  const weigh = createWeighing({ index, numbers, vocabulary, isPerson, rarity });

  return {
    read(question, about) {
      let mended = 0;
      const repair = (word: Word): Word => {
        const isName = word.surface.length >= MENDED_MIN_CHARS && isTelling(word);
        if (!isName || gazetteer.hasWord(word) || !vocabulary.mayBeMistyped(word)) return word;
        const nearest = mended++ < MENDED_MAX ? vocabulary.nearest(word) : undefined;
        return nearest === undefined ? word : wordOf(nearest);
      };
      const repairSign = (word: Word): Word => {
        if (gazetteer.hasWord(word) || !vocabulary.mayBeMistyped(word)) return word;
        const [sign] = mended++ < MENDED_MAX ? signs.near(word.surface) : [];
        return sign ? wordOf(sign.word) : word;
      };
      return interpret(question, { gazetteer, repair, repairSign }, about);
    },

    find(question) {
      const terms = weigh(question);
      const asked = askedTerms(terms);
      const judged = index
        .rank(terms, CANDIDATES_MAX)
        .flatMap(({ document: number, evidence, score }): Judged[] => {
          const document = documents[number];
          if (!document) return [];
          const features = featuresOf({
            question,
            document,
            evidence,
            score,
            terms,
            asked,
            informationOf,
            rarestInformation: index.rarestIdf,
            isPerson,
            isRefuser,
          });
          return [{ document, features, logit: logitOf(RELEVANCE, features) }];
        })
        .sort((a, b) => b.logit - a.logit || a.document.id.localeCompare(b.document.id));
      const hits = judged.map((one) => hitOf(one, judged));
      return meantFirst(curatedFirst(hits)).slice(0, HITS_MAX);
    },
  };
}

function hitOf({ document, features, logit }: Judged, judged: readonly Judged[]): Hit {
  const { id, kind, related } = document;
  const rival = judged.find((other) => other.document.id !== id && !related.has(other.document.id));
  const chance = chanceOf(decisionLogit(DECISION, logit, rival?.logit, features));
  // Whoever types what a curator wrote down as a wording of this case alone means this case.
  const isCurated =
    features.wording >= CURATED_WORDING &&
    features.yearOutside < 1 &&
    (rival?.features.wording ?? 0) < features.wording - CURATED_LEAD;
  const confidence = isCurated ? Math.max(chance, features.wording) : chance;
  const entry = judged.find((one) => one.document.kind === "case" && related.has(one.document.id));
  const instead =
    kind === "premise" && entry
      ? chanceOf(logitOf(PREMISE_CHOICE, premiseSigns(features, entry.features)))
      : 0;
  return {
    id,
    kind,
    features,
    related,
    relevance: chanceOf(logit),
    confidence,
    instead,
    isCurated,
  };
}

function curatedFirst(hits: readonly Hit[]): Hit[] {
  return [...hits].sort((a, b) => Number(b.isCurated) - Number(a.isCurated));
}

/**
 * A premise shares its words with the case that it is about, so which matter is meant is one question, and whether the
 * belief or the case another. Of the matter that leads the one that is meant comes first, with the better chance of both.
 */
function meantFirst(hits: readonly Hit[]): Hit[] {
  const [first] = hits;
  const second = first && hits.find(({ id, kind }) => kind !== first.kind && first.related.has(id));
  if (!first || !second) return [...hits];
  const [entry, premise] = first.kind === "case" ? [first, second] : [second, first];
  const isBelief = entry.isCurated
    ? premise.isCurated && premise.features.wording > entry.features.wording + CURATED_LEAD
    : premise.isCurated || premise.instead >= 0.5;
  const meant = isBelief ? premise : entry;
  const confidence = Math.max(entry.confidence, premise.confidence);
  return [{ ...meant, confidence }, ...hits.filter((hit) => hit !== meant)];
}

/** Every written word of the base with its term, and the one-word names of parties with theirs. */
function withPartyNames(
  surfaces: ReadonlyMap<string, Term>,
  base: KnowledgeBase,
): ReadonlyMap<string, Term> {
  const all = new Map(surfaces);
  for (const [id, { name, adjective, aliases }] of Object.entries(base.parties)) {
    for (const text of [name, adjective ?? "", ...aliases]) {
      if (/^\p{L}{4,}$/u.test(text)) all.set(fold(text), partyTerm(id));
    }
  }
  return all;
}
