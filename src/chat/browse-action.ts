/** The ways into the collection. `start` offers the others. */
export const BROWSE_LISTS = ["start", "period", "party", "facet", "recent"] as const;
export type BrowseList = (typeof BROWSE_LISTS)[number];

/** Opens a list of the collection: its headings, or with a key the cases under one of them. */
export interface BrowseAction {
  readonly name: "browse";
  readonly list: BrowseList;
  /** A period as "1930:1939", a party's id or a facet's id; empty for the list's headings. */
  readonly key: string;
}

const LIST_CODES = {
  start: "s",
  period: "p",
  party: "w",
  facet: "f",
  recent: "r",
} as const satisfies Record<BrowseList, string>;

/** @example browseParts({ name: "browse", list: "party", key: "france" }); // ["w", "france"] */
export function browseParts({ list, key }: BrowseAction): [string, string] {
  return [LIST_CODES[list], key];
}

/** Reads what `browseParts` wrote; undefined where it did not. */
export function readBrowse(parts: readonly string[]): BrowseAction | undefined {
  const [code, key] = parts;
  const list = BROWSE_LISTS.find((one) => LIST_CODES[one] === code);
  if (!list || key === undefined || parts.length !== 2) return undefined;
  return { name: "browse", list, key };
}
