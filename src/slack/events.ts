import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import type { Chat } from "../chat/chat.js";
import { mentionedCase } from "../chat/mentioned-case.js";
import type { Seen } from "../chat/seen.js";
import type { Logger } from "../logger.js";
import { post } from "./post.js";
import { questionIn } from "./question.js";

export interface Handlers {
  readonly chat: Chat;
  readonly seen: Seen;
  /** Runs work that must be finished before the process ends. */
  readonly run: (work: () => Promise<void>) => void;
  readonly log: Logger;
}

/** Messages of a thread read to find what a follow-up is about. */
const LOOK_BACK_MESSAGES = 20;

/** Mentions in channels and direct messages: each answered once, in its thread. */
export function listenToEvents(app: App, { chat, seen, run }: Handlers): void {
  app.event("app_mention", async ({ event, client }) => {
    if (event.bot_id || event.user === undefined || !seen.isFirst(`${event.channel}:${event.ts}`))
      return;
    const asker = event.user;
    run(async () => {
      const reply = chat.answer({
        via: "mention",
        question: questionIn(event.text),
        asker,
        isPrivate: false,
      });
      await post(client, { channel: event.channel, threadTs: event.thread_ts ?? event.ts }, reply);
    });
  });

  app.event("message", async ({ event, client, context }) => {
    // A subtype is an edit, a deletion, a bot's message and the like: none of them a question.
    if (event.channel_type !== "im" || event.subtype !== undefined || event.bot_id) return;
    if (!seen.isFirst(`${event.channel}:${event.ts}`)) return;
    run(async () => {
      const about = event.thread_ts
        ? await caseOfThread(client, event.channel, event.thread_ts, context.botId)
        : undefined;
      const reply = chat.answer({
        via: "direct",
        question: questionIn(event.text ?? ""),
        about,
        asker: event.user,
        isPrivate: false,
      });
      await post(client, { channel: event.channel, threadTs: event.thread_ts ?? event.ts }, reply);
    });
  });
}

/** The case of the bot's last answer in a thread. */
async function caseOfThread(
  client: WebClient,
  channel: string,
  threadTs: string,
  botId: string | undefined,
): Promise<string | undefined> {
  const { messages = [] } = await client.conversations.replies({
    channel,
    ts: threadTs,
    limit: LOOK_BACK_MESSAGES,
  });
  return messages
    .filter((message) => message.bot_id !== undefined && message.bot_id === botId)
    .map((message) => mentionedCase(JSON.stringify(message.blocks ?? message.text ?? "")))
    .findLast((found) => found !== undefined);
}
