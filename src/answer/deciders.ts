import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import type { Mention } from "../question/gazetteer.js";

/**
 * The deciding parties of a case that the mentions mean: the party itself, the state of a person ("Chamberlain" in a
 * case that Britain decided), or the body of a state ("the Americans" where the Senate decided).
 */
export function decidersMeant(
  base: KnowledgeBase,
  entry: Case,
  mentions: readonly Mention[],
): string[] {
  const deciders = [...new Set(entry.decisions.map(({ by }) => by))];
  const meant = mentions.flatMap(({ partyIds }) =>
    deciders.filter((decider) => partyIds.some((id) => speaksFor(base, id, decider))),
  );
  return [...new Set(meant)];
}

function speaksFor(base: KnowledgeBase, partyId: string, decider: string): boolean {
  if (partyId === decider) return true;
  const party = base.parties[partyId];
  const states = [party?.of, ...(party?.roles ?? []).map((role) => role.of)];
  return states.includes(decider) || base.parties[decider]?.of === partyId;
}
