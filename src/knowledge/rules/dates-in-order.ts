import { dateInWords, parseDate, surelyBefore } from "../dates.js";
import type { CaseFile } from "../model.js";
import type { Problem } from "../problem.js";
import { type DataPath, problemAt, type YamlFile } from "../yaml.js";
import { type DraftCase, type Rule, statementsOf } from "./rule.js";

/** KB007: every date is EDTF; a decision follows the proposal, the aftermath the first decision. */
export const datesInOrder: Rule = {
  code: "KB007",
  check: ({ cases, sources, sourceFiles, parties, files }) => [
    ...cases.flatMap((draftCase) => [...formsOfCase(draftCase), ...order(draftCase)]),
    ...Object.entries(sourceFiles).flatMap(([id, yaml]) => formsOfSource(yaml, [], sources[id])),
    ...Object.entries(parties).flatMap(([id, { roles }]) =>
      roles.flatMap(({ date }, index) => form(files.parties, [id, "roles", index, "date"], date)),
    ),
  ],
};

function form(yaml: YamlFile, path: DataPath, date: string | undefined): Problem[] {
  if (date === undefined || parseDate(date)) return [];
  return [
    problemAt(
      yaml,
      path,
      "KB007",
      `"${date}" is no EDTF date. Write "1938-03-17", "1938-03", "1938~" (about), "-0279" (280 BC) or "1919-02/1919-04".`,
    ),
  ];
}

function formsOfSource(
  yaml: YamlFile,
  path: DataPath,
  source: { issued?: string | undefined; "original-date"?: string | undefined } | undefined,
): Problem[] {
  return [
    ...form(yaml, [...path, "issued"], source?.issued),
    ...form(yaml, [...path, "original-date"], source?.["original-date"]),
  ];
}

function formsOfCase({ yaml, entry }: DraftCase): Problem[] {
  return [
    ...datedParts(entry).flatMap(({ path, date, old_style }) => [
      ...form(yaml, [...path, "date"], date),
      ...form(yaml, [...path, "old_style"], old_style),
    ]),
    ...form(yaml, ["curated", "reviewed"], entry.curated.reviewed),
    ...form(yaml, ["curated", "review_by"], entry.curated.review_by),
    ...statementsOf(entry).flatMap(({ path, cites }) =>
      cites.flatMap(({ date }, index) => form(yaml, [...path, "cites", index, "date"], date)),
    ),
    ...Object.entries(entry.sources).flatMap(([id, source]) =>
      formsOfSource(yaml, ["sources", id], source),
    ),
  ];
}

interface Dated {
  readonly path: DataPath;
  readonly date?: string | undefined;
  readonly old_style?: string | undefined;
}

function datedParts(entry: CaseFile): Dated[] {
  return [
    { path: ["proposal"], ...entry.proposal },
    ...entry.decisions.map((decision, index) => ({ path: ["decisions", index], ...decision })),
    ...laterParts(entry),
  ];
}

/** What can only have come about after the first decision. */
function laterParts({ accepted, aftermath }: CaseFile): Dated[] {
  return [
    ...(accepted ? [{ path: ["accepted"], ...accepted }] : []),
    ...aftermath.map((event, index) => ({ path: ["aftermath", index], ...event })),
  ];
}

function order({ yaml, entry }: DraftCase): Problem[] {
  const proposed = parseDate(entry.proposal.date);
  const decided = entry.decisions.flatMap(({ date }) => (date ? (parseDate(date) ?? []) : []));
  const firstDecided = decided.sort((a, b) => a.earliestMs - b.earliestMs)[0] ?? proposed;
  const early = (date: string | undefined, bound: typeof proposed) => {
    const span = date === undefined ? undefined : parseDate(date);
    return span !== undefined && bound !== undefined && surelyBefore(span, bound);
  };
  return [
    ...entry.decisions.flatMap(({ date }, index) =>
      date && early(date, proposed)
        ? [
            problemAt(
              yaml,
              ["decisions", index, "date"],
              "KB007",
              `decided on ${dateInWords(date)}, before the proposal of ${dateInWords(entry.proposal.date)}. Check both dates.`,
            ),
          ]
        : [],
    ),
    ...laterParts(entry).flatMap(({ path, date }) =>
      date && early(date, firstDecided)
        ? [
            problemAt(
              yaml,
              [...path, "date"],
              "KB007",
              `${dateInWords(date)} is before the first decision. Put it in the detail of a reason, or check the date.`,
            ),
          ]
        : [],
    ),
  ];
}
