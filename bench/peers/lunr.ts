import lunr from "lunr";
import { FIELDS } from "../../src/search/documents.js";
import { BOOSTS, type Boosts, type Peer } from "./peer.js";

/** Length normalisation; 0.75 is Lunr's own, less suits documents of equal length. */
const LENGTH_NORMS = [0.75, 0.4];
const slipsFor = (term: string) => (term.length <= 5 ? 1 : 2);

function createLunr(boosts: Boosts, lengthNorm: number): Peer {
  let index: lunr.Index | undefined;
  return {
    name: "Lunr, tuned",
    build(documents) {
      index = lunr((builder) => {
        // The terms are analysed already.
        builder.pipeline.reset();
        builder.searchPipeline.reset();
        builder.b(lengthNorm);
        builder.ref("id");
        for (const field of FIELDS) builder.field(field, { boost: boosts[field] });
        for (const { id, terms } of documents) builder.add({ id, ...terms });
      });
    },
    search({ terms }) {
      const hits = index?.query((query) => {
        for (const { term, isUnknown } of terms) {
          query.term(term, isUnknown ? { editDistance: slipsFor(term) } : {});
        }
      });
      return (hits ?? []).slice(0, 5).map(({ ref, score }) => ({ id: ref, score }));
    },
  };
}

export const lunrPeers = (): Peer[] =>
  BOOSTS.flatMap((boosts) => LENGTH_NORMS.map((norm) => createLunr(boosts, norm)));
