import { afterEach, describe, expect, it } from "vitest";
import { BOT_ID, startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { until } from "../fakes/http.js";
import { APP_TOKEN, BOT_TOKEN, startFakeSlack } from "../fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import {
  slackEnv as envOver,
  meetSlack,
  TRANSPORTS,
  type TransportName,
} from "../helpers/slack-bot.js";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

async function both() {
  const [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
  cleanups.push(discord.stop, slack.stop);
  return {
    discord,
    slack,
    discordEnv: { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl },
    slackEnv: {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    },
  };
}

function start(env: Record<string, string>): RunningBot {
  const bot = startBot(env);
  cleanups.push(() => bot.stop());
  return bot;
}

describe("a configuration that does not fit", () => {
  it.each([
    { env: { SLACK_BOT_TOKEN: BOT_TOKEN }, says: [/SLACK_APP_TOKEN is missing.*xapp-/] },
    { env: { SLACK_APP_TOKEN: APP_TOKEN }, says: [/SLACK_BOT_TOKEN is missing.*xoxb-/] },
    {
      env: {
        SLACK_BOT_TOKEN: "xapp-1",
        SLACK_APP_TOKEN: "xoxb-1",
        PORT: "x",
        DISCORD_SHARDS: "4/2",
        DISCORD_API_URL: "nowhere",
      },
      says: [
        /SLACK_BOT_TOKEN is no bot token/,
        /SLACK_APP_TOKEN is no app-level token/,
        /PORT is "x"/,
        /DISCORD_SHARDS is "4\/2"/,
        /DISCORD_API_URL is "nowhere"/,
      ],
    },
  ])("is told in one message with all that is wrong, exit 78", async ({ env, says }) => {
    const bot = start(env);
    expect(await bot.exited()).toBe(78);
    for (const one of says) expect(bot.output()).toMatch(one);
    expect(bot.output()).not.toMatch(/\n\s+at |xoxb-1|xapp-1/);
  });

  it("is not made by an address or a server id alone", async () => {
    const bot = start({
      DISCORD_API_URL: "http://127.0.0.1:1/api",
      SLACK_API_URL: "http://127.0.0.1:1/api/",
      DISCORD_GUILD_ID: "1",
    });
    bot.process.stdin?.end("litvinof pact\n");
    expect(await bot.exited()).toBe(0);
    expect(bot.output()).toContain("Litvinov's offer");
  });
});

describe("a refused token", () => {
  it("of Discord is told, exit 78", async () => {
    const { discordEnv } = await both();
    const bot = start({ ...discordEnv, DISCORD_TOKEN: "wrong" });
    expect(await bot.exited()).toBe(78);
    expect(bot.output()).toMatch(/Discord refuses DISCORD_TOKEN.*Reset Token/);
    expect(bot.output()).not.toContain("wrong");
  });

  it("of Discord at the gateway is told, exit 78", async () => {
    const { discord, discordEnv } = await both();
    discord.gateway.refuseIdentify(4004);
    const bot = start(discordEnv);
    expect(await bot.exited()).toBe(78);
    expect(bot.output()).toMatch(/Discord refuses DISCORD_TOKEN/);
  });

  it.each([
    {
      env: { SLACK_BOT_TOKEN: "xoxb-wrong" },
      says: /Slack refuses SLACK_BOT_TOKEN.*OAuth & Permissions/,
    },
    {
      env: { SLACK_APP_TOKEN: "xapp-wrong" },
      says: /Slack refuses SLACK_APP_TOKEN.*App-Level Tokens/,
    },
  ])("of Slack is told, exit 78: $says", async ({ env, says }) => {
    const { slackEnv } = await both();
    const bot = start({ ...slackEnv, ...env });
    expect(await bot.exited()).toBe(78);
    expect(bot.output()).toMatch(says);
    expect(bot.output()).not.toMatch(/xoxb-wrong|xapp-wrong/);
  });

  it("of one platform leaves the other running", async () => {
    const { slack, discordEnv, slackEnv } = await both();
    const bot = start({ ...discordEnv, ...slackEnv, DISCORD_TOKEN: "wrong" });
    await untilLogged(bot, "slack ready");
    await until("the word about Discord", () => /Discord refuses/.test(bot.output()));
    slack.mention("litvinof pact");
    await until("an answer on Slack", () => slack.shown[0]);
    expect(await bot.stop()).toBe(0);
  });
});

describe("health", () => {
  it("is 200 while connected and 503 while not", async () => {
    const { discord, slackEnv, discordEnv } = await both();
    const bot = start({ ...discordEnv, ...slackEnv, PORT: "0" });
    const { port } = await untilLogged(bot, "http listening");
    await Promise.all([untilLogged(bot, "discord ready"), untilLogged(bot, "slack ready")]);
    const look = async () => {
      const response = await fetch(`http://127.0.0.1:${String(port)}/healthz`);
      return { status: response.status, body: (await response.json()) as unknown };
    };
    expect(await look()).toEqual({
      status: 200,
      body: {
        status: "ok",
        platforms: { discord: true, slack: true },
        store: "ok",
        knowledge: "ok",
      },
    });
    discord.gateway.stop();
    let seen = await look();
    await until("the gateway's loss to show", () => {
      void look().then((now) => {
        seen = now;
      });
      return seen.status === 503;
    });
    expect(seen.body).toMatchObject({ platforms: { discord: false, slack: true } });
    const other = await fetch(`http://127.0.0.1:${String(port)}/other`);
    expect(other.status).toBe(404);
  });
});

describe("SIGTERM", () => {
  /** A supervisor kills what has not ended after ten seconds. */
  const SUPERVISOR_MS = 10_000;
  const isPost = ({ path }: { path: string }) => /messages$|chat\.postMessage$/.test(path);
  const askedBoth = async (transport: TransportName, delayMs: number, times: number) => {
    const { discord, slack, discordEnv } = await both();
    const bot = start({ ...discordEnv, ...envOver(slack, transport) });
    await Promise.all([untilLogged(bot, "discord commands"), meetSlack(bot, slack, transport)]);
    discord.failNext({ matches: isPost, times, delayMs });
    slack.failNext({ matches: isPost, times, delayMs });
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    slack.mention("litvinof pact");
    await until("both asks", () => bot.records().filter(({ msg }) => msg === "asked").length === 2);
    return { discord, slack, bot };
  };

  it.each(TRANSPORTS)(
    "lets what is in flight finish, then ends with 0, Slack over %s",
    async (transport) => {
      const { discord, slack, bot } = await askedBoth(transport, 700, 1);
      expect(await bot.stop()).toBe(0);
      expect(discord.shown).toHaveLength(1);
      expect(slack.shown).toHaveLength(1);
    },
  );

  it.each(TRANSPORTS)(
    "ends with 0 within ten seconds, though the platforms hang, Slack over %s",
    async (transport) => {
      const { bot } = await askedBoth(transport, 30_000, 20);
      const startMs = Date.now();
      expect(await bot.stop()).toBe(0);
      expect(Date.now() - startMs).toBeLessThan(SUPERVISOR_MS);
    },
  );
});

describe("a platform that is down at the start", () => {
  it("is tried again until it is there", async () => {
    const { discord, slack, discordEnv, slackEnv } = await both();
    discord.failNext({
      matches: ({ path }) => path.endsWith("/gateway/bot"),
      times: 4,
      answer: { status: 503, body: {} },
    });
    slack.failNext({
      matches: ({ path }) => path.endsWith("auth.test"),
      times: 1,
      answer: { status: 503, body: {} },
    });
    const bot = start({ ...discordEnv, ...slackEnv });
    await untilLogged(bot, "slack ready", 20_000);
    await untilLogged(bot, "discord ready", 20_000);
    expect(await bot.stop()).toBe(0);
  });
});
