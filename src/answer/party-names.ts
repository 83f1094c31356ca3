import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import { fold, type Word } from "../question/words.js";
import { createNearWords, type NearWords } from "../search/near-words.js";

/** The parties that a mistyped word may name, among those that decided a case and who speaks for them. */
export type ReadMistypedParty = (entry: Case, word: Word) => readonly string[];

/** Shorter words of a name ("of", "de") name nobody. */
const NAME_MIN_CHARS = 4;

interface Names {
  readonly near: NearWords;
  readonly partyIds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads "frnch" and "Germny" in a question that follows up a case. Each case's names are gathered once. */
export function createReadMistypedParty(base: KnowledgeBase): ReadMistypedParty {
  const known = new Map<string, Names>();
  const namesOf = (entry: Case): Names => {
    const names = known.get(entry.id) ?? gather(base, entry);
    known.set(entry.id, names);
    return names;
  };
  return (entry, { surface }) => {
    const { near, partyIds } = namesOf(entry);
    const [nearest] = near.near(surface);
    return nearest ? [...(partyIds.get(nearest.word) ?? [])] : [];
  };
}

function gather(base: KnowledgeBase, entry: Case): Names {
  const partyIds = new Map<string, Set<string>>();
  for (const { by } of entry.decisions) {
    const speakers = Object.entries(base.parties).filter(
      ([id, { of, roles }]) => id === by || of === by || roles.some((role) => role.of === by),
    );
    for (const [id, { name, adjective = "", aliases }] of speakers) {
      for (const word of [name, adjective, ...aliases].flatMap((text) => fold(text).split(/\W+/))) {
        if (word.length < NAME_MIN_CHARS) continue;
        partyIds.set(word, (partyIds.get(word) ?? new Set()).add(id));
      }
    }
  }
  return { near: createNearWords([...partyIds.keys()]), partyIds };
}
