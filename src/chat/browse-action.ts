/**
 * The ways into the collection. `start` offers the others; `reasons` are the kinds of reason that one case shares with
 * others.
 */
export const BROWSE_LISTS = ["start", "period", "party", "facet", "recent", "reasons"] as const;
export type BrowseList = (typeof BROWSE_LISTS)[number];

/** Opens a list of the collection: its headings, or with a key the cases under one of them. */
export interface BrowseAction {
  readonly name: "browse";
  readonly list: BrowseList;
  /** A period as "1930:1939", a party's, a facet's or a case's id; empty for the list's headings. */
  readonly key: string;
  /** From 0. */
  readonly page: number;
}

const LIST_CODES = {
  start: "s",
  period: "p",
  party: "w",
  facet: "f",
  recent: "r",
  reasons: "o",
} as const satisfies Record<BrowseList, string>;

/** @example browseParts({ name: "browse", list: "party", key: "france", page: 1 }); // ["w", "france", "1"] */
export function browseParts({ list, key, page }: BrowseAction): string[] {
  return [LIST_CODES[list], key, ...(page > 0 ? [String(page)] : [])];
}

/** Reads what `browseParts` wrote; undefined where it did not. */
export function readBrowse(parts: readonly string[]): BrowseAction | undefined {
  const [code, key, page = "0"] = parts;
  const list = BROWSE_LISTS.find((one) => LIST_CODES[one] === code);
  if (!list || key === undefined || parts.length > 3 || !/^\d{1,3}$/.test(page)) return undefined;
  return { name: "browse", list, key, page: Number(page) };
}

/** A list from its first page. */
export function listAction(list: BrowseList, key = ""): BrowseAction {
  return { name: "browse", list, key, page: 0 };
}
