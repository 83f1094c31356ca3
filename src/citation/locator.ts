import type { Citation } from "../knowledge/model.js";

type Locator = NonNullable<Citation["at"]>;

/** Singular and plural short forms of CSL's locator labels (Chicago 17, 14.150 and 10.42). */
const SHORT_LABELS: Readonly<Record<Locator["label"], readonly [string, string]>> = {
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
  const [singular, plural] = SHORT_LABELS[label];
  return `${/[-–,]/.test(value) ? plural : singular} ${formatRange(value)}`;
}

/** Numbers joined by a hyphen are a range, and take an en dash. @example formatRange("1399-514"); // "1399–514" */
export function formatRange(value: string): string {
  return value.replace(/(\d)-(\d)/g, "$1–$2");
}
