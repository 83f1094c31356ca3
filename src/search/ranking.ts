import { FIELDS, type Field, type SearchDocument } from "./documents.js";
import type { Term } from "./terms.js";

/** A query's term: the readings it may have, of which each document counts its best. */
export interface QueryTerm {
  readonly readings: readonly { readonly term: Term; readonly weight: number }[];
}

export interface Match {
  readonly document: SearchDocument;
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
 * BM25F (Robertson and Zaragoza 2009). `weight`: how much one occurrence counts against one in prose; names and titles
 * are short and chosen. `lengthNorm`: 0 ignores a field's length, 1 divides by it; long prose matches by chance, so it
 * is divided more. Parties stand once each.
 */
const RANKING: Readonly<Record<Field, { weight: number; lengthNorm: number }>> = {
  names: { weight: 3, lengthNorm: 0.3 },
  phrasings: { weight: 2, lengthNorm: 0.5 },
  parties: { weight: 2, lengthNorm: 0.3 },
  prose: { weight: 1, lengthNorm: 0.7 },
};
/** Saturation: the second occurrence of a word adds less than the first; the usual 1.2. */
const SATURATION = 1.2;
/**
 * Documents without any known word, added to the count. In a small base every word would otherwise be either common
 * or unique, and a few words in all cases would weigh nothing.
 */
const PSEUDO_DOCUMENTS = 20;

export interface Index {
  /** Best first; only documents that know at least one term. */
  rank(terms: readonly QueryTerm[]): Match[];
  /** Information in a term: high where few documents know it, highest where none does. */
  idf(term: Term): number;
  readonly unknownIdf: number;
  /** Information of a term that one document alone knows. */
  readonly rarestIdf: number;
}

export function createIndex(documents: readonly SearchDocument[]): Index {
  const averages = averageLengths(documents);
  /** Term -> document number -> its weighted frequency there. */
  const postings = new Map<Term, Map<number, { frequency: number; strong: boolean }>>();
  for (const [number, document] of documents.entries()) {
    for (const field of FIELDS) {
      const { weight, lengthNorm } = RANKING[field];
      const terms = document.terms[field];
      const norm = 1 - lengthNorm + (lengthNorm * terms.length) / (averages[field] || 1);
      for (const term of terms) {
        const posting = postings.get(term) ?? new Map();
        postings.set(term, posting);
        const before = posting.get(number) ?? { frequency: 0, strong: false };
        posting.set(number, {
          frequency: before.frequency + weight / norm,
          strong: before.strong || field !== "prose",
        });
      }
    }
  }
  const total = documents.length + PSEUDO_DOCUMENTS;
  const idfOf = (known: number) => Math.log(1 + (total - known + 0.5) / (known + 0.5));
  const idf = (term: Term) => idfOf(postings.get(term)?.size ?? 0);

  return {
    idf,
    unknownIdf: idfOf(0),
    rarestIdf: idfOf(1),
    rank(terms) {
      const found = new Map<number, { score: number; evidence: Evidence[] }>();
      for (const [position, { readings }] of terms.entries()) {
        for (const { term, weight } of readings) {
          const information = idf(term);
          for (const [number, { frequency, strong }] of postings.get(term) ?? []) {
            const entry = found.get(number) ?? {
              score: 0,
              evidence: terms.map(() => ({ weight: 0, strong: false })),
            };
            found.set(number, entry);
            const before = entry.evidence[position]?.weight ?? 0;
            // Readings of one word are alternatives: the best one counts.
            if (weight <= before) continue;
            const saturated = (frequency * (SATURATION + 1)) / (SATURATION + frequency);
            entry.score += information * (weight - before) * saturated;
            entry.evidence[position] = { weight, strong };
          }
        }
      }
      return [...found]
        .flatMap(([number, { score, evidence }]) => {
          const document = documents[number];
          return document ? [{ document, score, evidence }] : [];
        })
        .sort((a, b) => b.score - a.score || a.document.id.localeCompare(b.document.id));
    },
  };
}

function averageLengths(documents: readonly SearchDocument[]): Record<Field, number> {
  const average = (field: Field) =>
    documents.reduce((sum, { terms }) => sum + terms[field].length, 0) / (documents.length || 1);
  return {
    names: average("names"),
    phrasings: average("phrasings"),
    parties: average("parties"),
    prose: average("prose"),
  };
}
