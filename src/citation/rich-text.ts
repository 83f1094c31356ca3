/** A stretch of text in one type face. Platforms mark italics up in their own way. */
export interface Span {
  readonly text: string;
  readonly italic?: true;
}

/** A line of a citation; the empty line says nothing and vanishes when joined. */
export type RichText = readonly Span[];

export function roman(text: string): RichText {
  return text === "" ? [] : [{ text: curlQuotes(text) }];
}

export function italic(text: string): RichText {
  return text === "" ? [] : [{ text: curlQuotes(text), italic: true }];
}

/** In double quotation marks; those within become single ones. @example quoted('A "Clean" Fight'); // “A ‘Clean’ Fight” */
export function quoted(text: string): RichText {
  return [{ text: `“${curlQuotes(text).replaceAll("“", "‘").replaceAll("”", "’")}”` }];
}

/** @example plainText([{ text: "In " }, { text: "The Times", italic: true }]); // "In The Times" */
export function plainText(line: RichText): string {
  return line.map(({ text }) => text).join("");
}

/**
 * Joins what is there, in American order: a comma or full stop goes inside a closing quotation mark, and none follows
 * where the text has just ended with a full stop, a question mark or an exclamation mark.
 *
 * @example
 * plainText(join([roman("Ford, F. L."), quoted("Why?"), undefined, italic("The Times")], ". "));
 * // "Ford, F. L. “Why?” The Times"
 */
export function join(parts: readonly (RichText | undefined)[], separator: string): RichText {
  return parts.reduce<RichText>((line, part) => {
    if (part === undefined || part.length === 0) return line;
    return line.length === 0 ? part : [...closeWith(line, separator), ...part];
  }, []);
}

/** Closes a line with a full stop, unless it has its own. @example plainText(sentence(roman("2nd ed."))); // "2nd ed." */
export function sentence(line: RichText): RichText {
  return closeWith(line, ".");
}

/** Raises the first letter, where a part has come to open a sentence. */
export function capitalised(line: RichText): RichText {
  const [first, ...rest] = line;
  if (!first) return line;
  // Behind an opening quotation mark or bracket stands a title, which keeps the case it has.
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

function closeWith(line: RichText, separator: string): RichText {
  const last = line.at(-1);
  if (!last) return [];
  const mark = /^[.,]/.exec(separator)?.[0] ?? "";
  const rest = separator.slice(mark.length);
  const [, body = last.text, quotes = ""] = /^(.*?)((?:(?<=‘.*)’)?”)$/s.exec(last.text) ?? [];
  const wanted = mark === "." ? /[.?!]$/.test(body) === false : !body.endsWith(",");
  const punctuation = wanted ? mark : "";
  const before = line.slice(0, -1);
  if (quotes) return [...before, { ...last, text: body + punctuation + quotes + rest }];
  const added = punctuation + rest;
  return added === "" ? line : [...line, { text: added }];
}

/** Straight quotation marks and apostrophes, as keyboards have them, as printers set them. */
function curlQuotes(text: string): string {
  return text
    .replace(/(^|[\s([{“‘–—-])"(?=\S)/g, "$1“")
    .replaceAll('"', "”")
    .replace(/(^|[\s([{“–—-])'(?=[^\s\d])/g, "$1‘")
    .replaceAll("'", "’");
}
