import type { Action, CaseAction } from "./action.js";

/** A piece of text with its emphasis; `url` makes it a link. Never Markdown: renderers escape and mark up. */
export interface Span {
  readonly text: string;
  readonly style?: "strong" | "emphasis";
  readonly url?: string | undefined;
}

/** One line of a list, with the mark before it where it has one: "[3]". */
export interface ListItem {
  readonly mark?: string;
  readonly spans: readonly Span[];
  /** Lines of their own under it. */
  readonly below?: readonly (readonly Span[])[];
}

/** The parts of a reply. A renderer is a `switch` over `type`: a new part fails to compile until every platform has it. */
export type Block =
  | { readonly type: "title"; readonly text: string }
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "paragraph"; readonly spans: readonly Span[] }
  | { readonly type: "list"; readonly items: readonly ListItem[] }
  | { readonly type: "small"; readonly spans: readonly Span[] }
  /** To be copied sign by sign. */
  | { readonly type: "code"; readonly text: string };

/** A button: what it is called, and what it does. */
export interface Button {
  readonly label: string;
  readonly action: Action;
}

/** A menu: what it is called while closed, and what each of its lines does. */
export interface Menu {
  readonly label: string;
  /** At most 25. */
  readonly items: readonly Button[];
}

/** A text to be saved and opened in another program. */
export interface ReplyFile {
  /** Plain letters, digits and hyphens, with the ending that programs know: "baruch-plan-1946.bib". */
  readonly name: string;
  readonly text: string;
}

/** What the bot says, before any platform has a say in how it looks. */
export interface Reply {
  readonly blocks: readonly Block[];
  /** The line at the foot of every page: which entry this is. A follow-up reads the case from it. */
  readonly foot?: string;
  /** All code blocks in one piece. Where a platform can attach it, it takes their place; elsewhere they stand. */
  readonly file?: ReplyFile;
  /** In order; at most four, since one to the next page may join them. */
  readonly buttons: readonly Button[];
  readonly menu?: Menu | undefined;
  /** What shows this very reply again: pages are turned with it. Absent where there is nothing to open. */
  readonly self?: CaseAction;
}

/** A reply without controls, for places that have none. */
export type Text = Pick<Reply, "blocks" | "foot" | "file">;

/** The blocks beside an attached file: what is in it is not said twice. */
export function blocksBesideFile({ blocks }: Text): readonly Block[] {
  return blocks.filter(({ type }) => type !== "code");
}

/** One sentence and nothing else. */
export function textReply(text: string): Reply {
  return { blocks: [note(text)], buttons: [] };
}

/** One sentence of the bot's own, as a paragraph. */
export function note(text: string): Block {
  return { type: "paragraph", spans: [plain(text)] };
}

export function plain(text: string): Span {
  return { text };
}

export function strong(text: string): Span {
  return { text, style: "strong" };
}

export function emphasis(text: string): Span {
  return { text, style: "emphasis" };
}
