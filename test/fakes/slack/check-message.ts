/**
 * What Slack refuses in a message or a view, written down apart from the project's own table of limits. Returns what is
 * wrong; nothing where it is fine.
 */
export interface FakeBlock {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly elements?: FakeElement[];
  readonly element?: FakeElement;
  readonly label?: { readonly text: string };
}

export interface FakeElement {
  readonly type: string;
  readonly text?: string | { readonly text: string };
  readonly action_id?: string;
  readonly value?: string;
  readonly max_length?: number;
  readonly placeholder?: { readonly text: string };
  readonly options?: { readonly text: { readonly text: string }; readonly value: string }[];
}

export interface FakeMessage {
  readonly text?: string;
  readonly blocks?: FakeBlock[];
}

const KNOWN_BLOCKS = new Set(["header", "section", "context", "actions", "divider", "input"]);

function textsOf(block: FakeBlock): string[] {
  return [
    block.text?.text ?? "",
    ...(block.elements ?? []).map(({ text }) =>
      typeof text === "string" ? text : (text?.text ?? ""),
    ),
  ].filter((text) => text !== "");
}

export function textOfBlocks(blocks: readonly FakeBlock[] = []): string {
  return blocks
    .filter(({ type }) => type !== "actions")
    .flatMap(textsOf)
    .join("\n");
}

export function buttonsOfBlocks(blocks: readonly FakeBlock[] = []): FakeElement[] {
  return blocks.filter(({ type }) => type === "actions").flatMap(({ elements = [] }) => elements);
}

/** All that Slack reads for mentions; what a button sends back is not among it. */
function shownOf(message: object): string {
  return JSON.stringify(message, (key, value: unknown) => (key === "value" ? undefined : value));
}

/** @param isChatCall - the sum of texts is limited in chat.* calls, not through a response_url */
export function faultsOfMessage({ text, blocks = [] }: FakeMessage, isChatCall: boolean): string[] {
  const faults = blocks.flatMap(faultsOfBlock);
  if (!text && blocks.length === 0) faults.push("no_text");
  if (blocks.length > 0 && !text) faults.push("no text beside the blocks");
  if ((text ?? "").length > 4000) faults.push("a long text beside the blocks");
  if (blocks.length > 50) faults.push(`${blocks.length} blocks`);
  const chars = blocks.flatMap(textsOf).join("").length;
  if (isChatCall && chars > 12_000) faults.push("msg_blocks_too_long");
  // Anything of the kind would call people together.
  if (/<!(?:channel|here|everyone|subteam)|<@/.test(shownOf({ text, blocks }))) {
    faults.push("it mentions somebody");
  }
  return faults;
}

export function faultsOfBlock(block: FakeBlock): string[] {
  const faults: string[] = [];
  const length = block.text?.text.length ?? 0;
  if (!KNOWN_BLOCKS.has(block.type)) faults.push(`a block of type ${block.type}`);
  if (block.type === "section" && (length < 1 || length > 3000))
    faults.push(`section of ${length}`);
  if (block.type === "header" && (length < 1 || length > 150)) faults.push(`header of ${length}`);
  if (block.type === "context" && (block.elements ?? []).length > 10) faults.push("context");
  if (block.type === "actions") {
    const elements = block.elements ?? [];
    const ids = elements.map(({ action_id }) => action_id);
    if (elements.length < 1 || elements.length > 25) faults.push("actions");
    if (new Set(ids).size < ids.length) faults.push("an action_id twice");
    for (const element of elements) {
      const { type, text, value, action_id } = element;
      if (type === "static_select") {
        faults.push(...faultsOfSelect(element));
        continue;
      }
      if (typeof text !== "object" || text.text.length > 75) faults.push("a button's text");
      if ((value ?? "").length > 2000) faults.push("a button's value");
      if ((action_id ?? "").length > 255) faults.push("an action_id");
    }
  }
  return faults;
}

function faultsOfSelect({ options = [], placeholder, action_id = "" }: FakeElement): string[] {
  const faults: string[] = [];
  const values = options.map(({ value }) => value);
  if (options.length < 1 || options.length > 100) faults.push(`a menu of ${options.length}`);
  if (new Set(values).size < values.length) faults.push("a menu's value twice");
  if ((placeholder?.text.length ?? 0) > 150) faults.push("a menu's placeholder");
  if (action_id.length < 1 || action_id.length > 255) faults.push("an action_id");
  for (const line of options.flatMap(({ text, value }) => [text.text, value])) {
    if (line.length < 1 || line.length > 75) faults.push("a menu's line");
  }
  return faults;
}

export interface FakeView {
  readonly type: string;
  readonly callback_id?: string;
  readonly title?: { readonly text: string };
  readonly submit?: { readonly text: string };
  readonly close?: { readonly text: string };
  readonly private_metadata?: string;
  readonly blocks: FakeBlock[];
}

/** What an input may hold, as far as we use it. */
const KNOWN_INPUTS = new Set([
  "external_select",
  "plain_text_input",
  "static_select",
  "conversations_select",
  "checkboxes",
]);

export function faultsOfView(view: FakeView): string[] {
  const faults = view.blocks.flatMap(faultsOfBlock);
  if (!["modal", "home"].includes(view.type)) faults.push(`a view of type ${view.type}`);
  if (view.type === "modal" && !view.title) faults.push("a form without a title");
  const ids = view.blocks.flatMap(({ block_id: id }) => (id === undefined ? [] : [id]));
  if (new Set(ids).size < ids.length) faults.push("a block_id twice");
  for (const part of [view.title, view.submit, view.close]) {
    if (part && part.text.length > 24) faults.push(`"${part.text}" in a view`);
  }
  if ((view.private_metadata ?? "").length > 3000) faults.push("private_metadata");
  if (view.blocks.length > 100) faults.push("blocks");
  for (const { type, element, label } of view.blocks) {
    if (type === "input" && !(element && KNOWN_INPUTS.has(element.type))) faults.push("an input");
    if (type === "input" && !(label?.text && label.text.length <= 2000)) faults.push("a label");
    if (element?.type === "static_select") faults.push(...faultsOfSelect(element));
    if ((element?.placeholder?.text.length ?? 0) > 150) faults.push("a placeholder");
    if ((element?.max_length ?? 0) > 3000) faults.push("an input's length");
    if (element?.type === "checkboxes" && (element.options?.length ?? 0) > 10) faults.push("boxes");
  }
  return faults;
}
