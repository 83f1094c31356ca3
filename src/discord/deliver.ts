import { DiscordAPIError, HTTPError } from "discord.js";

const RETRIES = 2;
const FIRST_DELAY_MS = 250;

/**
 * Sends, and sends again after a broken connection: the library repeats answers of 5xx by itself, but not a request
 * whose connection closed under it. Safe, since a post carries a nonce and an interaction takes one answer only.
 */
export async function deliver<T>(send: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await send();
    } catch (error) {
      const isAnswer = error instanceof DiscordAPIError || error instanceof HTTPError;
      if (isAnswer || tries >= RETRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_DELAY_MS * 2 ** tries));
    }
  }
}
