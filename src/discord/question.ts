/** Mentions of people, roles, channels and commands, custom emoji and timestamps, as they stand in a message's text. */
const DISCORD_MARKUP = /<(?:@[!&]?\d+|#\d+|\/[^:>]+:\d+|a?:\w+:\d+|t:-?\d+(?::\w)?)>/g;

/** The question in a message: its text without Discord's markup. */
export function questionIn(content: string): string {
  return content.replace(DISCORD_MARKUP, " ").replace(/\s+/g, " ").trim();
}
