import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { startFakeSlack } from "../fakes/slack/fake-slack.js";
import { startBot, untilLogged } from "../helpers/bot.js";
import { folderOf, RIVER_LEAGUE } from "../helpers/knowledge.js";
import { realAsker } from "../helpers/real.js";
import { meetSlack, slackEnv, startSlackBot } from "../helpers/slack-bot.js";
import { discordDriver } from "./discord-driver.js";
import type { Driver } from "./driver.js";
import { FEATURES, findSamples, type Samples, SMALL } from "./features.js";
import { slackDriver } from "./slack-driver.js";

const PLATFORMS = ["Discord", "Slack", "Slack over HTTP"] as const;
type Drivers = Readonly<Record<(typeof PLATFORMS)[number], Driver>>;

const START_MS = 120_000;
const cleanups: (() => Promise<unknown>)[] = [];
let samples: Samples;
let onAll: Drivers;
let onSmall: Drivers;

beforeAll(async () => {
  samples = findSamples(await realAsker());
  onAll = await startPlatforms({});
  onSmall = await startPlatforms({ KNOWLEDGE_DIR: await smallCollection() });
}, START_MS);

afterAll(async () => {
  for (const clean of cleanups.reverse()) await clean();
});

/** Both platforms in one process, Slack in Socket Mode; and one for Slack over HTTP. */
async function startPlatforms(env: Readonly<Record<string, string>>): Promise<Drivers> {
  const [discord, slack, slackByHttp] = await Promise.all([
    startFakeDiscord(),
    startFakeSlack(),
    startFakeSlack(),
  ]);
  const both = startBot({
    ...env,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
  });
  cleanups.push(discord.stop, slack.stop, slackByHttp.stop, both.stop);
  await untilLogged(both, "discord commands", START_MS);
  await meetSlack(both, slack, "Socket Mode");
  const byHttp = await startSlackBot(slackByHttp, "HTTP", env);
  cleanups.push(byHttp.stop);
  return {
    Discord: discordDriver(discord),
    Slack: slackDriver(slack, "Slack"),
    "Slack over HTTP": slackDriver(slackByHttp, "Slack over HTTP"),
  };
}

/** The invented case as it is, withdrawn, and merged into itself under another name. */
async function smallCollection(): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), "why-rejected-"));
  cleanups.push(() => rm(parent, { recursive: true }));
  const gone = (name: string, status: string) =>
    RIVER_LEAGUE.replaceAll("gazette", `${name}-gazette`)
      .replaceAll("river league", `${name} league`)
      .replace("status: current", `status: ${status}`);
  const files = folderOf({
    [SMALL.current]: RIVER_LEAGUE,
    [SMALL.withdrawn]: gone("withdrawn", "{withdrawn: The source was a forgery.}"),
    [SMALL.moved]: gone("moved", `{moved: ${SMALL.current}}`),
  });
  await mkdir(path.join(parent, "knowledge", "cases"), { recursive: true });
  for (const { file, text } of files) await writeFile(path.join(parent, file), text);
  return path.join(parent, "knowledge");
}

describe.each(PLATFORMS)("%s", (platform) => {
  const wayOf = (feature: (typeof FEATURES)[number]) =>
    platform === "Discord" ? feature.Discord : feature.Slack;

  it.each(FEATURES.filter((feature) => "by" in wayOf(feature)))(
    "has: $name",
    ({ drive, isSmall }) => drive((isSmall ? onSmall : onAll)[platform], samples),
  );

  it.each(FEATURES.filter((feature) => "not" in wayOf(feature)))(
    "has not, for the platform's own reason: $name",
    (feature) => {
      const way = wayOf(feature);
      expect("not" in way && way.not.startsWith(platform.split(" ")[0] ?? "")).toBe(true);
    },
  );

  it("was used within its limits, and mentioned nobody", () => {
    expect([...onAll[platform].refusals(), ...onSmall[platform].refusals()]).toEqual([]);
  });
});
