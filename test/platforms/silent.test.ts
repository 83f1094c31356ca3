import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeDiscord, startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { type Fault, quiet, until } from "../fakes/http.js";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { leaksIn } from "../helpers/leaks.js";
import { meetSlack, slackEnv } from "../helpers/slack-bot.js";
import { discordDriver } from "./discord-driver.js";
import type { Driver } from "./driver.js";
import { slackDriver } from "./slack-driver.js";

/** A word that nobody would write but the one who asks here. */
const WORD = "Quarkstrudelwunsch";
const PASSWORD = "pass-of-the-database";
const SECRETS = {
  PRIVACY_KEY: randomBytes(32).toString("base64"),
  TOKEN_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  METRICS_TOKEN: randomBytes(16).toString("hex"),
  // Nobody listens there, so that each call to the store fails, and is logged.
  DATABASE_URL: `postgres://bot:${PASSWORD}@127.0.0.1:9/bot`,
};
const HIDDEN = [
  new RegExp(WORD, "i"),
  PASSWORD,
  SECRETS.PRIVACY_KEY,
  SECRETS.TOKEN_ENCRYPTION_KEY,
  SECRETS.METRICS_TOKEN,
];

let discord: FakeDiscord;
let slack: FakeSlack;
let slackByHttp: FakeSlack;
let bots: RunningBot[];
const drivers: Record<string, Driver> = {};

beforeAll(async () => {
  [discord, slack, slackByHttp] = await Promise.all([
    startFakeDiscord(),
    startFakeSlack(),
    startFakeSlack(),
  ]);
  const first = startBot({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
    PORT: "0",
    ...SECRETS,
  });
  const second = startBot({ ...slackEnv(slackByHttp, "HTTP"), ...SECRETS });
  bots = [first, second];
  await Promise.all([
    untilLogged(first, "discord commands"),
    meetSlack(first, slack, "Socket Mode"),
    meetSlack(second, slackByHttp, "HTTP"),
  ]);
  drivers.Discord = discordDriver(discord);
  drivers.Slack = slackDriver(slack, "Slack");
  drivers["Slack over HTTP"] = slackDriver(slackByHttp, "Slack over HTTP");
});

afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  await Promise.all([discord.stop(), slack.stop(), slackByHttp.stop()]);
});

const isAnswer: Fault["matches"] = ({ path }) =>
  /\/messages$|\/callback$|chat\.|^\/response\//.test(path);
const FAULTS: readonly (readonly [string, Omit<Fault, "matches" | "times"> | undefined])[] = [
  ["answered", undefined],
  ["lost", { loseAnswer: true }],
  ["refused by a server in trouble", { answer: { status: 500, body: { message: WORD } } }],
  ["forbidden", { answer: { status: 403, body: { code: 50013, message: "Missing Permissions" } } }],
  ["expired", { answer: { status: 404, body: { code: 10062, message: "Unknown interaction" } } }],
  ["not understood", { answer: { status: 400, body: { code: 50035, errors: { a: WORD } } } }],
  [
    "refused in Slack's way",
    { answer: { status: 200, body: { ok: false, error: "fatal_error" } } },
  ],
];

describe.each(["Discord", "Slack", "Slack over HTTP"])("a question on %s", (platform) => {
  it.each(FAULTS)("%s leaves no word in log and metrics", async (_name, fault) => {
    const { [platform]: driver } = drivers;
    if (!driver) throw new Error(`no driver for ${platform}`);
    const fake = { Discord: discord, Slack: slack, "Slack over HTTP": slackByHttp }[platform];
    const asked = () => bots.flatMap((bot) => bot.records()).filter(({ msg }) => msg === "asked");
    const before = asked().length;
    const ways = Object.values(driver.ways);
    for (const way of ways) {
      if (fault) fake?.failNext({ matches: isAnswer, times: 1, ...fault });
      // Where the answer never comes, what is logged is looked at all the same.
      await Promise.race([
        way(`litvinof ${WORD}`).catch(() => undefined),
        quiet(fault ? 700 : 5000),
      ]);
    }
    // Each was taken: else nothing would have been tried.
    await until("the record of each", () => asked().length >= before + ways.length);
    await driver.suggest(WORD);
    const output = bots.map((bot) => bot.output()).join("\n");
    expect(leaksIn(output, HIDDEN)).toEqual([]);
  });
});

it("neither do the store's failures, and the metrics have no more", async () => {
  const output = bots.map((bot) => bot.output()).join("\n");
  expect(output).toContain("store fails, answers go on");
  const ports = bots.map(
    (bot) => bot.records().find(({ msg }) => msg === "http listening")?.port ?? 0,
  );
  for (const port of ports) {
    for (const where of ["/metrics", "/healthz", "/readyz"]) {
      const text = await (await fetch(`http://127.0.0.1:${String(port)}${where}`)).text();
      expect(leaksIn(text, HIDDEN)).toEqual([]);
    }
  }
});

it("is looked for in every line, with a pattern that would find it", () => {
  expect(leaksIn(`{"q":"why ${WORD}?"}`, HIDDEN)).toHaveLength(1);
  expect(leaksIn('{"user":"U0ASKER"}\n{"url":"/response/abc"}\n{"msg":"asked"}')).toHaveLength(2);
});
