import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import type { Block, ListItem, Span, Text } from "../chat/reply.js";

export interface TerminalStyle {
  /** Columns that a line may fill. */
  readonly columns: number;
  readonly colour: boolean;
}

/** Control characters, which would move the cursor or ring the bell, are shown as nothing. */
const CONTROL = /[\p{Cc}\p{Cf}]/gu;
const BULLET = "-";
/** Text in a narrower strip cannot be read. */
const COLUMNS_MIN = 10;

/**
 * A reply as lines of text for a terminal, without a final line break.
 * With colour, emphasis is bold, italic and dim; without, the words alone carry everything.
 */
export function renderTerminal(reply: Text, style: TerminalStyle): string {
  const foot: Block[] = reply.foot ? [{ type: "small", spans: [{ text: reply.foot }] }] : [];
  const parts = [...reply.blocks, ...foot];
  const blocks = parts.map((block) => renderBlock(block, style));
  // A heading belongs to what follows it.
  return blocks
    .map((text, index) => (parts[index]?.type === "heading" ? text : `${text}\n`))
    .join("\n")
    .trimEnd();
}

function renderBlock(block: Block, style: TerminalStyle): string {
  const paint = painter(style.colour);
  switch (block.type) {
    case "title":
      return wrap(paint.title(clean(block.text)), style.columns);
    case "heading":
      return paint.strong(clean(block.text));
    case "code":
      return block.text.split("\n").map(clean).join("\n");
    case "paragraph":
      return wrap(renderSpans(block.spans, style), style.columns);
    case "small":
      return wrap(paint.small(renderSpans(block.spans, style)), style.columns);
    case "list":
      return block.items.map((item) => renderItem(item, style)).join("\n");
  }
}

/** Hanging indent: the mark stands out, the text is aligned behind it. */
function renderItem({ mark = BULLET, spans, below = [] }: ListItem, style: TerminalStyle): string {
  const lead = `${mark} `;
  const indent = " ".repeat(lead.length);
  const lines = [spans, ...below].map((line) =>
    wrap(renderSpans(line, style), style.columns - lead.length),
  );
  const addresses = spans.flatMap(({ url }) => (url ? [`${indent}${clean(url)}`] : []));
  return [lead + lines.join("\n").replaceAll("\n", `\n${indent}`), ...addresses].join("\n");
}

function renderSpans(spans: readonly Span[], { colour }: TerminalStyle): string {
  const paint = painter(colour);
  return spans.map(({ text, style }) => (style ? paint[style](clean(text)) : clean(text))).join("");
}

function painter(colour: boolean) {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    // `styleText` looks at the output by itself otherwise; here the caller has decided.
    colour ? styleText(format, text, { validateStream: false }) : text;
  return {
    title: paint(["bold", "underline"]),
    strong: paint("bold"),
    emphasis: paint("italic"),
    small: paint("dim"),
  };
}

function wrap(text: string, columns: number): string {
  return wrapAnsi(text, Math.max(columns, COLUMNS_MIN), { hard: false });
}

function clean(text: string): string {
  return text.replace(CONTROL, "");
}
