import { WebAPIPlatformError } from "@slack/web-api";
import type { FailureKind } from "../chat/adapter.js";
import { isTokenError } from "./connection.js";

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

/** A form must be opened within three seconds. */
const EXPIRED_TRIGGER = "expired_trigger_id";

/** What a failed call to Slack means for us. */
export function classifyFailure(error: unknown): FailureKind {
  if (isTokenError(error)) return "token";
  if (!(error instanceof WebAPIPlatformError)) return "other";
  if (error.data.error === EXPIRED_TRIGGER) return "expired";
  return FORBIDDEN.has(error.data.error) ? "forbidden" : "other";
}
