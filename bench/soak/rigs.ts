import { startFakeDiscord, TOKEN } from "../../test/fakes/discord/fake-discord.js";
import { startFakeSlack } from "../../test/fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../../test/helpers/bot.js";
import { startPostgres, whyNoPostgres } from "../../test/helpers/postgres.js";
import { slackEnv, startSlackBot } from "../../test/helpers/slack-bot.js";
import { discordStage } from "../stage/discord-stage.js";
import { slackStage } from "../stage/slack-stage.js";
import type { Connection, Stage } from "../stage/stage.js";
import type { Excuse } from "./excuses.js";

/** Bots on a fake platform, ready to be asked. */
export interface Rig {
  readonly name: string;
  readonly platform: Excuse["of"];
  readonly stage: Stage & Partial<Connection>;
  readonly stop: () => Promise<void>;
}

export type RigMaker = () => Promise<Rig>;

/** Two connections with one token, as while a new version takes over from the old one. */
export const discordTwice: RigMaker = async () => {
  const discord = await startFakeDiscord();
  const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl };
  const bots = [startBot(env), startBot(env)];
  await Promise.all(bots.map((bot) => untilLogged(bot, "discord commands", 60_000)));
  return rig("Discord, two processes", "discord", discordStage(discord), bots);
};

export const slackSocket: RigMaker = async () => {
  const slack = await startFakeSlack();
  const bot = await startSlackBot(slack, "Socket Mode");
  return rig("Slack over a socket", "slack", slackStage(slack), [bot]);
};

/** Each delivery of an event goes to another replica than the one before. */
export const slackReplicas: RigMaker = async () => {
  const [slack, postgres] = await Promise.all([startFakeSlack(), startPostgres()]);
  const env = { ...slackEnv(slack, "HTTP"), DATABASE_URL: postgres.url };
  const bots = [startBot(env), startBot(env)];
  const urls = await Promise.all(
    bots.map(async (bot) => {
      await untilLogged(bot, "slack ready", 60_000);
      const { port } = await untilLogged(bot, "http listening");
      return `http://127.0.0.1:${String(port)}/slack/events`;
    }),
  );
  const { drop: _1, askReconnect: _2, ready: _3, ...stage } = slackStage(slack, urls);
  return rig("Slack over HTTP, two replicas on one Postgres", "slack", stage, bots, postgres.stop);
};

/** All that can run here; and why the rest cannot. */
export function rigMakers(): { makers: RigMaker[]; skipped: string | undefined } {
  const skipped = whyNoPostgres();
  const makers = [discordTwice, slackSocket, ...(skipped ? [] : [slackReplicas])];
  return { makers, skipped };
}

function rig(
  name: string,
  platform: Excuse["of"],
  stage: Stage & Partial<Connection>,
  bots: readonly RunningBot[],
  also: () => Promise<void> = async () => {},
): Rig {
  return {
    name,
    platform,
    stage,
    async stop() {
      await Promise.all(bots.map((bot) => bot.stop()));
      await stage.stop();
      await also();
    },
  };
}
