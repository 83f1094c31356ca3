import type { Problem } from "../problem.js";
import { type DataPath, problemAt, type YamlFile } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB020: no wording stands twice in a list, and no name repeats the title. `check --fix` takes them out. */
export const namesNotRepeated: Rule = {
  code: "KB020",
  check: ({ cases, parties, files }) => [
    ...cases.flatMap(({ yaml, entry }) => [
      ...repeated(yaml, ["names"], entry.names, [entry.title]),
      ...repeated(yaml, ["ambiguous_names"], entry.ambiguous_names, [entry.title, ...entry.names]),
      ...repeated(yaml, ["asked_as"], entry.asked_as, [entry.question]),
    ]),
    ...Object.entries(parties).flatMap(([id, { name, adjective, aliases }]) =>
      repeated(files.parties, [id, "aliases"], aliases, [name, ...(adjective ? [adjective] : [])]),
    ),
  ],
};

function repeated(
  yaml: YamlFile,
  path: DataPath,
  list: readonly string[],
  others: readonly string[],
): Problem[] {
  return repeatedIndexes(list, others).map((index) =>
    problemAt(
      yaml,
      [...path, index],
      "KB020",
      `"${list[index]}" stands here already. Remove it, or let check --fix do so.`,
    ),
  );
}

/** Positions in a list of what stands before it there or among the others; small and capital letters are one. */
export function repeatedIndexes(list: readonly string[], others: readonly string[]): number[] {
  const seen = new Set(others.map((text) => text.toLowerCase()));
  return list.flatMap((text, index) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return [index];
    seen.add(key);
    return [];
  });
}
