import type { WebClient } from "@slack/web-api";
import { blocksBesideFile, note, type Reply } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import type { Logger } from "../logger.js";
import type { Place } from "./post.js";

/**
 * Puts a reply's file beside it in direct messages. In a channel a file would be for everybody to see, and an answer to
 * a button is for one: there its code blocks stand, to be copied.
 *
 * @returns the reply that goes with the file; the reply as it was where there is none, or where Slack did not take it
 */
export async function withFile(
  client: WebClient,
  { channel, threadTs }: Place,
  reply: Reply,
  log: Logger,
): Promise<Reply> {
  const { file, ...rest } = reply;
  if (!file || !isDirect(channel)) return reply;
  const upload = { channel_id: channel, filename: file.name, content: file.text };
  try {
    await client.filesUploadV2(
      threadTs === undefined ? upload : { ...upload, thread_ts: threadTs },
    );
  } catch (err) {
    log.warn({ err }, "slack did not take a file; it is shown as text");
    return reply;
  }
  return { ...rest, blocks: [...blocksBesideFile(reply), note(STRINGS.fileSent(file.name))] };
}

/** Conversations of two begin with D. */
function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}
