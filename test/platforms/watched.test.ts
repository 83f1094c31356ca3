import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { BOT_ID, startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { quiet, until } from "../fakes/http.js";
import { startFakeSlack } from "../fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { copyOfKnowledge } from "../helpers/folder.js";
import { slackEnv } from "../helpers/slack-bot.js";
import { scratchFolder } from "../helpers/store.js";

const METRICS_TOKEN = "a-token-for-the-metrics";
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** A bot on both platforms, and its HTTP server. */
async function watched(env: Readonly<Record<string, string>> = {}) {
  const [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
  cleanups.push(discord.stop, slack.stop);
  const bot = startBot({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
    PORT: "0",
    METRICS_TOKEN,
    ...env,
  });
  cleanups.push(bot.stop);
  const { port } = await untilLogged(bot, "http listening");
  const get = (where: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${String(port)}${where}`, { headers });
  return { discord, slack, bot, get };
}

type Watched = Awaited<ReturnType<typeof watched>>;

function bothReady(bot: RunningBot) {
  return Promise.all([untilLogged(bot, "discord commands"), untilLogged(bot, "slack ready")]);
}

async function readiness({ get }: Watched) {
  const response = await get("/readyz");
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** Looks again and again until it is so. */
async function untilReadiness(
  one: Watched,
  is: (seen: Awaited<ReturnType<typeof readiness>>) => boolean,
) {
  for (const deadline = Date.now() + 40_000; ; await quiet(100)) {
    const seen = await readiness(one);
    if (is(seen)) return seen;
    if (Date.now() > deadline) throw new Error(`readiness stays ${JSON.stringify(seen)}`);
  }
}

/** The value of each line of the metrics by its name and labels. */
async function metrics({ get }: Watched): Promise<Map<string, number>> {
  const text = await (await get("/metrics")).text();
  return new Map(
    text
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => {
        const at = line.lastIndexOf(" ");
        return [line.slice(0, at), Number(line.slice(at + 1))] as const;
      }),
  );
}

describe("/readyz", () => {
  it("is green and whole where both platforms are connected", async () => {
    const one = await watched();
    await bothReady(one.bot);
    expect(await readiness(one)).toEqual({
      status: 200,
      body: {
        status: "ok",
        platforms: { discord: "connected", slack: "connected" },
        store: "ok",
        knowledge: "ok",
      },
    });
  });

  it("stays green while one platform connects anew, and turns red without any", async () => {
    const one = await watched();
    await bothReady(one.bot);
    one.discord.gateway.stop();
    const half = await untilReadiness(one, ({ body }) =>
      JSON.stringify(body).includes("connecting"),
    );
    expect(half).toMatchObject({
      status: 200,
      body: { status: "degraded", platforms: { discord: "connecting", slack: "connected" } },
    });
    cleanups.splice(cleanups.indexOf(one.slack.stop), 1);
    await one.slack.stop();
    const none = await untilReadiness(one, ({ status }) => status === 503);
    expect(none.body).toMatchObject({ status: "unavailable" });
  });

  it("stays green over a refused token of one platform, which it calls off", async () => {
    const one = await watched({ DISCORD_TOKEN: "wrong" });
    await untilLogged(one.bot, "slack ready");
    const seen = await untilReadiness(one, ({ body }) => JSON.stringify(body).includes("off"));
    expect(seen).toMatchObject({
      status: 200,
      body: { status: "degraded", platforms: { discord: "off", slack: "connected" } },
    });
    expect((await one.get("/healthz")).status).toBe(200);
  });

  it("stays green over a dead store, and says so", async () => {
    const file = path.join(scratchFolder(), "no-folder");
    await writeFile(file, "");
    const one = await watched({ DATA_DIR: file });
    await bothReady(one.bot);
    one.slack.mention("litvinof pact");
    await until("an answer", () => one.slack.shown[0]);
    expect(await readiness(one)).toMatchObject({
      status: 200,
      body: { status: "degraded", store: "degraded" },
    });
    const counted = await metrics(one);
    expect(counted.get('why_rejected_store_failures_total{code="STORE_FAILED"}')).toBeGreaterThan(
      0,
    );
    expect(counted.get('why_rejected_degraded{part="store"}')).toBe(1);
  });

  it("stays green over knowledge that cannot be taken up, until it is mended", async () => {
    const { folder, remove } = await copyOfKnowledge();
    cleanups.push(remove);
    const one = await watched({ KNOWLEDGE_DIR: folder });
    await bothReady(one.bot);
    const broken = path.join(folder, "cases", "broken.yaml");
    await writeFile(broken, "title: [");
    const seen = await untilReadiness(one, ({ body }) => JSON.stringify(body).includes("degraded"));
    expect(seen).toMatchObject({ status: 200, body: { knowledge: "degraded", store: "ok" } });
    await rm(broken);
    await untilReadiness(one, ({ body }) => !JSON.stringify(body).includes("degraded"));
  });
});

describe("/metrics", () => {
  it("counts questions by platform, way and kind, and says nothing of what was asked", async () => {
    const one = await watched();
    await bothReady(one.bot);
    const before = await metrics(one);
    one.slack.mention("litvinof pact");
    await until("an answer on Slack", () => one.slack.shown[0]);
    one.discord.say(`<@${BOT_ID}> zebrastripes quagmire`, { mentions: [BOT_ID] });
    await until("an answer on Discord", () => one.discord.shown[0]);
    const after = await metrics(one);
    const grown = [...after].filter(
      ([name, value]) => /asks_total|_count/.test(name) && value !== (before.get(name) ?? 0),
    );
    expect(Object.fromEntries(grown)).toMatchObject({
      'why_rejected_asks_total{platform="slack",via="mention",kind="answer"}': 1,
      'why_rejected_asks_total{platform="discord",via="mention",kind="unknown"}': 1,
      'why_rejected_answer_seconds_count{platform="slack"}': 1,
      'why_rejected_served_seconds_count{platform="discord"}': 1,
    });
    expect(after.get('why_rejected_platform_state{platform="slack",state="connected"}')).toBe(1);
    expect(after.get("why_rejected_cases")).toBeGreaterThan(10);
    expect(
      [...after.keys()].filter((name) => /knowledge_info\{revision="[0-9a-f]{12}"\}/.test(name)),
    ).toHaveLength(1);
    const text = await (await one.get("/metrics")).text();
    expect(text).not.toMatch(/litvin|zebra|fake|token-for|10000000000000000/i);
  });

  it("counts connections made anew and interactions that expired", async () => {
    const one = await watched();
    await bothReady(one.bot);
    one.discord.gateway.drop();
    one.slack.drop();
    await until("both reconnects", () => {
      const said = one.bot.records().map(({ msg }) => msg);
      return (
        said.includes("discord resumed") &&
        said.filter((msg) => msg === "slack connected").length > 1
      );
    });
    one.discord.failNext({
      matches: ({ path: where }) => where.endsWith("/callback"),
      times: 1,
      answer: { status: 404, body: { code: 10062, message: "Unknown interaction" } },
    });
    const options = [{ name: "question", type: 3, value: "litvinof pact" }];
    await one.discord.interact(2, { id: "1", name: "why-rejected", type: 1, options });
    await untilLogged(one.bot, "came too late to answer");
    expect(Object.fromEntries(await metrics(one))).toMatchObject({
      'why_rejected_reconnects_total{platform="discord"}': 1,
      'why_rejected_reconnects_total{platform="slack"}': 1,
      'why_rejected_expired_interactions_total{platform="discord"}': 1,
      'why_rejected_platform_errors_total{platform="discord",kind="expired"}': 1,
    });
  });

  it.each([
    ["from this machine", {}, 200],
    ["forwarded by a proxy, without a token", { "x-forwarded-for": "203.0.113.7" }, 401],
    [
      "forwarded, with another token",
      { "x-forwarded-for": "203.0.113.7", authorization: "Bearer other" },
      401,
    ],
    [
      "forwarded, with the token",
      { forwarded: "for=203.0.113.7", authorization: `Bearer ${METRICS_TOKEN}` },
      200,
    ],
  ])("asked for %s", async (_name, headers, status) => {
    const one = await watched();
    expect((await one.get("/metrics", headers)).status).toBe(status);
  });

  it("are for this machine alone where no token is set", async () => {
    const one = await watched({ METRICS_TOKEN: "" });
    expect((await one.get("/metrics")).status).toBe(200);
    const answer = await one.get("/metrics", { via: "1.1 proxy", authorization: "Bearer " });
    expect(answer.status).toBe(401);
  });
});
