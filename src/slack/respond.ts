import type { RespondArguments } from "@slack/bolt";
import type { Reply } from "../chat/reply.js";
import { renderSlack } from "./render.js";

/** Answers through a response_url, which Slack gives for 30 minutes and five answers. */
export type Responder = (responseUrl: string, message: RespondArguments) => Promise<void>;

export interface ResponderOptions {
  readonly timeoutMs: number;
  readonly retries: number;
  readonly firstDelayMs: number;
}

/** An answer through a response_url that Slack did not take. The address is a secret and is not in the message. */
export class RespondFailure extends Error {
  override readonly name = "RespondFailure";
  readonly status: number;

  constructor(status: number) {
    super(`Slack answered ${status} to a response_url`);
    this.status = status;
  }
}

/**
 * Sends, and tries again after a network fault or an answer of 5xx or 429: a response_url is answered by nothing else.
 *
 * @throws {RespondFailure} where Slack refuses, or goes on failing
 */
export function createResponder(
  { timeoutMs, retries, firstDelayMs }: ResponderOptions,
  send: typeof fetch = fetch,
): Responder {
  const attempt = async (url: string, body: string): Promise<number> => {
    try {
      const response = await send(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      return response.status;
    } catch {
      // No answer at all: told from an answer of Slack's by its status.
      return 0;
    }
  };
  return async (responseUrl, message) => {
    const body = JSON.stringify(message);
    for (let tries = 0; ; tries++) {
      const status = await attempt(responseUrl, body);
      if (status >= 200 && status < 300) return;
      const mayPass = status === 0 || status === 429 || status >= 500;
      if (!mayPass || tries >= retries) throw new RespondFailure(status);
      await new Promise((resolve) => setTimeout(resolve, firstDelayMs * 2 ** tries));
    }
  };
}

/** A reply as an answer through a response_url. */
export function answerOf(reply: Reply, isPrivate: boolean): RespondArguments {
  return {
    ...renderSlack(reply),
    response_type: isPrivate ? "ephemeral" : "in_channel",
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** A short word to the one who acted, seen by nobody else; what is there stays. */
export function wordOf(text: string): RespondArguments {
  return { response_type: "ephemeral", replace_original: false, text };
}
