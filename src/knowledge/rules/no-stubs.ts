import type { DataPath } from "../yaml.js";
import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** Written by `knowledge new` and `knowledge draft` wherever a person's work is still to be done. */
export const STUB_MARK = "TODO";
/** The same where an id has to stand. */
export const STUB_ID = "todo";

/** KB022: a skeleton is no entry. Nothing that is marked as not yet done is told to anybody. */
export const noStubs: Rule = {
  code: "KB022",
  check: ({ cases }) =>
    cases.flatMap(({ yaml, entry }) =>
      stubs(entry, []).map((path) =>
        problemAt(
          yaml,
          path,
          "KB022",
          `this is still marked ${STUB_MARK}. Write it from a source that you have read, or take it out.`,
        ),
      ),
    ),
};

function stubs(value: unknown, path: DataPath): DataPath[] {
  if (typeof value === "string")
    return value.includes(STUB_MARK) || value === STUB_ID ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => stubs(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    key.includes(STUB_MARK) ? [[...path, key]] : stubs(item, [...path, key]),
  );
}
