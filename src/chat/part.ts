import { VIEWS, type View } from "../answer/outcome.js";

/** How the sources of a case can be cited here. */
export const CITATION_FORMATS = ["chicago", "mla", "apa", "bibtex", "ris"] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];

/**
 * What of a case a button or a menu opens: what a question can ask for, its sources ready to be cited, and one of them
 * examined (the page says which).
 */
export type Part = View | `cite-${CitationFormat}` | "examine";

export const PARTS: readonly Part[] = [
  ...VIEWS,
  ...CITATION_FORMATS.map((format) => `cite-${format}` as const),
  "examine",
];

/** The format of a part that cites. @example formatOf("cite-apa"); // "apa" */
export function formatOf(part: Part): CitationFormat | undefined {
  return CITATION_FORMATS.find((format) => part === `cite-${format}`);
}

export function isView(part: Part): part is View {
  return VIEWS.some((view) => view === part);
}
