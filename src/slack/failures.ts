import { WebAPIPlatformError } from "@slack/web-api";
import { isTokenError } from "./connection.js";

/** What a failed call to Slack means for us. */
export type Failure =
  /** The bot may not write there, or the place is gone: nobody is left to be told. */
  | "forbidden"
  /** The token is no longer valid: nothing will work. */
  | "token"
  | "other";

/** Slack's words for a place that takes nothing (https://docs.slack.dev/reference/methods/chat.postMessage). */
const FORBIDDEN: ReadonlySet<string> = new Set([
  "channel_not_found",
  "is_archived",
  "not_in_channel",
  "messages_tab_disabled",
  "restricted_action",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
]);

export function classifyFailure(error: unknown): Failure {
  if (isTokenError(error)) return "token";
  return error instanceof WebAPIPlatformError && FORBIDDEN.has(error.data.error)
    ? "forbidden"
    : "other";
}
