import path from "node:path";
import { pathToFileURL } from "node:url";
import { startFakeDiscord, TOKEN } from "../../test/fakes/discord/fake-discord.js";
import { startFakeSlack } from "../../test/fakes/slack/fake-slack.js";
import { type RunningBot, startProgram, untilLogged } from "../../test/helpers/bot.js";
import { slackEnv, type TransportName } from "../../test/helpers/slack-bot.js";
import { discordStage } from "../stage/discord-stage.js";
import { slackStage } from "../stage/slack-stage.js";
import type { Stage } from "../stage/stage.js";

/** Ours and the smallest bot, each in a process of its own on a fake platform of its own. */
export interface Pair {
  readonly name: string;
  readonly way: string;
  readonly ours: Candidate;
  readonly smallest: Candidate;
  readonly stop: () => Promise<void>;
}

export interface Candidate {
  readonly stage: Stage;
  readonly bot: RunningBot;
}

const READY_MS = 60_000;
const SMALLEST = {
  discord: "bench/bench/load/smallest-discord.js",
  slack: "bench/bench/load/smallest-slack.js",
};
const OURS = "main.js";

/** As `npm start` and the image start ours. */
const YOUNG = "--max-semi-space-size=4";
/** The library's cap is raised in both alike. */
export const RAISED = {
  NODE_OPTIONS: `${YOUNG} --import=${pathToFileURL(path.join(import.meta.dirname, "raise-caps.js")).href}`,
};

export async function discordPair(way: string): Promise<Pair> {
  const start = async (program: string): Promise<Candidate> => {
    const discord = await startFakeDiscord();
    const env = { ...RAISED, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl };
    const bot = startProgram(program, [], env);
    await untilLogged(bot, program === OURS ? "discord commands" : "discord ready", READY_MS);
    return { stage: discordStage(discord), bot };
  };
  return pair(`Discord, ${way}`, way, await start(OURS), await start(SMALLEST.discord));
}

export async function slackPair(transport: TransportName, way: string): Promise<Pair> {
  const start = async (program: string): Promise<Candidate> => {
    const slack = await startFakeSlack();
    const bot = startProgram(program, [], { ...RAISED, ...slackEnv(slack, transport) });
    await untilLogged(bot, "slack ready", READY_MS);
    if (transport === "Socket Mode") return { stage: slackStage(slack), bot };
    const { port } = await untilLogged(bot, "http listening");
    const url = `http://127.0.0.1:${String(port)}/slack/events`;
    return { stage: slackStage(slack, [url]), bot };
  };
  const name = `Slack over ${transport === "HTTP" ? "HTTP" : "a socket"}, ${way}`;
  return pair(name, way, await start(OURS), await start(SMALLEST.slack));
}

function pair(name: string, way: string, ours: Candidate, smallest: Candidate): Pair {
  const both = [ours, smallest];
  return {
    name,
    way,
    ours,
    smallest,
    async stop() {
      await Promise.all(both.map(({ bot }) => bot.stop()));
      await Promise.all(both.map(({ stage }) => stage.stop()));
    },
  };
}
