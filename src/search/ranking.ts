import type { Postings } from "./postings.js";
import { NO_TERM, type TermNumber } from "./terms.js";

/** A query's term: the readings it may have, of which each document counts its best. */
export interface QueryTerm {
  readonly readings: readonly { readonly term: TermNumber; readonly weight: number }[];
}

export interface Match {
  /** The document's number. */
  readonly document: number;
  readonly score: number;
  /** Per query term, in the query's order: how well this document knows it. */
  readonly evidence: readonly Evidence[];
}

export interface Evidence {
  /** 0 where the term is not in the document, else the weight of its best reading. */
  readonly weight: number;
  /** Whether it stands in a name, a phrasing or among the parties, and not in prose alone. */
  readonly strong: boolean;
}

/**
 * Documents without any known word, added to the count. In a small base every word would otherwise be either common
 * or unique, and a few words in all cases would weigh nothing.
 */
const PSEUDO_DOCUMENTS = 20;

export interface Index {
  /** The `most` best, best first; only documents that know at least one term. */
  rank(terms: readonly QueryTerm[], most: number): Match[];
  /** Information in a term: high where few documents know it, highest where none does. */
  idf(term: TermNumber): number;
  /** How many documents know a term: those that a question with it has to look at. */
  frequency(term: TermNumber): number;
  readonly unknownIdf: number;
  /** Information of a term that one document alone knows. */
  readonly rarestIdf: number;
}

/**
 * @param ids - of the documents, by number; of two with the same score the one with the smaller id is first
 * @param rarities - by term, 0 to 1: what it tells outside of the collection, which multiplies what it tells within
 */
export function createIndex(
  postings: Postings,
  ids: readonly string[],
  rarities: Float64Array,
): Index {
  const { starts, documents, weights, isStrong } = postings;
  const total = ids.length + PSEUDO_DOCUMENTS;
  const idfOf = (known: number) => Math.log(1 + (total - known + 0.5) / (known + 0.5));
  const frequency = (term: TermNumber) =>
    term === NO_TERM ? 0 : (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  const idf = (term: TermNumber) => idfOf(frequency(term)) * (rarities[term] ?? 1);
  // One query runs at a time, so all share these.
  const scores = new Float64Array(ids.length);
  /** The best weight yet of the readings of one query term, and which term it is of. */
  const bestWeights = new Float64Array(ids.length);
  const bestOf = new Int32Array(ids.length);

  const addScores = (terms: readonly QueryTerm[]) => {
    scores.fill(0);
    bestOf.fill(-1);
    for (const [position, { readings }] of terms.entries()) {
      for (const { term, weight } of readings) {
        if (term === NO_TERM) continue;
        const information = idf(term);
        const end = starts[term + 1] ?? 0;
        for (let at = starts[term] ?? 0; at < end; at++) {
          const document = documents[at] ?? 0;
          // Readings of one word are alternatives: the best one counts.
          const before = bestOf[document] === position ? (bestWeights[document] ?? 0) : 0;
          if (weight <= before) continue;
          bestOf[document] = position;
          bestWeights[document] = weight;
          scores[document] =
            (scores[document] ?? 0) + information * (weight - before) * (weights[at] ?? 0);
        }
      }
    }
  };

  const isBefore = (a: number, b: number) => {
    const lead = (scores[a] ?? 0) - (scores[b] ?? 0);
    return lead > 0 || (lead === 0 && (ids[a] ?? "").localeCompare(ids[b] ?? "") < 0);
  };
  /** A short list kept in order while all scores pass: nothing else is sorted. */
  const selectBest = (most: number): number[] => {
    const best: number[] = [];
    for (let document = 0; document < scores.length; document++) {
      const score = scores[document] ?? 0;
      if (score === 0) continue;
      const last = best.at(-1);
      if (best.length === most && last !== undefined && !isBefore(document, last)) continue;
      let place = Math.min(best.length, most - 1);
      for (; place > 0; place--) {
        const above = best[place - 1] ?? 0;
        if (!isBefore(document, above)) break;
        best[place] = above;
      }
      best[place] = document;
    }
    return best;
  };

  /** Where a document stands in a term's postings, by halving; undefined where it does not. */
  const placeOf = (term: TermNumber, document: number): number | undefined => {
    let low = starts[term] ?? 0;
    let high = starts[term + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((documents[middle] ?? 0) < document) low = middle + 1;
      else high = middle;
    }
    return low < (starts[term + 1] ?? 0) && documents[low] === document ? low : undefined;
  };
  const evidenceOf = ({ readings }: QueryTerm, document: number): Evidence => {
    let best: Evidence = { weight: 0, strong: false };
    for (const { term, weight } of readings) {
      if (weight <= best.weight || term === NO_TERM) continue;
      const place = placeOf(term, document);
      if (place !== undefined) best = { weight, strong: isStrong[place] === 1 };
    }
    return best;
  };

  return {
    idf,
    frequency,
    unknownIdf: idfOf(0),
    rarestIdf: idfOf(1),
    rank(terms, most) {
      addScores(terms);
      return selectBest(most).map((document) => ({
        document,
        score: scores[document] ?? 0,
        evidence: terms.map((term) => evidenceOf(term, document)),
      }));
    },
  };
}
