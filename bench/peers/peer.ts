import type { Field } from "../../src/search/documents.js";

/** A document as every engine gets it. */
export interface PeerDocument {
  readonly id: string;
  /** Texts as written: for engines that compare letters. */
  readonly texts: Readonly<Record<Field, readonly string[]>>;
  /** The same analysed (`Analysis`): terms joined by blanks, for engines that compare terms. */
  readonly terms: Readonly<Record<Field, string>>;
}

export interface PeerQuery {
  readonly text: string;
  readonly terms: readonly PeerTerm[];
}

export interface PeerTerm {
  readonly term: string;
  /** Neither in the base nor common English, so it may be mistyped: these alone are matched fuzzily. */
  readonly isUnknown: boolean;
}

export interface Scored {
  readonly id: string;
  /** Higher is better. */
  readonly score: number;
}

/** One search engine with its settings. */
export interface Peer {
  readonly name: string;
  build(documents: readonly PeerDocument[]): void;
  /** Best first. */
  search(query: PeerQuery): readonly Scored[];
}

/** How much each field counts. */
export type Boosts = Readonly<Record<Field, number>>;

/** What is tried for every engine that takes weights; the development half says which is used. */
export const BOOSTS: readonly Boosts[] = [
  { names: 3, phrasings: 2, parties: 2, prose: 1 },
  { names: 6, phrasings: 4, parties: 2, prose: 1 },
  { names: 6, phrasings: 6, parties: 1, prose: 1 },
  { names: 10, phrasings: 5, parties: 5, prose: 1 },
  { names: 3, phrasings: 3, parties: 1, prose: 0.3 },
  { names: 1, phrasings: 1, parties: 1, prose: 1 },
];
