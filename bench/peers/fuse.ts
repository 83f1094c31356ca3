import Fuse, { type IFuseOptions } from "fuse.js";
import type { Peer, PeerDocument } from "./peer.js";

const KEYS = [
  { name: "texts.names", weight: 3 },
  { name: "texts.phrasings", weight: 2 },
  { name: "texts.parties", weight: 2 },
  { name: "texts.prose", weight: 1 },
];

/** Fuse straight over the documents, as most who take it up use it first. */
function createFuse(name: string, options: IFuseOptions<PeerDocument>): Peer {
  let fuse: Fuse<PeerDocument> | undefined;
  return {
    name,
    build(documents) {
      fuse = new Fuse(documents, { keys: KEYS, includeScore: true, ...options });
    },
    search: ({ text }) =>
      // Fuse's score is 0 for the best.
      (fuse?.search(text, { limit: 5 }) ?? []).map(({ item, score = 1 }) => ({
        id: item.id,
        score: 1 - score,
      })),
  };
}

export const fusePeers = (): Peer[] => [
  createFuse("fuse.js, defaults", {}),
  createFuse("fuse.js, ignoreLocation", { ignoreLocation: true }),
  createFuse("fuse.js, token search", { useTokenSearch: true }),
];
