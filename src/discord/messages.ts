import {
  type Client,
  type Message,
  MessageFlags,
  type OmitPartialGroupDMChannel,
} from "discord.js";
import type { Chat } from "../chat/chat.js";
import { mentionedCase } from "../chat/mentioned-case.js";
import type { Reply } from "../chat/reply.js";
import { deliver } from "./deliver.js";
import { questionIn } from "./question.js";
import { renderDiscord } from "./render.js";

type IncomingMessage = OmitPartialGroupDMChannel<Message>;

/** Messages looked back upon in a direct conversation, to find what a follow-up is about. */
const LOOK_BACK_MESSAGES = 10;

/**
 * Answers a message that is meant for the bot: a direct message, a mention by name, or a follow-up in reply to one of
 * its answers. Everything else gets nothing.
 */
export async function handleMessage(
  message: IncomingMessage,
  client: Client<true>,
  chat: Chat,
): Promise<void> {
  if (message.author.bot || message.webhookId !== null || message.system) return;
  const isDirect = message.guildId === null;
  const isMentioned = message.mentions.has(client.user, {
    ignoreEveryone: true,
    ignoreRoles: true,
    ignoreRepliedUser: true,
  });
  const isReply = message.reference !== null && message.content !== "";
  if (!isDirect && !isMentioned && !isReply) return;

  const about = await caseBefore(message, client, isDirect);
  const invocation = {
    via: isDirect ? "direct" : "mention",
    question: questionIn(message.content),
    about,
    asker: message.author.id,
    isPrivate: false,
  } as const;
  if (isDirect || isMentioned) {
    await post(message, chat.answer(invocation));
  } else if (about !== undefined) {
    const reply = chat.followUp({ ...invocation, about });
    if (reply) await post(message, reply);
  }
}

/** The case of the answer that a message replies to; in a direct conversation, of the last answer. */
async function caseBefore(
  message: IncomingMessage,
  client: Client<true>,
  isDirect: boolean,
): Promise<string | undefined> {
  const isOwn = ({ author }: Message) => author.id === client.user.id;
  if (message.reference?.messageId) {
    // The message may be gone by now; then there is nothing to follow up.
    const parent = await message.fetchReference().catch(() => undefined);
    return parent && isOwn(parent) ? caseOf(parent) : undefined;
  }
  if (!isDirect) return undefined;
  const before = await message.channel.messages
    .fetch({ limit: LOOK_BACK_MESSAGES, before: message.id, cache: false })
    .catch(() => undefined);
  for (const earlier of before?.values() ?? []) {
    const found = isOwn(earlier) ? caseOf(earlier) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text stands in nested components; the entry's line is found in any of them. */
function caseOf(message: Message): string | undefined {
  return mentionedCase(JSON.stringify(message.components.map((component) => component.toJSON())));
}

async function post(message: IncomingMessage, reply: Reply): Promise<void> {
  await deliver(() =>
    message.reply({
      components: renderDiscord(reply),
      flags: [MessageFlags.IsComponentsV2],
      allowedMentions: { parse: [], repliedUser: false },
      failIfNotExists: false,
      // A repeat of a post whose response was lost returns the first message.
      nonce: message.id,
      enforceNonce: true,
    }),
  );
}
