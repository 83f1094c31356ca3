import type { Source } from "../../knowledge/model.js";
import { fullName } from "../names.js";

/**
 * Fields of ours that a format has no place for, as "name: value". Zotero reads such lines of a note back as fields.
 *
 * @param placed - names of the fields that the format has
 */
export function extraFields(source: Source, placed: readonly string[]): string[] {
  const { custom, ...fields } = source;
  return Object.entries({ ...fields, ...custom }).flatMap(([name, value]) => {
    if (value === undefined || placed.includes(name)) return [];
    return [`${name}: ${typeof value === "string" ? value : value.map(fullName).join("; ")}`];
  });
}
