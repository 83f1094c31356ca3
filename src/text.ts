const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const ELLIPSIS = "…";

/**
 * Shortens a text to at most `maxChars`, ending in "…" where something was cut: at the end of a word where one is
 * near, never inside a grapheme, and never from the middle.
 *
 * @param maxChars - limit in UTF-16 code units (`String.length`), at least 1
 * @throws {RangeError} if `maxChars` is under 1
 * @example truncate("one two three", 9); // "one two…"
 */
export function truncate(text: string, maxChars: number): string {
  if (maxChars < 1) throw new RangeError(`maxChars is ${maxChars}, at least 1 is needed`);
  if (text.length <= maxChars) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text.slice(0, maxChars + 1))) {
    if (kept.length + segment.length > maxChars - ELLIPSIS.length) break;
    kept += segment;
  }
  const wordEnd = kept.search(/\s+\S*$/);
  const atWord = wordEnd > kept.length / 2 ? kept.slice(0, wordEnd) : kept;
  return atWord.trimEnd() + ELLIPSIS;
}
