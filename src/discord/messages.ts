import {
  type Client,
  DiscordAPIError,
  type Message,
  type MessageCreateOptions,
  MessageFlags,
  type OmitPartialGroupDMChannel,
  RESTJSONErrorCodes,
} from "discord.js";
import { mentionedCase } from "../chat/mentioned-case.js";
import { note, type Reply, textReply } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import type { Desk } from "../desk/desk.js";
import type { Logger } from "../logger.js";
import { deliver } from "./deliver.js";
import { classifyFailure } from "./failures.js";
import { missingToAnswer, type NeededPermission } from "./permissions.js";
import { authorOf, placeOfMessage } from "./place.js";
import { questionIn } from "./question.js";
import { renderDiscord } from "./render.js";

type IncomingMessage = OmitPartialGroupDMChannel<Message>;

/** Messages looked back upon in a direct conversation, to find what a follow-up is about. */
const LOOK_BACK_MESSAGES = 10;

export interface MessageDependencies {
  readonly client: Client<true>;
  readonly desk: Desk;
  readonly log: Logger;
}

/**
 * Answers a message that is meant for the bot: a direct message, a mention by name, or a follow-up in reply to one of
 * its answers. Everything else gets nothing.
 */
export async function handleMessage(
  message: IncomingMessage,
  { client, desk, log }: MessageDependencies,
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

  const about = await caseBefore(message, client, isDirect, log);
  // A reply to something else is nothing to us, and is not counted either.
  if (!isDirect && !isMentioned && about === undefined) return;
  if (!(await desk.isFirst(`discord:${message.id}`))) return;
  const reception = await desk.receive(placeOfMessage(message), authorOf(message));
  if (reception.kind === "off") return;
  if (reception.kind === "limited") {
    // Said once, so that the words about too many messages are none too many themselves.
    if (reception.isFirst) await post(message, textReply(reception.word), log);
    return;
  }
  const { chat } = reception.visit;
  const invocation = {
    via: isDirect ? "direct" : "mention",
    question: questionIn(message.content),
    about,
    asker: message.author.id,
    isPrivate: false,
  } as const;
  if (isDirect || isMentioned) {
    await post(message, chat.answer(invocation), log);
  } else if (about !== undefined) {
    const reply = chat.followUp({ ...invocation, about });
    if (reply) await post(message, reply, log);
  }
}

/** The case of the answer that a message replies to; in a direct conversation, of the last answer. */
async function caseBefore(
  message: IncomingMessage,
  client: Client<true>,
  isDirect: boolean,
  log: Logger,
): Promise<string | undefined> {
  const isOwn = ({ author }: Message) => author.id === client.user.id;
  // The message may be gone by now, or the history closed to the bot: then there is nothing to follow up.
  const unread = (err: unknown): undefined => {
    log.info({ failure: classifyFailure(err) }, "discord: what came before could not be read");
  };
  if (message.reference?.messageId) {
    const parent = await message.fetchReference().catch(unread);
    return parent && isOwn(parent) ? caseOf(parent) : undefined;
  }
  if (!isDirect) return undefined;
  const before = await message.channel.messages
    .fetch({ limit: LOOK_BACK_MESSAGES, before: message.id, cache: false })
    .catch(unread);
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

/**
 * Answers in reply to the message, in its channel or thread. Where the bot may not, the answer goes to the asker
 * directly, with the reason: a reaction would need one right more and tell nothing.
 */
async function post(message: IncomingMessage, reply: Reply, log: Logger): Promise<void> {
  const missing = missingThere(message);
  if (missing.length > 0) return sendDirectly(message, reply, missing, log);
  try {
    await deliver(() => message.reply({ ...messageOf(message, reply), failIfNotExists: false }));
  } catch (error) {
    if (mayNotReply(error)) {
      // Without the right to read the history there can be no reference to the question.
      const { channel } = message;
      await deliver<Message>(() => channel.send(messageOf(message, reply)));
    } else if (classifyFailure(error) === "forbidden" && message.inGuild()) {
      await sendDirectly(message, reply, [], log);
    } else {
      throw error;
    }
  }
}

function missingThere({ channel, client }: IncomingMessage): NeededPermission[] {
  if (channel.isDMBased()) return [];
  // Unknown where the server has not been loaded; then it is tried.
  const granted = channel.permissionsFor(client.user);
  return granted ? missingToAnswer(granted, channel.isThread()) : [];
}

async function sendDirectly(
  message: IncomingMessage,
  reply: Reply,
  missing: readonly NeededPermission[],
  log: Logger,
): Promise<void> {
  const names = missing.map(({ name }) => name);
  log.warn({ missing: names }, "may not answer there, so directly");
  const told = { ...reply, blocks: [note(STRINGS.notThere(names)), ...reply.blocks] };
  await deliver(() => message.author.send(messageOf(message, told)));
}

function messageOf(message: IncomingMessage, reply: Reply): MessageCreateOptions {
  return {
    components: renderDiscord(reply),
    flags: [MessageFlags.IsComponentsV2],
    allowedMentions: { parse: [], repliedUser: false },
    // A repeat of a post whose response was lost returns the first message.
    nonce: message.id,
    enforceNonce: true,
  };
}

function mayNotReply(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory
  );
}
