import type { Problem } from "../problem.js";
import { problemAt } from "../yaml.js";
import type { Draft, Rule } from "./rule.js";

/**
 * KB004: no two reasons of a case have one id, and a source is described once: in the case that alone uses it, or among
 * the shared ones. (YAML itself refuses equal keys.)
 */
export const idsUnique: Rule = {
  code: "KB004",
  check(draft) {
    const { cases, sources, premises, caseIds, files } = draft;
    return [
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
      ...describedTwice(draft),
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
    ];
  },
};

/** Sources that a second case, or a premise, describes under the same id. */
function describedTwice({ cases, premises, files }: Draft): Problem[] {
  const described = [
    ...cases.flatMap(({ yaml, entry }) =>
      Object.keys(entry.sources).map((id) => ({ id, yaml, path: ["sources", id] })),
    ),
    ...premises.flatMap((premise) =>
      Object.keys(premise.sources).map((id) => ({
        id,
        yaml: files.premises,
        path: [premise.id, "sources", id],
      })),
    ),
  ];
  const first = new Set<string>();
  return described.flatMap(({ id, yaml, path }) => {
    if (!first.has(id)) {
      first.add(id);
      return [];
    }
    return [
      problemAt(
        yaml,
        path,
        "KB004",
        `"${id}" is described elsewhere too. Move it to knowledge/sources/${id}.yaml, or give it another id.`,
      ),
    ];
  });
}
