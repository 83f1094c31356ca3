import { Document, isScalar, isSeq } from "yaml";
import { EVENTS, slackManifest } from "../slack/manifest.js";
import { SCOPES } from "../slack/scopes.js";

/**
 * Slack's manifest as text, with what each right and each event is for behind it.
 *
 * @param address - where Slack reaches the bot, like "https://bot.example.org"; absent for Socket Mode
 */
export function manifestYaml(address?: string): string {
  const document = new Document(slackManifest(address));
  explain(document, ["oauth_config", "scopes", "bot"], SCOPES);
  explain(document, ["settings", "event_subscriptions", "bot_events"], EVENTS);
  return document.toString();
}

function explain(
  document: Document,
  path: readonly string[],
  reasons: Readonly<Record<string, string>>,
): void {
  const list = document.getIn(path, true);
  if (!isSeq(list)) return;
  for (const item of list.items) {
    if (isScalar(item)) item.comment = ` ${reasons[String(item.value)]}`;
  }
}
