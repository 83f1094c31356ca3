import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quiet, until } from "../fakes/http.js";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.js";
import { SIGNING_SECRET } from "../fakes/slack/signed.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { runBuilt } from "../helpers/program.js";
import { scratchFolder } from "../helpers/store.js";

const folder = scratchFolder();
const OAUTH = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "client-secret",
  SLACK_STATE_SECRET: "state-secret",
  SLACK_SIGNING_SECRET: SIGNING_SECRET,
  TOKEN_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
};

let slack: FakeSlack;
let bot: RunningBot;
let origin: string;

async function start() {
  bot = startBot({ ...OAUTH, SLACK_API_URL: slack.apiUrl, DATA_DIR: folder, PORT: "0" });
  await untilLogged(bot, "slack ready");
  const { port } = await untilLogged(bot, "http listening");
  origin = `http://127.0.0.1:${String(port)}`;
  slack.callAt(`${origin}/slack/events`);
}

beforeAll(async () => {
  slack = await startFakeSlack();
  await start();
});
afterAll(async () => {
  await bot.stop();
  await slack.stop();
});

/** Goes the way of whoever installs the app, in a browser. */
async function install(teamId: string, change: { cookie?: string; state?: string } = {}) {
  const page = await fetch(`${origin}/slack/install`);
  const html = await page.text();
  const asked = new URL(/https:\/\/slack\.com\/oauth\/v2\/authorize[^"]*/.exec(html)?.[0] ?? "");
  expect(asked.searchParams.get("scope")).toContain("app_mentions:read");
  const state = change.state ?? asked.searchParams.get("state") ?? "";
  const cookie = change.cookie ?? page.headers.get("set-cookie")?.split(";")[0] ?? "";
  return fetch(`${origin}/slack/oauth_redirect?code=${teamId}&state=${state}`, {
    headers: { cookie },
  });
}

/** The token with which the answer to a mention was posted. */
async function answeredWith(teamId: string) {
  const before = slack.requests.length;
  slack.mentionIn(teamId, "litvinof pact");
  const post = await until(`an answer in ${teamId}`, () =>
    slack.requests.slice(before).find((one) => one.path.endsWith("/chat.postMessage")),
  );
  return post.headers.authorization;
}

async function isSilentIn(teamId: string) {
  const before = slack.shown.length;
  slack.mentionIn(teamId, "litvinof pact");
  await quiet();
  return slack.shown.length === before;
}

describe("many workspaces", () => {
  it("install the app, and each is answered with its own token", async () => {
    expect((await install("T0TWO")).status).toBe(200);
    expect((await install("T0THREE")).status).toBe(200);
    // In turn, since a library that shares what it writes into would answer with another's token.
    for (const team of ["T0TWO", "T0THREE", "T0TWO", "T0THREE"]) {
      expect(await answeredWith(team)).toBe(`Bearer xoxb-of-${team}`);
    }
  });

  it.each([
    { what: "without the cookie of the browser that began", change: { cookie: "x=1" } },
    { what: "with a state that was made up", change: { state: "e30.e30.e30" } },
  ])("install nothing $what", async ({ change }) => {
    expect((await install("T0BAD", change)).status).not.toBe(200);
    expect(await isSilentIn("T0BAD")).toBe(true);
  });

  it("are answered after a restart too, and their tokens are nowhere to be read", async () => {
    await bot.stop();
    for (const file of ["why-rejected.db", "why-rejected.db-wal"]) {
      let text = "";
      try {
        text = readFileSync(path.join(folder, file), "latin1");
      } catch {
        // A clean end leaves no second file.
      }
      expect(text).not.toContain("xoxb-of");
    }
    await start();
    expect(await answeredWith("T0TWO")).toBe("Bearer xoxb-of-T0TWO");
  });

  it("that did not install it get nothing, and the others go on", async () => {
    expect(await isSilentIn("T0NEVER")).toBe(true);
    expect(await answeredWith("T0TWO")).toBe("Bearer xoxb-of-T0TWO");
  });

  it("that took the token back end nothing for the others", async () => {
    slack.revoke("T0THREE");
    slack.mentionIn("T0THREE", "litvinof pact");
    await untilLogged(bot, "slack: a workspace's token is no longer taken");
    expect(await answeredWith("T0TWO")).toBe("Bearer xoxb-of-T0TWO");
  });

  it("that removed the app are forgotten, with everything of theirs", async () => {
    slack.eventIn("T0TWO", { type: "app_uninstalled" });
    slack.eventIn("T0THREE", { type: "tokens_revoked", tokens: { bot: ["U0BOT"] } });
    await until("both to be forgotten", () => {
      const gone = bot.records().filter(({ msg }) => String(msg).includes("its data are deleted"));
      return gone.length === 2;
    });
    expect(await isSilentIn("T0TWO")).toBe(true);
    const { stdout } = await runBuilt("cli/data.js", ["list"], { env: { DATA_DIR: folder } });
    expect(stdout).toBe("");
  });

  it("leave no token and no secret in the log", () => {
    expect(bot.output()).not.toMatch(/xoxb-of|client-secret|state-secret/);
  });
});

describe("a configuration for many workspaces", () => {
  it.each([
    {
      env: { SLACK_CLIENT_ID: "1.2" },
      says: [/SLACK_CLIENT_SECRET is missing/, /SLACK_STATE_SECRET is/, /TOKEN_ENCRYPTION_KEY is/],
    },
    {
      env: { ...OAUTH, SLACK_BOT_TOKEN: "xoxb-1" },
      says: [/SLACK_BOT_TOKEN is for one workspace/],
    },
    { env: { ...OAUTH, TOKEN_ENCRYPTION_KEY: "short" }, says: [/TOKEN_ENCRYPTION_KEY is no key/] },
  ])("that does not fit is told, exit 78: $says", async ({ env, says }) => {
    const { exitCode, stderr } = await runBuilt("main.js", [], { env });
    expect(exitCode).toBe(78);
    for (const one of says) expect(stderr).toMatch(one);
    expect(stderr).not.toContain("short");
  });
});
