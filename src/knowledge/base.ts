import type { Case, Party, Premise, Source } from "./model.js";

/** The checked knowledge as one plain value: what the compiler writes and the bot loads. */
export interface CompiledKnowledge {
  readonly cases: readonly Case[];
  readonly sources: Readonly<Record<string, Source>>;
  readonly parties: Readonly<Record<string, Party>>;
  readonly facets: Readonly<Record<string, string>>;
  readonly premises: readonly Premise[];
}

/** The knowledge with its look-ups. Immutable: a reload makes a new one. */
export interface KnowledgeBase extends CompiledKnowledge {
  /** Cases that may be answered with: those neither withdrawn nor moved. */
  readonly current: readonly Case[];
  /** Any case, also a withdrawn one, so that an old button can be told what became of it. */
  findCase(id: string): Case | undefined;
  /** A source as a case knows it: its own first, then the shared ones. */
  findSource(entry: Pick<Case, "sources">, sourceId: string): Source | undefined;
  /** @example partyName("united-states"); // "the United States" */
  partyName(id: string): string;
}

export function createKnowledgeBase(compiled: CompiledKnowledge): KnowledgeBase {
  const byId = new Map(compiled.cases.map((entry) => [entry.id, entry]));
  return {
    ...compiled,
    current: compiled.cases.filter((entry) => entry.status === "current"),
    findCase: (id) => byId.get(id),
    findSource: (entry, sourceId) => entry.sources[sourceId] ?? compiled.sources[sourceId],
    partyName: (id) => compiled.parties[id]?.name ?? id,
  };
}
