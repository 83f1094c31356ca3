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
  const room = maxChars - ELLIPSIS.length;
  // The grapheme that reaches over the limit goes whole.
  const over = graphemes.segment(text).containing(room);
  const kept = text.slice(0, over?.index ?? room);
  const wordEnd = kept.search(/\s+\S*$/);
  const atWord = wordEnd > kept.length / 2 ? kept.slice(0, wordEnd) : kept;
  return atWord.trimEnd() + ELLIPSIS;
}
