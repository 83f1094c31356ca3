import {
  type APIButtonComponent,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from "discord.js";
import { encodeAction } from "../chat/action.js";
import { pageButton } from "../chat/buttons.js";
import { footOf, paginate } from "../chat/paginate.js";
import { type Block, type Button, blocksBesideFile, type Menu, type Reply } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import { truncate } from "../text.js";
import { DISCORD_LIMITS } from "./limits.js";
import { blockToMarkdown } from "./markdown.js";

/** The bar beside every card. It means nothing; it tells the bot's cards from other messages. */
const ACCENT_COLOUR = 0x9b2d30;
/** Room for the line at the foot, and for the line breaks between blocks. */
const PAGE_RESERVE_CHARS = 250;
const PAGE_CHARS = DISCORD_LIMITS.textChars - PAGE_RESERVE_CHARS;
/** At most this many text displays are used, so that their overhead is known beforehand. */
const TEXTS_MAX = 4;
const PAGE_BYTES =
  DISCORD_LIMITS.textBytes - PAGE_RESERVE_CHARS * 3 - TEXTS_MAX * DISCORD_LIMITS.textOverheadBytes;

/** A reply as the components of a message (Components V2). Its file, if it has one, must be sent along. Pure. */
export function renderDiscord(reply: Reply): APIMessageTopLevelComponent[] {
  const blocks = reply.file ? blocksBesideFile(reply) : reply.blocks;
  const pages = paginate(blocks, { size: PAGE_CHARS, sizeOf: sizeOfBlock });
  const page = (reply.self?.page ?? 0) % pages.length;
  const shown = pages[page] ?? [];
  const { self } = reply;
  const turn = self && pages.length > 1 ? [pageButton(self, pages.length)] : [];
  const buttons = [...turn, ...reply.buttons].map(renderButton);
  const foot = footOf(reply, page, pages.length);
  return [
    {
      type: ComponentType.Container,
      accent_color: ACCENT_COLOUR,
      components: reply.file
        ? [...textDisplays(shown), fileOf(reply.file.name), ...textDisplays(foot)]
        : parted(textDisplays([...shown, ...foot])),
    },
    ...(buttons.length > 0
      ? [{ type: ComponentType.ActionRow as const, components: buttons }]
      : []),
    ...(reply.menu
      ? [{ type: ComponentType.ActionRow as const, components: [renderMenu(reply.menu)] }]
      : []),
  ];
}

/** A line before the last part, which holds the evidence. */
function parted(
  texts: readonly APITextDisplayComponent[],
): (APITextDisplayComponent | APISeparatorComponent)[] {
  const last = texts.at(-1);
  return texts.length < 2 || !last
    ? [...texts]
    : [...texts.slice(0, -1), { type: ComponentType.Separator, divider: true }, last];
}

/** The place of an attached file in the message. */
function fileOf(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** A size in characters that keeps both limits: texts in other scripts have up to three bytes a character. */
function sizeOfBlock(block: Block): number {
  const text = blockToMarkdown(block);
  const bytes = Buffer.byteLength(text);
  return Math.ceil(Math.max(text.length, (bytes * PAGE_CHARS) / PAGE_BYTES)) + "\n\n".length;
}

/**
 * The blocks as text displays: the answer in short first, since notifications and screen readers start there; then a
 * display for each heading.
 */
function textDisplays(blocks: readonly Block[]): APITextDisplayComponent[] {
  if (blocks.length === 0) return [];
  const groups: Block[][] = [[]];
  for (const block of blocks) {
    const startsGroup = block.type === "heading" && groups.length < TEXTS_MAX;
    if (startsGroup && (groups.at(-1)?.length ?? 0) > 0) groups.push([]);
    groups.at(-1)?.push(block);
  }
  return groups.map((group) => ({
    type: ComponentType.TextDisplay,
    content: cutToLimit(group.map(blockToMarkdown).join("\n")),
  }));
}

/** Only a single piece larger than a page comes here too long; it is cut, and says so. */
function cutToLimit(text: string): string {
  if (text.length <= DISCORD_LIMITS.textChars) return text;
  const notice = ` ${STRINGS.cutNotice}`;
  return truncate(text, PAGE_CHARS - notice.length) + notice;
}

/** What is picked says what it does; the menu itself carries nothing. */
export const MENU_ID = "menu";

function renderMenu({ label, items }: Menu): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: MENU_ID,
    placeholder: truncate(label, DISCORD_LIMITS.placeholderChars),
    options: items.slice(0, DISCORD_LIMITS.selectOptions).map((item) => ({
      label: truncate(item.label, DISCORD_LIMITS.selectTextChars),
      value: encodeAction(item.action),
    })),
  };
}

function renderButton({ label, action }: Button): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: truncate(label, DISCORD_LIMITS.buttonLabelChars),
    custom_id: encodeAction(action),
  };
}
