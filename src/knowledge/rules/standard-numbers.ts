import type { Source } from "../model.js";
import type { Problem } from "../problem.js";
import { type DataPath, problemAt, type YamlFile } from "../yaml.js";
import type { Rule } from "./rule.js";

/** DOI: the directory 10, a registrant, a suffix (https://www.doi.org/the-identifier/resources/handbook). */
const DOI_PATTERN = /^10\.\d{4,9}\/\S+$/;

/** KB016: an ISBN has its right check digit, a DOI its form: a slip would send readers to another book. */
export const standardNumbersFit: Rule = {
  code: "KB016",
  check: ({ cases, sources, sourceFiles }) => [
    ...cases.flatMap(({ yaml, entry }) =>
      Object.entries(entry.sources).flatMap(([id, source]) =>
        checkSource(yaml, ["sources", id], source),
      ),
    ),
    ...Object.entries(sourceFiles).flatMap(([id, yaml]) => {
      const source = sources[id];
      return source ? checkSource(yaml, [], source) : [];
    }),
  ],
};

function checkSource(yaml: YamlFile, path: DataPath, { ISBN, DOI }: Source): Problem[] {
  const problems: Problem[] = [];
  if (ISBN !== undefined && !isIsbn(ISBN)) {
    const message = `"${ISBN}" is no ISBN: a digit is wrong. Copy it anew from the book or its catalogue entry.`;
    problems.push(problemAt(yaml, [...path, "ISBN"], "KB016", message));
  }
  if (DOI !== undefined && !DOI_PATTERN.test(DOI)) {
    const message = `"${DOI}" is no DOI. It starts with 10. and stands without https://doi.org/, like 10.1080/09592296.2010.482468.`;
    problems.push(problemAt(yaml, [...path, "DOI"], "KB016", message));
  }
  return problems;
}

/**
 * Whether a text is an ISBN of ten or thirteen digits with its right check digit (ISO 2108); hyphens and spaces count
 * for nothing.
 *
 * @example isIsbn("978-0-521-20582-5"); // true
 */
export function isIsbn(text: string): boolean {
  const signs = text.replace(/[\s-]/g, "");
  if (/^\d{13}$/.test(signs)) {
    const sum = [...signs].reduce(
      (total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1),
      0,
    );
    return sum % 10 === 0;
  }
  if (/^\d{9}[\dX]$/.test(signs)) {
    const sum = [...signs].reduce(
      (total, sign, index) => total + (sign === "X" ? 10 : Number(sign)) * (10 - index),
      0,
    );
    return sum % 11 === 0;
  }
  return false;
}
