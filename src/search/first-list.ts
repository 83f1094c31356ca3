import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import { statesOf } from "./documents.js";

/** The same refusing country again is duller than the same proposer or the same years. */
const SAME_REFUSER = 3;
const SAME_PROPOSER = 2;
const SAME_ERA = 2;
/** Cases within as many years count as of one era. */
const ERA_YEARS = 10;

/**
 * Cases to show where nothing has been typed: each as unlike those before it as can be, in who refused, who proposed and
 * when. The same base gives the same list.
 */
export function firstList(base: KnowledgeBase, most: number): Case[] {
  const rest = base.current.map((entry) => ({ entry, traits: traitsOf(base, entry) }));
  const seen = new Map<string, number>();
  const sameness = (traits: readonly Trait[]) =>
    traits.reduce((sum, { name, cost }) => sum + cost * (seen.get(name) ?? 0), 0);
  const list: Case[] = [];
  while (list.length < most && rest.length > 0) {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [place, { traits }] of rest.entries()) {
      const cost = sameness(traits);
      if (cost < least) [best, least] = [place, cost];
    }
    for (const { entry, traits } of rest.splice(best, 1)) {
      list.push(entry);
      for (const { name } of traits) seen.set(name, (seen.get(name) ?? 0) + 1);
    }
  }
  return list;
}

interface Trait {
  readonly name: string;
  readonly cost: number;
}

function traitsOf(base: KnowledgeBase, { proposal, decisions }: Case): Trait[] {
  const year = Number(/^-?\d+/.exec(proposal.date)?.[0] ?? 0);
  const refusers = decisions.filter(({ outcome }) => outcome !== "accepted").map(({ by }) => by);
  return [
    ...countries(base, refusers).map((id) => ({ name: `refuser ${id}`, cost: SAME_REFUSER })),
    ...countries(base, proposal.by).map((id) => ({ name: `proposer ${id}`, cost: SAME_PROPOSER })),
    { name: `era ${Math.floor(year / ERA_YEARS)}`, cost: SAME_ERA },
  ];
}

/** The states behind parties, once each; a party without one stands for itself. */
function countries(base: KnowledgeBase, partyIds: readonly string[]): string[] {
  return [...new Set(partyIds.map((id) => statesOf(base, id)[0] ?? id))];
}
