import type { ActionsBlock, KnownBlock, Button as SlackButton, StaticSelect } from "@slack/types";
import { encodeAction } from "../chat/action.js";
import { pageButton } from "../chat/buttons.js";
import { footOf, paginate } from "../chat/paginate.js";
import { replyToText } from "../chat/plain-text.js";
import type { Block, Button, Menu, Reply } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import { truncate } from "../text.js";
import { SLACK_LIMITS } from "./limits.js";
import { blockToMrkdwn, gapOf } from "./mrkdwn.js";

export interface SlackMessage {
  readonly blocks: KnownBlock[];
  /** The same in plain words: notifications and screen readers have only this. */
  readonly text: string;
}

/** A page is kept well under the message's limit: a reader on a phone turns pages more gladly than he scrolls. */
const PAGE_CHARS = 7000;
/** The foot and the controls. */
const PAGE_BLOCKS_RESERVE = 2;

/** A reply as Block Kit. Pure. */
export function renderSlack(reply: Reply): SlackMessage {
  const pages = paginate(reply.blocks, { size: PAGE_CHARS, sizeOf: sizeOfBlock });
  const page = (reply.self?.page ?? 0) % pages.length;
  const shown = pages[page] ?? [];
  const { self } = reply;
  const turn = self && pages.length > 1 ? [pageButton(self, pages.length)] : [];
  const buttons = [...turn, ...reply.buttons].map(renderButton);
  const blocks: KnownBlock[] = shown.flatMap(renderBlock);
  blocks.push(...footOf(reply, page, pages.length).flatMap(renderBlock));
  const controls = [...buttons, ...(reply.menu ? [renderMenu(reply.menu)] : [])];
  if (controls.length > 0) blocks.push(actions(controls));
  return {
    blocks: blocks.slice(0, SLACK_LIMITS.blocks),
    text: truncate(
      blockText(replyToText({ blocks: shown, ...(reply.foot ? { foot: reply.foot } : {}) })),
      SLACK_LIMITS.fallbackChars,
    ),
  };
}

/** In characters, but never less than a block's share of the 50 that a message may have. */
function sizeOfBlock(block: Block): number {
  const share = PAGE_CHARS / (SLACK_LIMITS.blocks - PAGE_BLOCKS_RESERVE);
  const blocks = renderBlock(block).length;
  return Math.max(blockToMrkdwn(block).length + 2, block.type === "list" ? 0 : blocks * share);
}

function renderBlock(block: Block): KnownBlock[] {
  switch (block.type) {
    case "title":
      return [
        {
          type: "header",
          text: { type: "plain_text", text: truncate(block.text, SLACK_LIMITS.headerChars) },
        },
      ];
    case "small":
      return [context(blockToMrkdwn(block))];
    case "heading":
    case "code":
    case "paragraph":
      return [section(blockToMrkdwn(block))];
    case "list":
      return blocksOfItems(block);
  }
}

/**
 * As few blocks as hold the items, none of them over the limit, no item parted. Sources, which have marks, stand in
 * the smaller type of a context.
 */
function blocksOfItems(block: Extract<Block, { type: "list" }>): KnownBlock[] {
  const texts: string[] = [];
  const gap = gapOf(block.items);
  for (const item of block.items) {
    const line = blockToMrkdwn({ type: "list", items: [item] });
    const last = texts.at(-1);
    if (last !== undefined && last.length + gap.length + line.length <= SLACK_LIMITS.sectionChars) {
      texts[texts.length - 1] = `${last}${gap}${line}`;
    } else {
      texts.push(line);
    }
  }
  const isMarked = block.items.some(({ mark }) => mark !== undefined);
  return texts.map(isMarked ? context : section);
}

function section(text: string): KnownBlock {
  return { type: "section", text: { type: "mrkdwn", text: cutToLimit(text) }, expand: true };
}

function context(text: string): KnownBlock {
  return { type: "context", elements: [{ type: "mrkdwn", text: cutToLimit(text) }] };
}

/** Only a single piece larger than a section comes here too long; it is cut, and says so. */
function cutToLimit(text: string): string {
  if (text.length <= SLACK_LIMITS.sectionChars) return text;
  const notice = ` ${STRINGS.cutNotice}`;
  return truncate(text, SLACK_LIMITS.sectionChars - notice.length) + notice;
}

function actions(elements: (SlackButton | StaticSelect)[]): ActionsBlock {
  return { type: "actions", elements };
}

/** Action ids are unique in their block; the action itself travels in the value. */
export const BUTTON_ACTION_PREFIX = "action:";

function renderButton({ label, action }: Button, index: number): SlackButton {
  return {
    type: "button",
    action_id: `${BUTTON_ACTION_PREFIX}${index}`,
    text: { type: "plain_text", text: truncate(label, SLACK_LIMITS.buttonTextChars) },
    value: encodeAction(action, SLACK_LIMITS.buttonValueChars),
  };
}

function renderMenu({ label, items }: Menu): StaticSelect {
  return {
    type: "static_select",
    action_id: `${BUTTON_ACTION_PREFIX}menu`,
    placeholder: { type: "plain_text", text: truncate(label, SLACK_LIMITS.placeholderChars) },
    options: items.slice(0, SLACK_LIMITS.selectOptions).map((item) => ({
      text: { type: "plain_text", text: truncate(item.label, SLACK_LIMITS.optionTextChars) },
      value: encodeAction(item.action),
    })),
  };
}

/** The fallback is read by Slack as mrkdwn too. */
function blockText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
