import MiniSearch from "minisearch";
import { FIELDS } from "../../src/search/documents.js";
import { BOOSTS, type Boosts, type Peer, type PeerDocument } from "./peer.js";

/** Share of a word's letters that may be wrong, as MiniSearch counts. */
const FUZZY = 0.25;

function createMiniSearch(boosts: Boosts): Peer {
  let index: MiniSearch | undefined;
  return {
    name: "MiniSearch, tuned",
    build(documents) {
      index = new MiniSearch({
        fields: [...FIELDS],
        extractField: (document: PeerDocument, field) =>
          field === "id" ? document.id : document.terms[field as (typeof FIELDS)[number]],
        tokenize: (text) => text.split(" "),
        processTerm: (term) => term || null,
      });
      index.addAll(documents);
    },
    search({ terms }) {
      const unknown = new Set(terms.flatMap(({ term, isUnknown }) => (isUnknown ? [term] : [])));
      return (
        index
          ?.search(terms.map(({ term }) => term).join(" "), {
            boost: boosts,
            fuzzy: (term) => (unknown.has(term) ? FUZZY : false),
          })
          .slice(0, 5)
          .map(({ id, score }) => ({ id: String(id), score })) ?? []
      );
    },
  };
}

export const miniSearchPeers = (): Peer[] => BOOSTS.map(createMiniSearch);
