import type { Problem } from "../problem.js";
import { type DataPath, problemAt, type YamlFile } from "../yaml.js";
import { type Draft, type DraftCase, type Rule, statementsOf } from "./rule.js";

/** KB005: whatever a file names exists. */
export const referencesResolve: Rule = {
  code: "KB005",
  check: (draft) => [
    ...draft.cases.flatMap((draftCase) => checkCase(draft, draftCase)),
    ...checkParties(draft),
    ...checkPremises(draft),
  ],
};

const missing = (yaml: YamlFile, path: DataPath, what: string, remedy: string): Problem =>
  problemAt(yaml, path, "KB005", `there is no ${what}. ${remedy}`);

function checkCase(draft: Draft, { yaml, entry }: DraftCase): Problem[] {
  const parties = (ids: readonly string[], path: DataPath) =>
    ids.flatMap((id, index) =>
      draft.parties[id] ? [] : [missingParty(yaml, [...path, index], id)],
    );
  const statements = statementsOf(entry);
  const cited = new Set(statements.flatMap(({ cites }) => cites.map(({ source }) => source)));
  return [
    ...parties(entry.proposal.by, ["proposal", "by"]),
    ...parties(entry.proposal.people, ["proposal", "people"]),
    ...parties(entry.proposal.to, ["proposal", "to"]),
    ...entry.decisions.flatMap(({ by }, index) =>
      draft.parties[by] ? [] : [missingParty(yaml, ["decisions", index, "by"], by)],
    ),
    ...entry.reasons.flatMap(({ held_by, facet }, index) => [
      ...parties(held_by, ["reasons", index, "held_by"]),
      ...(draft.facets[facet]
        ? []
        : [
            missing(
              yaml,
              ["reasons", index, "facet"],
              `kind of reason "${facet}"`,
              `knowledge/facets.yaml lists them: ${Object.keys(draft.facets).join(", ")}.`,
            ),
          ]),
    ]),
    ...statements.flatMap(({ path, cites }) =>
      cites.flatMap(({ source }, index) =>
        entry.sources[source] || draft.sources[source]
          ? []
          : [
              missing(
                yaml,
                [...path, "cites", index, "source"],
                `source "${source}"`,
                "Describe it under sources: in this file, or in knowledge/sources/.",
              ),
            ],
      ),
    ),
    ...Object.keys(entry.sources)
      .filter((id) => !cited.has(id))
      .map((id) =>
        problemAt(yaml, ["sources", id], "KB005", `nothing cites "${id}". Cite it or remove it.`),
      ),
    ...entry.see_also.flatMap((id, index) =>
      draft.caseIds.has(id)
        ? []
        : [
            missing(
              yaml,
              ["see_also", index],
              `case "${id}"`,
              "Check the spelling, or remove it until that case is written.",
            ),
          ],
    ),
    ...(typeof entry.status === "object" &&
    "moved" in entry.status &&
    !draft.caseIds.has(entry.status.moved)
      ? [
          missing(
            yaml,
            ["status", "moved"],
            `case "${entry.status.moved}"`,
            "Name the case that took this one's place.",
          ),
        ]
      : []),
  ];
}

function missingParty(yaml: YamlFile, path: DataPath, id: string): Problem {
  return missing(yaml, path, `party "${id}"`, "Check the spelling, or add it to parties.yaml.");
}

function checkParties({ parties, files }: Draft): Problem[] {
  return Object.entries(parties).flatMap(([id, party]) => [
    ...(party.of && !parties[party.of] ? [missingParty(files.parties, [id, "of"], party.of)] : []),
    ...party.roles.flatMap((role, index) =>
      parties[role.of] ? [] : [missingParty(files.parties, [id, "roles", index, "of"], role.of)],
    ),
  ]);
}

function checkPremises({ premises, sources, caseIds, files }: Draft): Problem[] {
  return premises.flatMap((premise) => [
    ...premise.related.flatMap((id, index) =>
      caseIds.has(id)
        ? []
        : [
            missing(
              files.premises,
              [premise.id, "related", index],
              `case "${id}"`,
              "Check the spelling, or remove it.",
            ),
          ],
    ),
    ...premise.cites.flatMap(({ source }, index) =>
      premise.sources[source] || sources[source]
        ? []
        : [
            missing(
              files.premises,
              [premise.id, "cites", index, "source"],
              `source "${source}"`,
              "Describe it under sources: of this premise, or in knowledge/sources/.",
            ),
          ],
    ),
  ]);
}
