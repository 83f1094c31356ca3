import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** A party with more reasons than this has a list, not an explanation. */
const REASONS_PER_PARTY_MAX = 6;

/** KB012: a reason explains the decision of one who decided; a person counts for the party of a role. */
export const reasonsHaveDeciders: Rule = {
  code: "KB012",
  check: ({ cases }) =>
    cases.flatMap(({ yaml, entry }) => {
      const deciders = new Set(entry.decisions.map(({ by }) => by));
      const counts = new Map<string, number>();
      return entry.reasons.flatMap(({ id, held_by }, index) => {
        const holding = held_by.filter((party) => deciders.has(party));
        if (holding.length === 0) {
          return [
            problemAt(
              yaml,
              ["reasons", index, "held_by"],
              "KB012",
              `reason ${id} is held by nobody who decided. Name one of ${[...deciders].join(", ")} among its holders.`,
            ),
          ];
        }
        return holding.flatMap((party) => {
          const count = (counts.get(party) ?? 0) + 1;
          counts.set(party, count);
          if (count !== REASONS_PER_PARTY_MAX + 1) return [];
          return [
            problemAt(
              yaml,
              ["reasons", index],
              "KB012",
              `${party} has more than ${REASONS_PER_PARTY_MAX} reasons. Keep the strongest, or join two.`,
            ),
          ];
        });
      });
    }),
};
