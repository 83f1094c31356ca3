import { request as httpRequest } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quiet, until } from "../fakes/http.js";
import {
  CHANNEL_ID,
  type FakeSlack,
  startFakeSlack,
  TEAM_ID,
  USER_ID,
} from "../fakes/slack/fake-slack.js";
import { requestOf, type SignOptions, signatureOf } from "../fakes/slack/signed.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { slackEnv, startSlackBot } from "../helpers/slack-bot.js";

const FIVE_MINUTES_S = 300;
const BODY_MAX_BYTES = 1_000_000;

let slack: FakeSlack;
let bot: RunningBot;
let origin: string;

beforeAll(async () => {
  slack = await startFakeSlack();
  bot = await startSlackBot(slack, "HTTP");
  const { port } = await untilLogged(bot, "http listening");
  origin = `http://127.0.0.1:${String(port)}`;
});
afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

let counter = 0;
const aMention = () => ({
  type: "event_callback",
  event_id: `EvH${counter++}`,
  team_id: TEAM_ID,
  event: {
    type: "app_mention",
    user: USER_ID,
    text: "litvinof pact",
    ts: `1800000000.${counter}`,
    channel: CHANNEL_ID,
  },
});
const mentionBody = () => JSON.stringify(aMention());

interface Sent {
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly path?: string;
  readonly method?: string;
}
const send = ({
  body = mentionBody(),
  headers = {},
  path = "/slack/events",
  method = "POST",
}: Sent) =>
  fetch(`${origin}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    ...(method === "GET" ? {} : { body }),
  });
const signed = (body: string, options?: SignOptions): Sent => ({
  body,
  headers: signatureOf(body, options),
});
const nowS = () => Math.floor(Date.now() / 1000);

describe("a request with the right signature", () => {
  it("is acknowledged and answered", async () => {
    const before = slack.shown.length;
    expect((await send(signed(mentionBody()))).status).toBe(200);
    await until("an answer", () => slack.shown[before]);
  });

  it.each([
    ["four minutes old", () => nowS() - 240],
    ["four minutes ahead", () => nowS() + 240],
  ])("may be %s, since clocks differ", async (_name, sentS) => {
    const response = await send(signed(mentionBody(), { sentS: sentS() }));
    expect(response.status).toBe(200);
  });

  it("answers the check of the address", async () => {
    const body = JSON.stringify({ type: "url_verification", challenge: "c-123" });
    const response = await send(signed(body));
    expect(await response.json()).toEqual({ challenge: "c-123" });
  });

  it("takes a form whose type names a charset", async () => {
    const before = slack.shown.length;
    const { body } = requestOf("events_api", aMention());
    const form = requestOf("interactive", JSON.parse(body) as object).body;
    const type = "application/x-www-form-urlencoded; charset=utf-8";
    const response = await send({
      body: form,
      headers: { ...signatureOf(form), "content-type": type },
    });
    expect(response.status).toBe(200);
    await until("an answer", () => slack.shown[before]);
  });
});

describe("a request is refused, and nothing is done", () => {
  const aBody = mentionBody();
  it.each<[string, number, () => Sent]>([
    ["without a signature", 401, () => ({ body: aBody })],
    [
      "without a time",
      401,
      () => ({
        body: aBody,
        headers: { "x-slack-signature": signatureOf(aBody)["x-slack-signature"] ?? "" },
      }),
    ],
    ["signed with another secret", 401, () => signed(aBody, { secret: "another" })],
    [
      "altered on the way",
      401,
      () => ({ body: aBody.replace("litvinof", "baruch"), headers: signatureOf(aBody) }),
    ],
    [
      "with a time that was not signed",
      401,
      () => ({
        body: aBody,
        headers: { ...signatureOf(aBody), "x-slack-request-timestamp": String(nowS() - 1) },
      }),
    ],
    [
      "with a time that is no number",
      401,
      () => ({
        body: aBody,
        headers: { ...signatureOf(aBody), "x-slack-request-timestamp": "soon" },
      }),
    ],
    [
      "of another version of the signature",
      401,
      () => ({
        body: aBody,
        headers: { ...signatureOf(aBody), "x-slack-signature": "v1=abcdef" },
      }),
    ],
    ["that is stale", 401, () => signed(aBody, { sentS: nowS() - FIVE_MINUTES_S - 5 })],
    ["from the future", 401, () => signed(aBody, { sentS: nowS() + FIVE_MINUTES_S + 5 })],
    ["that is no JSON", 400, () => signed("litvinof pact")],
    [
      "of another type",
      415,
      () => {
        const { headers = {} } = signed(aBody);
        return { body: aBody, headers: { ...headers, "content-type": "text/plain" } };
      },
    ],
    ["with a body over the limit", 413, () => signed(`"${"x".repeat(BODY_MAX_BYTES - 1)}"`)],
    ["to another path", 404, () => ({ ...signed(aBody), path: "/slack/other" })],
    ["to a path that is none", 404, () => ({ ...signed(aBody), path: "//" })],
    ["by another method", 405, () => ({ method: "GET" })],
  ])("%s: %i", async (_name, status, sent) => {
    const before = slack.shown.length;
    const response = await send(sent());
    expect(response.status).toBe(status);
    await quiet(100);
    expect(slack.shown).toHaveLength(before);
    if ([401, 400, 413, 415].includes(status)) {
      expect(response.headers.get("x-slack-no-retry")).toBe("1");
    }
    expect(bot.output()).not.toMatch(/litvinof|baruch/);
  });

  it("with a body of exactly the limit it is read", async () => {
    const start = '{"type":"url_verification","challenge":"c","rest":"';
    const body = `${start}${"x".repeat(BODY_MAX_BYTES - start.length - 2)}"}`;
    expect(body).toHaveLength(BODY_MAX_BYTES);
    expect((await send(signed(body))).status).toBe(200);
  });

  it("a smuggled payload beside ssl_check does nothing", async () => {
    const before = slack.shown.length;
    const payload = JSON.stringify(aMention());
    const body = new URLSearchParams({ ssl_check: "1", payload }).toString();
    const response = await send({
      body,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(response.status).toBe(200);
    await quiet(100);
    expect(slack.shown).toHaveLength(before);
  });

  it("whose headers are too long: 431", async () => {
    const response = await send({ headers: { "x-long": "x".repeat(20_000) } });
    expect(response.status).toBe(431);
  });

  it("that never ends: 408", { timeout: 30_000 }, async () => {
    const { port } = new URL(origin);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const slow = httpRequest(
        {
          port,
          method: "POST",
          path: "/slack/events",
          headers: { "content-type": "application/json", "content-length": "100" },
        },
        (response) => resolve(response.statusCode),
      );
      slow.on("error", reject);
      slow.write("{");
    });
    expect(status).toBe(408);
  });

  it("does not end the bot", async () => {
    const response = await fetch(`${origin}/healthz`);
    expect(await response.json()).toMatchObject({ status: "ok", platforms: { slack: true } });
  });
});

