import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { BOT_ID, startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { quiet, until } from "../fakes/http.js";
import { startFakeSlack } from "../fakes/slack/fake-slack.js";
import { startBot, untilLogged } from "../helpers/bot.js";
import { meetSlack, slackEnv } from "../helpers/slack-bot.js";
import { openTestStore, scratchFolder } from "../helpers/store.js";
import { controlOf, discordDesk, slackDesk } from "./desk-driver.js";

const DISCORD_SPACE = "discord:100000000000000003";
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean();
});

/** Both platforms in one bot, with its store in a folder. */
async function begin(folder: string, fakes?: Awaited<ReturnType<typeof startFakes>>) {
  const { discord, slack } = fakes ?? (await startFakes());
  const bot = startBot({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
    DATA_DIR: folder,
    PORT: "0",
  });
  cleanups.push(bot.stop);
  await untilLogged(bot, "discord commands");
  await meetSlack(bot, slack, "Socket Mode");
  const { port } = await untilLogged(bot, "http listening");
  const health = async () => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/healthz`);
    return { code: response.status, ...((await response.json()) as object) };
  };
  return { bot, discord, slack, health, desks: [discordDesk(discord), slackDesk(slack, "Slack")] };
}

async function startFakes() {
  const [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
  cleanups.push(discord.stop, slack.stop);
  return { discord, slack };
}

function fileInsteadOfFolder(): string {
  const file = path.join(scratchFolder(), "file");
  writeFileSync(file, "");
  return file;
}

describe("a dead store", () => {
  it("leaves the answers working, says politely what cannot be kept, and keeps health green", async () => {
    const { desks, bot, health } = await begin(fileInsteadOfFolder());
    for (const desk of desks) {
      const card = await desk.ask("litvinof pact");
      expect(card.text).toContain("Litvinov's offer");
      const { seen } = await desk.use(card, controlOf(card, "This was helpful"));
      expect(seen).toMatchObject({
        isPrivate: true,
        text: expect.stringContaining("cannot be kept"),
      });
      const { form } = await desk.use(card, controlOf(card, "Report a problem"));
      if (!form) throw new Error("no form");
      const said = await desk.fill(form, { words: "wrong", source: "a book" });
      expect(said.text).toContain("cannot be kept");
      const managed = await desk.manage("insight", "", { by: "manager" });
      expect(managed.seen?.text).toContain("cannot be kept");
      expect(desk.refusals()).toEqual([]);
    }
    expect(await health()).toMatchObject({ code: 200, status: "ok", store: "degraded" });
    const told = bot.records().filter(({ msg }) => String(msg).includes("store fails"));
    expect(told).toHaveLength(1);
  });
});

describe("a space that the bot is removed from", () => {
  it("is forgotten, and not for an outage", async () => {
    const folder = scratchFolder();
    const { desks, discord, bot } = await begin(folder);
    for (const desk of desks) {
      const card = await desk.ask("litvinof pact");
      await desk.use(card, controlOf(card, "This was helpful"));
    }
    const store = openTestStore({ folder });
    cleanups.push(store.close);
    expect(await store.spaceData.spaces()).toHaveLength(2);
    discord.gateway.dispatch("GUILD_DELETE", { id: "100000000000000003", unavailable: true });
    await quiet();
    expect(await store.spaceData.spaces()).toContain(DISCORD_SPACE);
    discord.gateway.dispatch("GUILD_CREATE", { id: "100000000000000003", ...EMPTY_GUILD });
    for (const desk of desks) desk.remove();
    await until("both to be forgotten", () => {
      const gone = bot.records().filter(({ msg }) => String(msg).includes("its data are deleted"));
      return gone.length === 2;
    });
    expect(await store.spaceData.spaces()).toEqual([]);
  });
});

const EMPTY_GUILD = {
  name: "History",
  owner_id: "1",
  roles: [],
  emojis: [],
  stickers: [],
  features: [],
  members: [],
  presences: [],
  voice_states: [],
  threads: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
  channels: [],
  member_count: 1,
  joined_at: "2026-01-01T00:00:00Z",
};

describe("an event that was answered before a restart", () => {
  it("is not answered again after it", async () => {
    const folder = scratchFolder();
    const fakes = await startFakes();
    const first = await begin(folder, fakes);
    const id = fakes.discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    const { ts } = fakes.slack.mention("litvinof pact");
    await until("both answers", () => fakes.discord.shown[0] && fakes.slack.shown[0]);
    await first.bot.stop();
    await begin(folder, fakes);
    fakes.discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID], raw: { id } });
    fakes.slack.mention("litvinof pact", { ts });
    await quiet(500);
    expect([fakes.discord.shown.length, fakes.slack.shown.length]).toEqual([1, 1]);
    fakes.slack.mention("litvinof pact");
    await until("a new answer", () => fakes.slack.shown[1]);
  });
});
