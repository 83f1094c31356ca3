import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FakeDiscord, startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.js";
import { SIGNING_SECRET } from "../fakes/slack/signed.js";
import { runBuilt } from "../helpers/program.js";
import { slackEnv } from "../helpers/slack-bot.js";
import { scratchFolder } from "../helpers/store.js";

const HIDDEN = [
  "wrong-token-of-discord",
  "xoxb-wrong",
  "xapp-wrong",
  "pass-of-postgres",
  TOKEN,
  SIGNING_SECRET,
];
let discord: FakeDiscord;
let slack: FakeSlack;

beforeAll(async () => {
  [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
});
afterAll(() => Promise.all([discord.stop(), slack.stop()]));

const both = () => ({
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: discord.apiUrl,
  ...slackEnv(slack, "Socket Mode"),
});

async function doctor(env: Readonly<Record<string, string>>) {
  const { exitCode, stdout, stderr } = await runBuilt("cli/doctor.js", [], {
    env: { DATA_DIR: scratchFolder(), ...env },
  });
  expect(stderr).toBe("");
  for (const secret of HIDDEN) expect(stdout).not.toContain(secret);
  return { exitCode, lines: stdout.trimEnd().split("\n") };
}

describe("the doctor", () => {
  it("finds nothing wrong where nothing is, with a line for each thing", async () => {
    const { exitCode, lines } = await doctor({ ...both(), PORT: "0" });
    expect(lines.filter((line) => !line.startsWith("ok "))).toEqual([
      expect.stringMatching(/^note +http +\/metrics answers this machine alone/),
    ]);
    for (const part of ["configuration", "discord", "slack", "knowledge", "store", "http"]) {
      expect(lines.some((line) => line.split(/ +/)[1] === part)).toBe(true);
    }
    expect(exitCode).toBe(0);
  });

  it.each([
    {
      name: "a wrong token of Discord",
      env: () => ({ DISCORD_TOKEN: "wrong-token-of-discord" }),
      says: /^WRONG discord .*DISCORD_TOKEN.*Reset Token/,
      exit: 78,
    },
    {
      name: "a wrong bot token of Slack",
      env: () => ({ SLACK_BOT_TOKEN: "xoxb-wrong" }),
      says: /^WRONG slack .*SLACK_BOT_TOKEN.*OAuth & Permissions/,
      exit: 78,
    },
    {
      name: "a wrong app token of Slack",
      env: () => ({ SLACK_APP_TOKEN: "xapp-wrong" }),
      says: /^WRONG slack .*SLACK_APP_TOKEN.*App-Level Tokens/,
      exit: 78,
    },
    {
      name: "half a configuration",
      env: () => ({ SLACK_APP_TOKEN: "", SLACK_SIGNING_SECRET: "" }),
      says: /^WRONG configuration .*SLACK_APP_TOKEN is missing/,
      exit: 78,
    },
    {
      name: "a server of DISCORD_GUILD_ID without the bot",
      env: () => ({ DISCORD_GUILD_ID: "1" }),
      says: /^WRONG discord .*not in the server of DISCORD_GUILD_ID/,
      exit: 78,
    },
    {
      name: "an address of Discord where nobody listens",
      env: () => ({ DISCORD_API_URL: "http://127.0.0.1:9/api" }),
      says: /^WRONG discord .*DISCORD_API_URL cannot be reached/,
      exit: 1,
    },
    {
      name: "an address of Slack where nobody listens",
      env: () => ({ SLACK_API_URL: "http://127.0.0.1:9/api/" }),
      says: /^WRONG slack .*SLACK_API_URL cannot be reached/,
      exit: 1,
    },
    {
      name: "no knowledge",
      env: () => ({ KNOWLEDGE_DIR: scratchFolder() }),
      says: /^WRONG knowledge /,
      exit: 1,
    },
    {
      name: "a database that is down",
      env: () => ({ DATABASE_URL: "postgres://bot:pass-of-postgres@127.0.0.1:9/bot" }),
      says: /^WRONG store .*Postgres at DATABASE_URL fails.*is up/,
      exit: 1,
    },
    {
      name: "an address of another machine to listen on",
      env: () => ({ PORT: "0", HOST: "203.0.113.7" }),
      says: /^WRONG http .*HOST 203\.0\.113\.7/,
      exit: 78,
    },
  ])("finds $name, and says what to do", async ({ env, says, exit }) => {
    const { exitCode, lines } = await doctor({ ...both(), ...env() });
    expect(lines.filter((line) => line.startsWith("WRONG"))).toEqual([expect.stringMatching(says)]);
    expect(exitCode).toBe(exit);
  });

  it("finds a folder that is none", async () => {
    const file = path.join(scratchFolder(), "file");
    await writeFile(file, "");
    const { exitCode, lines } = await doctor({ DATA_DIR: file });
    expect(lines).toContainEqual(
      expect.stringMatching(/^WRONG store .*right to write in DATA_DIR/),
    );
    expect(exitCode).toBe(1);
  });

  it("names each scope that a token lacks, and what it is for", async () => {
    slack.failNext({
      matches: ({ path: where }) => where.endsWith("auth.test"),
      times: 1,
      answer: {
        status: 200,
        headers: {
          "x-oauth-scopes": "commands,chat:write,app_mentions:read,assistant:write,users:read",
        },
        body: { ok: true, user: "why-rejected", team: "History" },
      },
    });
    const { exitCode, lines } = await doctor(both());
    const wrong = lines.filter((line) => line.startsWith("WRONG"));
    expect(wrong).toHaveLength(2);
    expect(wrong).toContainEqual(expect.stringMatching(/scope im:history is missing .*Reinstall/));
    expect(wrong).toContainEqual(expect.stringMatching(/scope files:write is missing/));
    expect(exitCode).toBe(78);
  });

  it("counts the servers where a right is missing", async () => {
    discord.failNext({
      matches: ({ path: where }) => where.endsWith("/users/@me/guilds"),
      times: 1,
      answer: {
        status: 200,
        body: [
          { id: "1", permissions: "0" },
          { id: "2", permissions: "8" },
        ],
      },
    });
    const { exitCode, lines } = await doctor(both());
    expect(lines).toContainEqual(
      expect.stringMatching(/^note +discord +In 1 of 2 servers .*Send Messages, to answer/),
    );
    expect(exitCode).toBe(0);
  });

  it("says that a port is taken, as it is by the running bot", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const { exitCode, lines } = await doctor({ ...both(), PORT: port });
    server.close();
    expect(lines).toContainEqual(expect.stringMatching(/^note +http +.* is taken/));
    expect(exitCode).toBe(0);
  });

  it("asks for a platform where NODE_ENV is production", async () => {
    expect((await doctor({ NODE_ENV: "production" })).exitCode).toBe(78);
    expect((await doctor({})).exitCode).toBe(0);
  });
});
