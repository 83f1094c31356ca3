import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { encodeAction } from "../../src/chat/action.js";
import { PERMISSIONS } from "../../src/discord/permissions.js";
import { textOf } from "../fakes/discord/check-message.js";
import {
  BOT_ID,
  CHANNEL_ID,
  DM_CHANNEL_ID,
  type FakeDiscord,
  OTHER_USER_ID,
  PLACES,
  type ShownMessage,
  startFakeDiscord,
  TOKEN,
  USER_ID,
  user,
} from "../fakes/discord/fake-discord.js";
import { quiet, until } from "../fakes/http.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { discordDriver } from "./discord-driver.js";
import { buttonId } from "./driver.js";
import { watching } from "./since.js";

const LITVINOV = "litvinov-collective-security-1938";
const TITLE = "Litvinov's offer of collective security";
const MANAGE_MESSAGES = String(1 << 13);

let discord: FakeDiscord;
let bot: RunningBot;

beforeAll(async () => {
  discord = await startFakeDiscord();
  bot = startBot({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
  await untilLogged(bot, "discord commands");
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});
afterEach(() => {
  // Taken out, so that one fault does not hide what comes after it.
  expect(discord.refusals.splice(0)).toEqual([]);
});

const since = watching(() => discord.shown);
const mention = (text: string, more: Parameters<FakeDiscord["say"]>[1] = {}) =>
  discord.say(`<@${BOT_ID}> ${text}`, { mentions: [BOT_ID], ...more });
const member = (id: string, permissions: string) => ({
  member: {
    user: user(id, "member"),
    roles: [],
    permissions,
    joined_at: new Date().toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
  },
});
const pressing = (message: ShownMessage, id: string, more: object = {}) =>
  discord.interact(
    3,
    { component_type: 2, custom_id: id },
    { message: discord.messageJson(message), ...more },
  );

describe("a mention is answered where it was made", () => {
  it.each([
    ["a thread", PLACES.thread],
    ["a forum post", PLACES.forumPost],
    ["the text of a voice channel", PLACES.voice],
    ["a channel whose history is closed to the bot", PLACES.noHistory],
    ["a channel in whose threads it may not write", PLACES.noThreads],
  ])("%s", async (_name, place) => {
    const after = since();
    mention("litvinof pact", { place });
    const answer = await after.one();
    expect(answer.channelId).toBe(place);
    expect(textOf(answer.body)).toContain(TITLE);
    await quiet(100);
    expect(after.all()).toHaveLength(1);
  });

  it("and so is a follow-up in a thread", async () => {
    const first = since();
    mention("litvinof pact", { place: PLACES.thread });
    const { id } = await first.one();
    const next = since();
    discord.say("and the French?", { place: PLACES.thread, replyTo: id, mentions: [BOT_ID] });
    const answer = await next.one();
    expect(answer.channelId).toBe(PLACES.thread);
    expect(textOf(answer.body)).toContain("France let it drop");
  });
});

describe("where the bot may not write, the asker gets the answer directly, with the reason", () => {
  it.each([
    ["a channel", PLACES.readOnly, "Send Messages"],
    ["a thread", PLACES.threadOfNoThreads, "Send Messages in Threads"],
  ])("%s", async (_name, place, permission) => {
    const after = since();
    mention("litvinof pact", { place });
    const answer = await after.one();
    expect(answer.channelId).toBe(DM_CHANNEL_ID);
    expect(textOf(answer.body)).toMatch(
      new RegExp(
        `^I may not write where you asked \\(the server has not given me: ${permission}\\)`,
      ),
    );
    expect(textOf(answer.body)).toContain(TITLE);
    const record = await untilLogged(bot, "may not answer there, so directly");
    expect(JSON.stringify(record)).not.toMatch(/litvinof|100000000000000006/);
  });

  it.each([50001, 50013, 50083, 160005, 200000, 20016])(
    "also where only Discord's refusal %i tells it",
    async (code) => {
      discord.failNext({
        matches: ({ method, path }) =>
          method === "POST" && path.endsWith(`/channels/${CHANNEL_ID}/messages`),
        times: 1,
        answer: { status: 403, body: { code, message: "no" } },
      });
      const after = since();
      mention("litvinof pact");
      const answer = await after.one();
      expect(answer.channelId).toBe(DM_CHANNEL_ID);
      expect(textOf(answer.body)).toMatch(/^I may not write where you asked, so here/);
    },
  );

  it.each([
    ["where a right is missing", { app_permissions: String(1 << 10) }, /given me Send Messages\./],
    ["where all are there", {}, undefined],
    [
      "where the server does not have the bot",
      { app_permissions: "0", authorizing_integration_owners: { 1: USER_ID } },
      undefined,
    ],
  ])("the empty slash command tells %s", async (_name, more, says) => {
    const after = since();
    await discord.interact(2, { id: "1", name: "why-rejected", type: 1, options: [] }, more);
    const text = textOf((await after.one()).body);
    if (says) expect(text).toMatch(says);
    else expect(text).not.toContain("Mentions cannot be answered");
  });

  it("costs a line in the log where the asker takes no direct messages either", async () => {
    discord.failNext({
      matches: ({ method, path }) =>
        method === "POST" && path.endsWith(`/channels/${DM_CHANNEL_ID}/messages`),
      times: 1,
      answer: { status: 403, body: { code: 50007, message: "Cannot send messages to this user" } },
    });
    const after = since();
    mention("litvinof pact", { place: PLACES.readOnly });
    await untilLogged(bot, "may not answer there");
    await quiet(100);
    expect(after.all()).toEqual([]);
  });
});

describe("the install", () => {
  it("asks for the rights that the README names, and for no other", async () => {
    const { readFileSync } = await import("node:fs");
    const readme = readFileSync("README.md", "utf8").replace(/\s+/g, " ");
    const named = /and the permissions ((?:\*[^*]+\*(?:, )?)+)\./.exec(readme)?.[1] ?? "";
    expect(
      named
        .match(/[^*,]+(?=\*)/g)
        ?.map((name) => name.trim())
        .filter(Boolean),
    ).toEqual(Object.values(PERMISSIONS).map(({ name }) => name));
  });
});

describe("an answer is taken away", () => {
  const dismissOf = (message: ShownMessage) => {
    const driver = { label: "Dismiss" };
    const [button] = JSON.stringify(message.body.components).match(/1\|d\|[^"]+/) ?? [];
    return button ?? driver.label;
  };
  const card = async () => {
    const after = since();
    const question = mention("litvinof pact");
    return { message: await after.one(), question };
  };

  it("by its asker, although the question has been deleted", async () => {
    const { message, question } = await card();
    discord.gateway.dispatch("MESSAGE_DELETE", { id: question, channel_id: CHANNEL_ID });
    await pressing(message, dismissOf(message));
    await until("the answer to go", () => message.isDeleted);
  });

  it("by a moderator of that channel, and by nobody else", async () => {
    const { message } = await card();
    const after = since();
    await pressing(message, dismissOf(message), member(OTHER_USER_ID, "2048"));
    expect(textOf((await after.one()).body)).toContain("Only the person who asked");
    expect(message.isDeleted).toBe(false);
    await pressing(message, dismissOf(message), member(OTHER_USER_ID, MANAGE_MESSAGES));
    await until("the answer to go", () => message.isDeleted);
  });

  it("not by an id that the message does not carry", async () => {
    const { message } = await card();
    const forged = dismissOf(message).replace(USER_ID, OTHER_USER_ID);
    const after = since();
    await pressing(message, forged, member(OTHER_USER_ID, "2048"));
    expect(textOf((await after.one()).body)).toContain("Only the person who asked");
    expect(message.isDeleted).toBe(false);
  });

  it("once, by two clicks, without a word of complaint", async () => {
    const { message } = await card();
    const after = since();
    const warnings = bot.records().filter(({ level }) => Number(level) >= 40).length;
    await Promise.all([
      pressing(message, dismissOf(message)),
      pressing(message, dismissOf(message)),
    ]);
    await until("the answer to go", () => message.isDeleted);
    await quiet(100);
    expect(after.all()).toEqual([]);
    expect(bot.records().filter(({ level }) => Number(level) >= 40)).toHaveLength(warnings);
    // The fake says that there is no such message any more.
    expect(discord.refusals.splice(0)).toEqual(["10008 Unknown Message"]);
  });
});

describe("a private answer is shared", () => {
  const privately = async () => {
    const after = since();
    const options = [
      { name: "question", type: 3, value: LITVINOV },
      { name: "private", type: 5, value: true },
    ];
    await discord.interact(2, { id: "1", name: "why-rejected", type: 1, options });
    return after.one();
  };
  const shareOf = (message: ShownMessage) =>
    /1\|h\|[^"]+/.exec(JSON.stringify(message.body.components))?.[0] ?? "";

  it("once, by two clicks; the second is told so", async () => {
    const message = await privately();
    const after = since();
    await Promise.all([pressing(message, shareOf(message)), pressing(message, shareOf(message))]);
    await until("both answers", () => after.all().length === 2);
    expect(
      after
        .all()
        .map(({ isPrivate }) => isPrivate)
        .sort(),
    ).toEqual([false, true]);
    const told = after.all().find(({ isPrivate }) => isPrivate);
    expect(textOf(told?.body ?? {})).toContain("shared here already");
  });

  it("again, where the first time it failed", async () => {
    const message = await privately();
    discord.failNext({
      matches: ({ path }) => path.endsWith("/callback"),
      times: 1,
      answer: { status: 404, body: { code: 10062, message: "Unknown interaction" } },
    });
    const lateEver = () => bot.records().filter(({ msg }) => msg === "came too late to answer");
    const before = lateEver().length;
    await pressing(message, shareOf(message));
    await until("the failure", () => lateEver().length > before);
    const after = since();
    await pressing(message, shareOf(message));
    expect((await after.one()).isPrivate).toBe(false);
  });
});

describe("installed by a user alone, in a server that does not have the bot, or between two people", () => {
  const ELSEWHERE = [
    ["a strange server", { guild_id: "777", guild: { id: "777" }, context: 0 }],
    ["a conversation of others", { guild_id: undefined, member: undefined, context: 2 }],
  ] as const;

  it.each(ELSEWHERE)("%s: everything works through the interaction alone", async (_name, where) => {
    const more = {
      ...where,
      ...(where.context === 2 ? { user: user(USER_ID, "asker") } : {}),
      channel_id: "778",
      channel: { id: "778", type: where.context === 2 ? 3 : 0, name: "elsewhere" },
      authorizing_integration_owners: { 1: USER_ID },
    };
    const driver = discordDriver(discord, more);
    const first = discord.requests.length;
    const card = await driver.ways["slash command"]?.("litvinof pact");
    if (!card) throw new Error("no answer");
    expect(card.text).toContain(TITLE);
    const sources = await driver.press(card, "Sources");
    expect(sources?.isPrivate).toBe(true);
    const file = await driver.pick(card, "Cite: BibTeX");
    expect(file.files).toHaveLength(1);
    const help = await driver.ways["slash command"]?.("help");
    if (!help) throw new Error("no help");
    const found = await driver.search(help, "rosevelt confrence plan");
    expect(found.text).toContain("roosevelt-conference-plan-1938@");
    const asked = await driver.ways["message command"]?.("why did the litvinov proposal fail");
    expect(asked?.text).toContain(TITLE);
    expect(buttonId(card, "Dismiss")).toContain(USER_ID);
    expect(await driver.press(card, "Dismiss")).toBeUndefined();
    const paths = discord.requests.slice(first).map(({ path }) => path);
    expect(paths.filter((path) => !/\/(?:interactions|webhooks)\//.test(path))).toEqual([]);
    // Five more answers would be allowed for each interaction; none is used.
    expect(paths.filter((path) => /\/webhooks\/\d+\/[^/]+$/.test(path))).toEqual([]);
  });
});

describe("an id of our own", () => {
  it("is understood whoever's message carries it, and gives away nothing", async () => {
    const after = since();
    mention("litvinof pact");
    const message = await after.one();
    const forged = encodeAction({
      name: "choose",
      caseId: LITVINOV,
      revision: "000000",
      part: "reasons",
      length: "short",
      partyIndexes: [],
      page: 0,
      asker: USER_ID,
    });
    const body = JSON.stringify(message.body);
    const answer = since();
    await pressing(message, forged);
    expect((await answer.one()).isPrivate).toBe(true);
    expect(JSON.stringify(message.body)).toBe(body);
  });
});
