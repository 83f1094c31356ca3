import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import { fold } from "../question/words.js";

/** The case whose id, title, question or name was given to the letter (case, accents and spacing aside). */
export type FindExact = (text: string) => Case | undefined;

export function createFindExact(base: KnowledgeBase): FindExact {
  const byName = new Map<string, Case>();
  for (const entry of base.current) {
    for (const name of [entry.id, entry.title, entry.question, ...entry.names]) {
      byName.set(keyOf(name), entry);
    }
  }
  return (text) => byName.get(keyOf(text));
}

function keyOf(text: string): string {
  return fold(text)
    .trim()
    .replace(/\s+/g, " ")
    .replace(/[?.!]+$/, "");
}