describe("an ended bot", () => {
  it("finishes what it took, and leaves the rest to be sent again", async () => {
    const own = await startFakeSlack();
    const ending = await startSlackBot(own, "HTTP");
    const { port } = await untilLogged(ending, "http listening");
    own.failNext({
      matches: ({ path }) => path.endsWith("chat.postMessage"),
      times: 1,
      delayMs: 800,
    });
    own.mention("litvinof pact");
    await until("the ask", () => ending.records().find(({ msg }) => msg === "asked"));
    const stopped = ending.stop();
    await until("the word that it ends", () =>
      ending.records().find(({ msg }) => msg === "stopping"),
    );
    const body = mentionBody();
    const late = await fetch(`http://127.0.0.1:${String(port)}/slack/events`, {
      method: "POST",
      headers: { "content-type": "application/json", ...signatureOf(body) },
      body,
    });
    expect(late.status).toBe(503);
    expect(late.headers.get("x-slack-no-retry")).toBeNull();
    expect(await stopped).toBe(0);
    expect(own.shown).toHaveLength(1);
    await own.stop();
  });
});

describe("the configuration", () => {
  it("Socket Mode wins where both are set, and then no server is needed", async () => {
    const own = await startFakeSlack();
    const { PORT: _port, ...http } = slackEnv(own, "HTTP");
    const both = startBot({ ...http, ...slackEnv(own, "Socket Mode") });
    await untilLogged(both, "slack ready");
    expect(own.connectionsEver()).toBe(1);
    expect(both.output()).not.toContain("http listening");
    expect(await both.stop()).toBe(0);
    await own.stop();
  });

  it("a signing secret alone is told what it lacks", async () => {
    const alone = startBot({ SLACK_SIGNING_SECRET: "s" });
    expect(await alone.exited()).toBe(78);
    expect(alone.output()).toMatch(/SLACK_BOT_TOKEN is missing.*xoxb-.*unset SLACK_SIGNING_SECRET/);
  });
});
