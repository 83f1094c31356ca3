import {
  OTHER_USER_ID as DISCORD_OTHER,
  USER_ID as DISCORD_USER,
  TOKEN,
} from "../fakes/discord/fake-discord.js";
import {
  ADMIN_USER_ID,
  APP_TOKEN,
  BOT_TOKEN,
  OTHER_USER_ID as SLACK_OTHER,
  USER_ID as SLACK_USER,
} from "../fakes/slack/fake-slack.js";
import { SIGNING_SECRET } from "../fakes/slack/signed.js";

/** What no bot may ever write: who asked, in which words, and whatever opens a door. */
const NEVER: readonly (string | RegExp)[] = [
  // The slip with which most tests ask; no entry has it.
  /litvinof\b/i,
  DISCORD_USER,
  DISCORD_OTHER,
  SLACK_USER,
  SLACK_OTHER,
  ADMIN_USER_ID,
  TOKEN,
  BOT_TOKEN,
  APP_TOKEN,
  SIGNING_SECRET,
  // An interaction's token, and the path of a response_url.
  /\btoken-\d{5,}/,
  /\/response\/\w/,
];

/** The lines of a bot's output that hold something of that, or of what is given. */
export function leaksIn(output: string, also: readonly (string | RegExp)[] = []): string[] {
  return output
    .split("\n")
    .filter((line) =>
      [...NEVER, ...also].some((one) =>
        typeof one === "string" ? line.includes(one) : one.test(line),
      ),
    );
}
