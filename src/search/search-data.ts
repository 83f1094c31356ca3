import type { KnowledgeBase } from "../knowledge/base.js";
import { createGazetteer, type Gazetteer } from "../question/gazetteer.js";
import { readDocuments, type SearchDocument } from "./documents.js";
import { createPostingsBuilder, type Postings } from "./postings.js";
import { createTermReader, type Term, type TermNumber } from "./terms.js";

/**
 * What reading all texts of a base gives. It is the slow part of making a search ready, and plain data: it can be made
 * in another thread, or ahead of time, and sent or stored (structured clone).
 */
export interface SearchData {
  /** By number, as the postings mean it. */
  readonly documents: readonly SearchDocument[];
  readonly postings: Postings;
  readonly numbers: ReadonlyMap<Term, TermNumber>;
  /** Every written word with its term, for the vocabulary. */
  readonly surfaces: ReadonlyMap<string, Term>;
}

export function readSearchData(
  base: KnowledgeBase,
  gazetteer: Gazetteer = createGazetteer(base),
): SearchData {
  const reader = createTermReader(gazetteer);
  const builder = createPostingsBuilder();
  const documents: SearchDocument[] = [];
  for (const { document, terms } of readDocuments(base, gazetteer, reader)) {
    documents.push(document);
    builder.add(terms);
  }
  const { numbers, surfaces } = reader;
  return { documents, postings: builder.build(numbers.size), numbers, surfaces };
}
