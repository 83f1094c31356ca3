import type { App, KnownEventFromType } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { mentionedCase } from "../chat/mentioned-case.js";
import { textReply } from "../chat/reply.js";
import type { Logger } from "../logger.js";
import type { Handlers } from "./handlers.js";
import { post } from "./post.js";
import { questionIn } from "./question.js";

/** Messages of a thread read to find what a follow-up is about. Slack gives the oldest first, and only so many at once. */
const LOOK_BACK_MESSAGES = 200;
/** Kinds of message that somebody wrote himself: with a file, or from a thread to all. */
const WRITTEN_SUBTYPES: ReadonlySet<string | undefined> = new Set([
  undefined,
  "file_share",
  "thread_broadcast",
]);

/** Mentions in channels and direct messages: each answered once, in its thread. */
export function listenToEvents(app: App, { take, log }: Handlers): void {
  app.event("app_mention", async ({ event, client, context }) => {
    if (event.bot_id || event.user === undefined) return;
    const { channel, user: asker, thread_ts: threadTs } = event;
    const place = { channel, threadTs: threadTs ?? event.ts };
    take({
      id: `${channel}:${event.ts}`,
      doer: { teamId: context.teamId, channel, userId: asker, client },
      serve({ chat }) {
        const question = questionIn(event.text);
        const reply = chat.answer({ via: "mention", question, asker, isPrivate: false });
        return post(client, place, reply);
      },
      tell: (word) => post(client, place, textReply(word)),
      // Nobody else need read why somebody was not answered.
      async refuse(text) {
        const where = threadTs === undefined ? { channel } : { channel, thread_ts: threadTs };
        await client.chat.postEphemeral({ ...where, user: asker, text });
      },
    });
  });

  app.event("message", async ({ event, client, context }) => {
    // The other subtypes are an edit, a deletion, a bot's message and the like: none of them a question.
    if (event.channel_type !== "im" || !WRITTEN_SUBTYPES.has(event.subtype)) return;
    const { channel, ts, user, text = "", thread_ts: threadTs, bot_id: botId } = wordsOf(event);
    if (botId || user === undefined) return;
    const place = { channel, threadTs: threadTs ?? ts };
    take({
      id: `${channel}:${ts}`,
      // Not the conversation: what holds in direct messages is what holds in the whole workspace.
      doer: { teamId: context.teamId, channel: "", userId: user, client },
      async serve({ chat }) {
        const about =
          threadTs === undefined
            ? undefined
            : await caseOfThread(client, { channel, threadTs, botId: context.botId, log });
        const reply = chat.answer({
          via: "direct",
          question: questionIn(text),
          about,
          asker: user,
          isPrivate: false,
        });
        await post(client, place, reply);
      },
      tell: (word) => post(client, place, textReply(word)),
    });
  });
}

/** What a message has that somebody wrote. */
interface Written {
  readonly channel: string;
  readonly ts: string;
  readonly user?: string | undefined;
  readonly text?: string | undefined;
  readonly thread_ts?: string | undefined;
  readonly bot_id?: string | undefined;
}

function wordsOf(event: KnownEventFromType<"message">): Written {
  return event;
}

interface Thread {
  readonly channel: string;
  readonly threadTs: string;
  readonly botId: string | undefined;
  readonly log: Logger;
}

/** The case of the bot's last answer in a thread; none where the thread cannot be read. */
async function caseOfThread(
  client: WebClient,
  { channel, threadTs: ts, botId, log }: Thread,
): Promise<string | undefined> {
  try {
    const { messages = [] } = await client.conversations.replies({
      channel,
      ts,
      limit: LOOK_BACK_MESSAGES,
    });
    return messages
      .filter((message) => message.bot_id !== undefined && message.bot_id === botId)
      .map((message) => mentionedCase(JSON.stringify(message.blocks ?? message.text ?? "")))
      .findLast((found) => found !== undefined);
  } catch (err) {
    log.warn({ err }, "slack: a thread could not be read");
    return undefined;
  }
}
