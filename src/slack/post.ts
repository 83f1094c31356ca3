import type { WebClient } from "@slack/web-api";
import type { Reply } from "../chat/reply.js";
import { renderSlack } from "./render.js";

export interface Place {
  /** A conversation, or a person: then in the direct messages with the app. */
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

/** Posts a reply as a message of its own. */
export async function post(
  client: WebClient,
  { channel, threadTs }: Place,
  reply: Reply,
): Promise<void> {
  await client.chat.postMessage({
    channel,
    ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    ...renderSlack(reply),
    unfurl_links: false,
    unfurl_media: false,
  });
}
