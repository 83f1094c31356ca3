import { FIELDS, type Field } from "./documents.js";
import { GrowingNumbers } from "./growing-numbers.js";
import type { TermNumber } from "./terms.js";

/**
 * Which documents know a term, and how well: term t's are those from `starts[t]` to `starts[t + 1]` (exclusive), in the
 * order of the documents' numbers. Plain typed arrays: 9 bytes for each pair of term and document.
 */
export interface Postings {
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  /** What the term adds to the score of the document for each unit of its information. */
  readonly weights: Float32Array;
  /** 1 where the term stands in a name, a phrasing or among the parties, and not in prose alone. */
  readonly isStrong: Uint8Array;
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

/** Occurrences of a term in the four fields of a document are kept in one number, eight bits each. */
const SHIFTS: Readonly<Record<Field, number>> = { names: 24, phrasings: 16, parties: 8, prose: 0 };
/** Beyond this many occurrences in a field another changes nothing: saturation has long set in. */
const COUNT_MAX = 255;

export interface PostingsBuilder {
  /** Adds the next document by its terms. */
  add(fields: Readonly<Record<Field, readonly TermNumber[]>>): void;
  build(termCount: number): Postings;
}

export function createPostingsBuilder(): PostingsBuilder {
  /** Document after document, its distinct terms and their occurrences. */
  const terms = new GrowingNumbers();
  const counts = new GrowingNumbers();
  const documentEnds: number[] = [];
  const lengths: Record<Field, number[]> = { names: [], phrasings: [], parties: [], prose: [] };
  /** By term: where it was last put; it is this document's if that is behind the document's start. */
  const places: number[] = [];

  return {
    add(fields) {
      const start = terms.length;
      for (const field of FIELDS) {
        const shift = SHIFTS[field];
        lengths[field].push(fields[field].length);
        for (const term of fields[field]) {
          while (places.length <= term) places.push(-1);
          const place = places[term] ?? -1;
          if (place < start) {
            places[term] = terms.length;
            terms.push(term);
            counts.push(1 << shift);
          } else {
            const count = counts.at(place);
            if (((count >>> shift) & COUNT_MAX) < COUNT_MAX)
              counts.set(place, count + (1 << shift));
          }
        }
      }
      documentEnds.push(terms.length);
    },

    build(termCount) {
      const starts = new Uint32Array(termCount + 1);
      for (let place = 0; place < terms.length; place++) {
        const next = terms.at(place) + 1;
        starts[next] = (starts[next] ?? 0) + 1;
      }
      for (let term = 0; term < termCount; term++) {
        starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
      }
      const ends = starts.slice();
      const documents = new Uint32Array(terms.length);
      const weights = new Float32Array(terms.length);
      const isStrong = new Uint8Array(terms.length);
      const averages = averageLengths(lengths);
      let place = 0;
      for (const [number, documentEnd] of documentEnds.entries()) {
        const shares = FIELDS.map((field) => {
          const { weight, lengthNorm } = RANKING[field];
          const relative = (lengths[field][number] ?? 0) / (averages[field] || 1);
          return { shift: SHIFTS[field], share: weight / (1 - lengthNorm + lengthNorm * relative) };
        });
        for (; place < documentEnd; place++) {
          const term = terms.at(place);
          const count = counts.at(place);
          let frequency = 0;
          for (const { shift, share } of shares)
            frequency += ((count >>> shift) & COUNT_MAX) * share;
          const at = ends[term] ?? 0;
          ends[term] = at + 1;
          documents[at] = number;
          weights[at] = (frequency * (SATURATION + 1)) / (SATURATION + frequency);
          isStrong[at] = Number(count >>> SHIFTS.parties !== 0);
        }
      }
      return { starts, documents, weights, isStrong };
    },
  };
}

function averageLengths(
  lengths: Readonly<Record<Field, readonly number[]>>,
): Record<Field, number> {
  const average = (field: Field) =>
    lengths[field].reduce((sum, length) => sum + length, 0) / (lengths[field].length || 1);
  return {
    names: average("names"),
    phrasings: average("phrasings"),
    parties: average("parties"),
    prose: average("prose"),
  };
}
