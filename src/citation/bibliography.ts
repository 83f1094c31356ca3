import { plainText, type RichText } from "./rich-text.js";

/** Entries in the order of a bibliography: by letters, without regard to marks or to an article that opens a title. */
export function inAlphabet(entries: readonly RichText[]): RichText[] {
  const collator = new Intl.Collator("en", { ignorePunctuation: true, numeric: true });
  return entries
    .map((entry) => ({ entry, key: sortKey(plainText(entry)) }))
    .sort((a, b) => collator.compare(a.key, b.key))
    .map(({ entry }) => entry);
}

function sortKey(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, "").replace(/^(?:an?|the)\s+/i, "");
}
