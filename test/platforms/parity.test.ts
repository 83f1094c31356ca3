import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeDiscord, startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { copyOfKnowledge } from "../helpers/folder.js";
import { RIVER_LEAGUE } from "../helpers/knowledge.js";
import { realAsker } from "../helpers/real.js";
import { meetSlack, slackEnv } from "../helpers/slack-bot.js";
import { discordDriver } from "./discord-driver.js";
import type { Driver } from "./driver.js";
import { FEATURES, findSamples, MOVED, type Samples, WITHDRAWN } from "./features.js";
import { slackDriver } from "./slack-driver.js";

const PLATFORMS = ["Discord", "Slack", "Slack over HTTP"] as const;

const START_MS = 90_000;

let discord: FakeDiscord;
let slack: FakeSlack;
let slackByHttp: FakeSlack;
let bots: RunningBot[] = [];
let samples: Samples;
let removeFolder = async () => {};
const drivers: Partial<Record<(typeof PLATFORMS)[number], Driver>> = {};

/** The invented case among real parties, with names of its own. */
function caseThatIsGone(id: string, status: string): string {
  return RIVER_LEAGUE.replaceAll("ruritania", "soviet-union")
    .replaceAll("graustark]", "britain]")
    .replaceAll("by: graustark", "by: britain")
    .replaceAll("gazette", `${id.split("-")[0]}-gazette`)
    .replaceAll("river league", `${id.split("-")[0]} league`)
    .replace("status: current", `status: ${status}`);
}

beforeAll(async () => {
  const { folder, remove } = await copyOfKnowledge();
  removeFolder = remove;
  for (const [id, status] of Object.entries({
    [WITHDRAWN]: "{withdrawn: The source was a forgery.}",
    [MOVED]: "{moved: litvinov-collective-security-1938}",
  })) {
    await writeFile(path.join(folder, "cases", `${id}.yaml`), caseThatIsGone(id, status));
  }
  samples = findSamples(await realAsker());
  [discord, slack, slackByHttp] = await Promise.all([
    startFakeDiscord(),
    startFakeSlack(),
    startFakeSlack(),
  ]);
  const env = { KNOWLEDGE_DIR: folder };
  const both = startBot({
    ...env,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
  });
  const byHttp = startBot({ ...env, ...slackEnv(slackByHttp, "HTTP") });
  bots = [both, byHttp];
  // They compile the changed collection first.
  await Promise.all(bots.map((bot) => untilLogged(bot, "slack ready", START_MS)));
  await untilLogged(both, "discord commands");
  await Promise.all([
    meetSlack(both, slack, "Socket Mode"),
    meetSlack(byHttp, slackByHttp, "HTTP"),
  ]);
  drivers.Discord = discordDriver(discord);
  drivers.Slack = slackDriver(slack, "Slack");
  drivers["Slack over HTTP"] = slackDriver(slackByHttp, "Slack over HTTP");
}, START_MS + 30_000);

afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  await Promise.all([discord.stop(), slack.stop(), slackByHttp.stop(), removeFolder()]);
});

describe.each(PLATFORMS)("%s", (platform) => {
  const wayOf = (feature: (typeof FEATURES)[number]) =>
    platform === "Discord" ? feature.Discord : feature.Slack;
  const driver = (): Driver => {
    const found = drivers[platform];
    if (!found) throw new Error(`no driver for ${platform}`);
    return found;
  };

  it.each(FEATURES.filter((feature) => "by" in wayOf(feature)))("has: $name", ({ drive }) =>
    drive(driver(), samples),
  );

  it.each(FEATURES.filter((feature) => "not" in wayOf(feature)))(
    "has not, for the platform's own reason: $name",
    (feature) => {
      const way = wayOf(feature);
      expect("not" in way && way.not.startsWith(platform.split(" ")[0] ?? "")).toBe(true);
    },
  );

  it("was used within its limits, and mentioned nobody", () => {
    expect(driver().refusals()).toEqual([]);
  });
});
