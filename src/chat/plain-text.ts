import type { Block, Text } from "./reply.js";

/** A reply in plain words, for notifications and screen readers. Derived, so that it never says anything else. */
export function replyToText({ blocks, foot }: Text): string {
  return [...blocks.map(blockToText), ...(foot ? [foot] : [])].join("\n");
}

function blockToText(block: Block): string {
  switch (block.type) {
    case "title":
    case "heading":
    case "code":
      return block.text;
    case "paragraph":
    case "small":
      return block.spans.map(({ text }) => text).join("");
    case "list":
      return block.items
        .map(({ mark = "-", spans }) => `${mark} ${spans.map(({ text }) => text).join("")}`)
        .join("\n");
  }
}
