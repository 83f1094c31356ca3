import { APP_TOKEN, BOT_TOKEN, type FakeSlack } from "../fakes/slack/fake-slack.js";
import { SIGNING_SECRET } from "../fakes/slack/signed.js";
import { type RunningBot, startBot, untilLogged } from "./bot.js";

/** The two ways in which Slack reaches the bot. All that is promised of one is promised of the other. */
export const TRANSPORTS = ["Socket Mode", "HTTP"] as const;
export type TransportName = (typeof TRANSPORTS)[number];

export function slackEnv(slack: FakeSlack, transport: TransportName): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    ...(transport === "HTTP"
      ? { SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: "0" }
      : { SLACK_APP_TOKEN: APP_TOKEN }),
  };
}

/** A bot that is ready for what the fake sends it. */
export async function startSlackBot(
  slack: FakeSlack,
  transport: TransportName,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningBot> {
  const bot = startBot({ ...slackEnv(slack, transport), ...env });
  await meetSlack(bot, slack, transport);
  return bot;
}

/** Waits until a bot is ready, and tells the fake where it listens. */
export async function meetSlack(bot: RunningBot, slack: FakeSlack, transport: TransportName) {
  await untilLogged(bot, "slack ready");
  if (transport === "HTTP") {
    const { port } = await untilLogged(bot, "http listening");
    slack.callAt(`http://127.0.0.1:${String(port)}/slack/events`);
  }
}
