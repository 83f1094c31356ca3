import type { KnownBlock } from "@slack/types";
import { escapeHtml, link } from "./html.js";

/** Draws the blocks that would be sent to Slack, much as Slack would. */
export function slackHtml(blocks: readonly KnownBlock[]): string {
  return blocks.map(blockHtml).join("\n");
}

function blockHtml(block: KnownBlock): string {
  switch (block.type) {
    case "header":
      return `<h2>${escapeHtml(block.text.text)}</h2>`;
    case "section":
      return `<p>${mrkdwnHtml(block.text?.text ?? "")}</p>`;
    case "context":
      return `<p class="small">${block.elements
        .map((element) => ("text" in element ? mrkdwnHtml(element.text) : ""))
        .join(" ")}</p>`;
    case "actions":
      return `<div class="row">${block.elements
        .map((element) => {
          if (element.type === "button") return `<button>${escapeHtml(element.text.text)}</button>`;
          if (element.type === "static_select")
            return `<button>${escapeHtml(element.placeholder?.text ?? "")} ▾</button>`;
          return "";
        })
        .join("")}</div>`;
    default:
      return "";
  }
}

/** The part of Slack's mrkdwn that the renderer uses. The text is escaped by the renderer already. */
function mrkdwnHtml(text: string): string {
  return text
    .replace(/<([^|>]+)\|([^>]*)>/g, (_all, address: string, label: string) =>
      link(address.replaceAll("&amp;", "&"), label),
    )
    .replace(/(^|[\s(])\*([^*\n]+)\*(?=$|[\s.,:;)])/gm, "$1<b>$2</b>")
    .replace(/(^|[\s(])_([^_\n]+)_(?=$|[\s.,:;)])/gm, "$1<i>$2</i>")
    .replaceAll("\u200B", "")
    .replaceAll("\n", "<br>\n");
}
