import type { BlockAction } from "@slack/bolt";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import type { Responder } from "./respond.js";

/**
 * Takes the message away that carries the button. It is asked for by its own time, so it goes also where the message that
 * it answers is gone; an answer that came through a response_url, in a channel without the bot, goes the way it came.
 */
export async function dismiss(
  { container, response_url: responseUrl }: BlockAction,
  client: WebClient,
  respond: Responder,
): Promise<void> {
  const { channel_id: channel, message_ts: ts, is_ephemeral: isPrivate } = container;
  if (isPrivate !== true && channel && ts) {
    try {
      await client.chat.delete({ channel, ts });
      return;
    } catch (error) {
      if (!(error instanceof WebAPIPlatformError)) throw error;
    }
  }
  // Slack wants this word alone.
  await respond(responseUrl, { delete_original: true });
}
