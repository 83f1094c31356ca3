import { create, insert, type Orama, search } from "@orama/orama";
import { FIELDS } from "../../src/search/documents.js";
import { BOOSTS, type Boosts, type Peer, type Scored } from "./peer.js";

const SCHEMA = {
  id: "string",
  names: "string",
  phrasings: "string",
  parties: "string",
  prose: "string",
} as const;
const slipsFor = (term: string) => (term.length <= 5 ? 1 : 2);

/** Orama takes one tolerance a search, so each unknown word is searched for by itself and the scores are added up. */
function createOrama(boosts: Boosts): Peer {
  let database: Orama<typeof SCHEMA> | undefined;
  const scores = (term: string, tolerance: number): readonly Scored[] => {
    if (!database || term === "") return [];
    const found = search(database, {
      term,
      tolerance,
      properties: [...FIELDS],
      boost: boosts,
      limit: 50,
    });
    if (found instanceof Promise) throw new TypeError("Orama answers at once without plugins");
    return found.hits.map(({ document, score }) => ({ id: document.id, score }));
  };
  return {
    name: "Orama, tuned",
    build(documents) {
      const made = create({
        schema: SCHEMA,
        components: {
          tokenizer: {
            language: "english",
            normalizationCache: new Map(),
            tokenize: (text) => text.split(" ").filter(Boolean),
          },
        },
      });
      for (const { id, terms } of documents) {
        if (insert(made, { id, ...terms }) instanceof Promise) {
          throw new TypeError("Orama inserts at once without plugins");
        }
      }
      database = made;
    },
    search({ terms }) {
      const known = terms.filter(({ isUnknown }) => !isUnknown).map(({ term }) => term);
      const sums = new Map<string, number>();
      const add = (found: readonly Scored[]) => {
        for (const { id, score } of found) sums.set(id, (sums.get(id) ?? 0) + score);
      };
      add(scores(known.join(" "), 0));
      for (const { term, isUnknown } of terms) if (isUnknown) add(scores(term, slipsFor(term)));
      return Array.from(sums, ([id, score]) => ({ id, score }))
        .sort((a, b) => b.score - a.score)
        .slice(0, 5);
    },
  };
}

export const oramaPeers = (): Peer[] => BOOSTS.map(createOrama);
