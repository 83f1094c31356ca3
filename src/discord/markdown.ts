import type { Block, Span } from "../chat/reply.js";

/** Signs that would format, mention or link; a backslash takes that from them. */
const SPECIAL = /[\\*_~`|<>[\]]/g;
/** Signs that format at the start of a line only; a backslash before a digit would be shown. */
const LINE_START = /^(\s*\d*)([#>+-]|(?<=\d)\.)/gm;

/** Would call people together; a zero-width space takes that from it, whatever else is set. */
const CALL = /@(?=everyone|here)/g;

/** Text as Discord shows it, sign by sign. @example escapeMarkdown("a*b"); // "a\\*b" */
export function escapeMarkdown(text: string): string {
  return text.replace(SPECIAL, "\\$&").replace(LINE_START, "$1\\$2").replace(CALL, "@\u200B");
}

/** A block as Discord's Markdown. */
export function blockToMarkdown(block: Block): string {
  switch (block.type) {
    case "title":
      return `## ${escapeMarkdown(block.text)}`;
    case "heading":
      return `### ${escapeMarkdown(block.text)}`;
    case "code":
      return codeFence(block.text);
    case "paragraph":
      return spansToMarkdown(block.spans);
    case "small":
      return `-# ${spansToMarkdown(block.spans)}`;
    case "list":
      return block.items
        .map(({ mark, spans, below = [] }) =>
          mark === undefined
            ? [`- ${spansToMarkdown(spans)}`, ...below.map(belowToMarkdown)].join("\n")
            : `-# ${escapeMarkdown(mark)} ${spansToMarkdown(spans)}`,
        )
        .join("\n");
  }
}

/** The indent keeps it in its item. */
function belowToMarkdown(spans: readonly Span[]): string {
  return `  ${spansToMarkdown(spans)}`;
}

/** Nothing inside is read as Markdown but the fence itself. */
function codeFence(text: string): string {
  return `\`\`\`\n${text.replaceAll("```", "`\u200B``")}\n\`\`\``;
}

function spansToMarkdown(spans: readonly Span[]): string {
  return spans.map(spanToMarkdown).join("");
}

function spanToMarkdown({ text, style, url }: Span): string {
  const escaped = escapeMarkdown(text);
  if (url !== undefined) return `[${escaped}](${escapeAddress(url)})`;
  if (style === undefined) return escaped;
  // Marks must touch the word, so white space at the ends stays outside.
  const [, lead = "", inner = "", tail = ""] = /^(\s*)(.*?)(\s*)$/s.exec(escaped) ?? [];
  const mark = style === "strong" ? "**" : "*";
  return inner === "" ? escaped : `${lead}${mark}${inner}${mark}${tail}`;
}

/** Brackets and spaces would end the link early. */
function escapeAddress(url: string): string {
  return url.replace(/[()\s<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
