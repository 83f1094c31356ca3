import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB004: no two reasons of a case, and no own and shared source, have one id. (YAML itself refuses equal keys.) */
export const idsUnique: Rule = {
  code: "KB004",
  check: ({ cases, sources, premises, caseIds, files }) => [
    ...cases.flatMap(({ yaml, entry }) => [
      ...entry.reasons.flatMap(({ id }, index) =>
        entry.reasons.findIndex((other) => other.id === id) < index
          ? [
              problemAt(
                yaml,
                ["reasons", index, "id"],
                "KB004",
                `there is another reason "${id}" above. Give each its own id.`,
              ),
            ]
          : [],
      ),
      ...Object.keys(entry.sources)
        .filter((id) => sources[id] !== undefined)
        .map((id) =>
          problemAt(
            yaml,
            ["sources", id],
            "KB004",
            `knowledge/sources/${id}.yaml describes "${id}" already. Remove it here, or give it another id.`,
          ),
        ),
    ]),
    ...premises
      .filter(({ id }) => caseIds.has(id))
      .map(({ id }) =>
        problemAt(
          files.premises,
          [id],
          "KB004",
          `a case has the id "${id}" too. Give the premise another.`,
        ),
      ),
  ],
};
