import { afterEach, describe, expect, it } from "vitest";
import {
  BOT_ID,
  type FakeDiscord,
  startFakeDiscord,
  TOKEN,
} from "../fakes/discord/fake-discord.js";
import { until } from "../fakes/http.js";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { meetSlack, slackEnv, TRANSPORTS, type TransportName } from "../helpers/slack-bot.js";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

interface Running {
  readonly discord: FakeDiscord;
  readonly slack: FakeSlack;
  readonly bot: RunningBot;
  readonly get: (where: string) => Promise<string>;
}

/** A bot that is ready: on Slack alone, on Discord alone, or on both. */
async function running(on: {
  readonly discord?: boolean;
  readonly slack?: TransportName;
}): Promise<Running> {
  const [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
  const bot = startBot({
    ...(on.discord ? { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl } : {}),
    ...(on.slack ? slackEnv(slack, on.slack) : {}),
    PORT: "0",
  });
  cleanups.push(discord.stop, slack.stop, bot.stop);
  if (on.slack) await meetSlack(bot, slack, on.slack);
  if (on.discord) await untilLogged(bot, "discord commands");
  const { port } = await untilLogged(bot, "http listening");
  const get = async (where: string) =>
    (await fetch(`http://127.0.0.1:${String(port)}${where}`)).text();
  return { discord, slack, bot, get };
}

const DISCORD_DEATHS: readonly (readonly [string, (discord: FakeDiscord) => void])[] = [
  ["at the gateway", (discord) => discord.gateway.close(4004)],
  [
    "at an answer",
    (discord) => {
      discord.failNext({
        matches: ({ path }) => path.endsWith("/messages"),
        times: 1,
        answer: { status: 401, body: { code: 0, message: "401: Unauthorized" } },
      });
      discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    },
  ],
];

const SLACK_DEATHS: readonly (readonly [string, (slack: FakeSlack) => void])[] = [
  [
    "at an answer",
    (slack) => {
      slack.failNext({
        matches: ({ path }) => path.endsWith("chat.postMessage"),
        times: 1,
        answer: { status: 200, body: { ok: false, error: "token_revoked" } },
      });
      slack.mention("litvinof pact");
    },
  ],
  ["by an event", (slack) => slack.event({ type: "tokens_revoked", tokens: { bot: ["U0BOT"] } })],
  ["with the app's removal", (slack) => slack.event({ type: "app_uninstalled" })],
];

describe("a token of Discord that dies while the bot runs", () => {
  it.each(DISCORD_DEATHS)("%s turns Discord off, and Slack goes on", async (_where, die) => {
    const { discord, slack, bot, get } = await running({ discord: true, slack: "Socket Mode" });
    die(discord);
    await until("the word", () => /Discord refuses DISCORD_TOKEN/.test(bot.output()), 10_000);
    slack.mention("litvinof pact");
    await until("an answer on Slack", () => slack.shown[0]);
    expect(await get("/metrics")).toContain(
      'why_rejected_platform_state{platform="discord",state="off"} 1',
    );
    expect(JSON.parse(await get("/readyz"))).toMatchObject({
      platforms: { discord: "off", slack: "connected" },
    });
    expect(await bot.stop()).toBe(0);
  });

  it.each(DISCORD_DEATHS)("%s ends a bot on Discord alone with 78", async (_where, die) => {
    const { discord, bot } = await running({ discord: true });
    die(discord);
    expect(await bot.exited()).toBe(78);
    expect(bot.output()).toMatch(/Discord refuses DISCORD_TOKEN.*Reset Token/);
    expect(bot.output()).not.toContain(TOKEN);
  });
});

describe.each(TRANSPORTS)("a token of Slack that dies while the bot runs over %s", (transport) => {
  it.each(SLACK_DEATHS)("%s turns Slack off, and Discord goes on", async (_where, die) => {
    const { discord, slack, bot, get } = await running({ discord: true, slack: transport });
    die(slack);
    await until("the word", () => /Slack refuses SLACK_BOT_TOKEN/.test(bot.output()), 10_000);
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    await until("an answer on Discord", () => discord.shown[0]);
    expect(await get("/metrics")).toContain(
      'why_rejected_platform_state{platform="slack",state="off"} 1',
    );
    expect(await bot.stop()).toBe(0);
  });

  it.each(SLACK_DEATHS)("%s ends a bot on Slack alone with 78", async (_where, die) => {
    const { slack, bot } = await running({ slack: transport });
    die(slack);
    expect(await bot.exited()).toBe(78);
    expect(bot.output()).toMatch(/Slack refuses SLACK_BOT_TOKEN.*OAuth & Permissions/);
    expect(bot.output()).not.toMatch(/xox[a-z]-|xapp-/);
  });
});

it("Slack's app token, refused at the next connection, ends a bot on Slack alone with 78", async () => {
  const { slack, bot } = await running({ slack: "Socket Mode" });
  slack.failNext({
    matches: ({ path }) => path.endsWith("apps.connections.open"),
    times: 1,
    answer: { status: 200, body: { ok: false, error: "invalid_auth" } },
  });
  slack.drop();
  expect(await bot.exited()).toBe(78);
  expect(bot.output()).toMatch(/Slack refuses SLACK_APP_TOKEN.*App-Level Tokens/);
});

it.each([4010, 4011])("shards that Discord refuses (%i) are told, exit 78", async (code) => {
  const { discord, bot } = await running({ discord: true });
  discord.gateway.close(code);
  expect(await bot.exited()).toBe(78);
  expect(bot.output()).toMatch(/Discord refuses the shards of DISCORD_SHARDS/);
});

it("a connection that Discord refuses for ever for another reason ends with 1", async () => {
  const { discord, bot } = await running({ discord: true });
  discord.gateway.close(4013);
  expect(await bot.exited()).toBe(1);
});
