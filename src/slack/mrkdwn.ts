import type { Block, ListItem, Span } from "../chat/reply.js";

/**
 * Text as Slack shows it. The three signs of Slack's own markup are escaped, so that nothing can mention or link; the
 * signs of formatting cannot be, so a zero-width space takes their effect from them.
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function escapeMrkdwn(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/([*_~`])/g, "\u200B$1\u200B");
}

const BULLET = "•";

/** A block as Slack's mrkdwn. */
export function blockToMrkdwn(block: Block): string {
  switch (block.type) {
    case "title":
    case "heading":
      return `*${escapeMrkdwn(block.text)}*`;
    case "code":
      return codeFence(block.text);
    case "paragraph":
    case "small":
      return spansToMrkdwn(block.spans);
    case "list":
      return block.items
        .map(({ mark = BULLET, spans, below = [] }) =>
          [`${escapeMrkdwn(mark)} ${spansToMrkdwn(spans)}`, ...below.map(spansToMrkdwn)].join("\n"),
        )
        .join(gapOf(block.items));
  }
}

/** Between items: items of several lines stand apart. */
export function gapOf(items: readonly ListItem[]): string {
  return items.some(({ below = [] }) => below.length > 0) ? "\n\n" : "\n";
}

/** Inside, the three signs of Slack's markup still count; a fence would end it. */
function codeFence(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `\`\`\`\n${escaped.replaceAll("```", "`\u200B``")}\n\`\`\``;
}

function spansToMrkdwn(spans: readonly Span[]): string {
  return spans.map(spanToMrkdwn).join("");
}

function spanToMrkdwn({ text, style, url }: Span): string {
  const escaped = escapeMrkdwn(text);
  if (url !== undefined) return `<${escapeAddress(url)}|${escaped.replaceAll("|", "¦")}>`;
  if (style === undefined) return escaped;
  // Marks must touch the word, so white space at the ends stays outside.
  const [, lead = "", inner = "", tail = ""] = /^(\s*)(.*?)(\s*)$/s.exec(escaped) ?? [];
  const mark = style === "strong" ? "*" : "_";
  return inner === "" ? escaped : `${lead}${mark}${inner}${mark}${tail}`;
}

function escapeAddress(url: string): string {
  return url
    .replaceAll("&", "&amp;")
    .replace(/[<>|\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
