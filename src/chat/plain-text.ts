import type { Block, Span, Text } from "./reply.js";

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
      return textOf(block.spans);
    case "list":
      return block.items
        .map(({ mark = "-", spans, below = [] }) =>
          [`${mark} ${textOf(spans)}`, ...below.map((line) => `  ${textOf(line)}`)].join("\n"),
        )
        .join("\n");
  }
}

function textOf(spans: readonly Span[]): string {
  return spans.map(({ text }) => text).join("");
}
