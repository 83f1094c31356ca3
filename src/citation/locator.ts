import type { Citation } from "../knowledge/model.js";

export type Locator = NonNullable<Citation["at"]>;

/** How each kind of place is called before one and before several. */
export type LocatorLabels = Readonly<Record<Locator["label"], readonly [string, string]>>;

/** Short forms of CSL's locator labels (Chicago 17, 14.150 and 10.42). */
export const SHORT_LABELS: LocatorLabels = {
  page: ["p.", "pp."],
  column: ["col.", "cols."],
  chapter: ["ch.", "chs."],
  paragraph: ["para.", "paras."],
  section: ["sec.", "secs."],
  note: ["n.", "nn."],
  document: ["doc.", "docs."],
  line: ["line", "lines"],
  verse: ["v.", "vv."],
  book: ["bk.", "bks."],
  volume: ["vol.", "vols."],
  folio: ["fol.", "fols."],
  part: ["pt.", "pts."],
  timestamp: ["at", "at"],
};

/** @example formatLocator({ label: "page", value: "12-15" }); // "pp. 12–15" */
export function formatLocator({ label, value }: Locator): string {
  return withLabel(label, value, formatRange(value));
}

/**
 * A place with its label before it, unless it names its own kind.
 *
 * @param text - the value as it is to be written
 * @example withLabel("section", "Article 4", "Article 4"); // "Article 4"
 */
export function withLabel(
  label: Locator["label"],
  value: string,
  text: string,
  labels: LocatorLabels = SHORT_LABELS,
): string {
  // Numbers and letters, Roman ones too, need to be told of what; a word does not.
  if (/^(?![ivxlcdm]+\b)\p{L}{2}/iu.test(value)) return text;
  const [singular, plural] = labels[label];
  return `${/[-–,]/.test(value) ? plural : singular} ${text}`;
}

/** Numbers joined by a hyphen are a range, and take an en dash. @example formatRange("1399-514"); // "1399–514" */
export function formatRange(value: string): string {
  return value.replace(/(\d)-(\d)/g, "$1–$2");
}
