import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ACTION_ID_MAX_CHARS, encodeAction } from "../../src/chat/action.js";
import { textOf } from "../fakes/discord/check-message.js";
import {
  BOT_ID,
  CHANNEL_ID,
  type FakeDiscord,
  type ShownMessage,
  startFakeDiscord,
  TOKEN,
  USER_ID,
  user,
} from "../fakes/discord/fake-discord.js";
import { quiet, until } from "../fakes/http.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { watching } from "./since.js";

const LITVINOV = "litvinov-collective-security-1938";
const TITLE = "Litvinov's offer of collective security";
const CHAT_INPUT = { id: "1", name: "why-rejected", type: 1 };

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

const since = watching(() => discord.shown);
const command = (options: { name: string; type: number; value: unknown }[], more = {}) =>
  discord.interact(2, { ...CHAT_INPUT, options }, more);
const question = (value: string) => ({ name: "question", type: 3, value });
const press = (message: ShownMessage, customId: string, more = {}) =>
  discord.interact(
    3,
    { component_type: 2, custom_id: customId },
    { message: discord.messageJson(message), ...more },
  );
const anAction = {
  name: "show",
  caseId: LITVINOV,
  revision: "000000",
  part: "reasons",
  length: "short",
  partyIndexes: [],
  page: 0,
  asker: USER_ID,
} as const;

describe("the slash command", () => {
  it.each([
    ["the case's id", LITVINOV],
    ["its title", "Litvinov's offer of collective security after the Anschluss, March 1938"],
    ["one of its names", "litvinov PROPOSAL"],
    ["free text", "why did nobody want litvinovs conference"],
  ])("takes %s", async (_name, value) => {
    const after = since();
    await command([question(value)]);
    expect(textOf((await after.one()).body)).toContain(TITLE);
  });

  it("answers privately on request", async () => {
    const after = since();
    await command([question("litvinof pact"), { name: "private", type: 5, value: true }]);
    const message = await after.one();
    expect(message.isPrivate).toBe(true);
    expect(JSON.stringify(message.body.components)).toContain("Share here");
  });

  it("puts the party that is asked for first", async () => {
    const after = since();
    await command([question("litvinof pact"), { name: "party", type: 3, value: "the French" }]);
    const text = textOf((await after.one()).body);
    expect(text.indexOf("France let it drop")).toBeLessThan(text.indexOf("Britain rejected"));
  });

  it("tells all in full, and simply in plain", async () => {
    const full = since();
    await command([question("litvinof pact"), { name: "length", type: 3, value: "full" }]);
    expect(textOf((await full.one()).body)).toMatch(/page 1 of \d/);
    const plain = since();
    await command([question("litvinof pact"), { name: "length", type: 3, value: "plain" }]);
    expect(textOf((await plain.one()).body)).toContain(
      "Britain did not want to promise beforehand",
    );
  });

  it("explains itself when it is empty", async () => {
    const after = since();
    await command([]);
    expect(textOf((await after.one()).body)).toContain("Why was it turned down?");
  });
});

describe("autocomplete", () => {
  const suggest = async (typed: string) => {
    const interaction = await discord.interact(4, {
      ...CHAT_INPUT,
      options: [{ ...question(typed), focused: true }],
    });
    return until("choices", () => interaction.choices);
  };

  it.each(["litv", "LITVINOV PROP", "litvinof", "collective secur"])(
    "finds the case from %j",
    async (typed) => {
      const [first] = await suggest(typed);
      expect(first).toMatchObject({ value: LITVINOV, name: expect.stringContaining(TITLE) });
    },
  );

  it("offers something for an empty field, and nothing for nonsense", async () => {
    expect((await suggest("")).length).toBeGreaterThan(2);
    expect(await suggest("qqqqzzzz")).toEqual([]);
  });

  it("takes anything that is typed", async () => {
    for (const typed of ["x".repeat(6000), "(((", "\\", "👍", "@everyone"]) await suggest(typed);
  });
});

describe("messages that are not meant for the bot get nothing", () => {
  it.each([
    ["chatter", () => discord.say("why did Litvinov fail")],
    ["@everyone", () => discord.say("@everyone litvinof pact")],
    [
      "a role's mention",
      () => discord.say("<@&5> litvinof pact", { raw: { mention_roles: ["5"] } }),
    ],
    [
      "another bot",
      () =>
        discord.say(`<@${BOT_ID}> litvinof pact`, {
          mentions: [BOT_ID],
          author: user("9", "bot", true),
        }),
    ],
    [
      "a webhook",
      () =>
        discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID], raw: { webhook_id: "9" } }),
    ],
    ["a system message", () => discord.say("", { mentions: [BOT_ID], raw: { type: 7 } })],
    [
      "its own message",
      () => discord.say("litvinof pact", { dm: true, author: user(BOT_ID, "why-rejected", true) }),
    ],
  ])("%s", async (_name, say) => {
    const after = since();
    say();
    await quiet();
    expect(after.all()).toEqual([]);
  });

  it("a reply to an answer that is no follow-up, while a follow-up is answered", async () => {
    const first = since();
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    const card = await first.one();
    const thanks = since();
    // A pinging reply comes with the author of the answer among the mentions.
    discord.say("oh wow, thanks, never knew that", { replyTo: card.id, mentions: [BOT_ID] });
    await quiet();
    expect(thanks.all()).toEqual([]);
    const more = since();
    discord.say("and the French?", { replyTo: card.id, mentions: [BOT_ID] });
    expect(textOf((await more.one()).body)).toContain("France let it drop");
  });
});

describe("direct messages", () => {
  it("follow up the last answer without a reply", async () => {
    const first = since();
    discord.say("litvinof pact", { dm: true });
    await first.one();
    const next = since();
    discord.say("what happened next?", { dm: true });
    expect(textOf((await next.one()).body)).toContain("What happened next");
  });
});

describe("exactly once", () => {
  it("a message delivered twice is answered once", async () => {
    const after = since();
    const id = discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID], raw: { id } });
    await after.one();
    await quiet();
    expect(after.all()).toHaveLength(1);
  });

  it("a post whose response was lost is repeated and shown once", async () => {
    const after = since();
    discord.failNext({
      matches: ({ method, path }) =>
        method === "POST" && path.endsWith(`/channels/${CHANNEL_ID}/messages`),
      times: 1,
      loseAnswer: true,
    });
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    await after.one();
    await quiet(500);
    expect(after.all()).toHaveLength(1);
  });

  it("an answer to a command whose response was lost is not followed by an apology", async () => {
    const after = since();
    discord.failNext({
      matches: ({ path }) => path.endsWith("/callback"),
      times: 1,
      loseAnswer: true,
    });
    await command([question("litvinof pact")]);
    await after.one();
    await untilLogged(bot, "answered before");
    await quiet();
    expect(after.all()).toHaveLength(1);
    expect(discord.refusals.splice(0)).toEqual([expect.stringContaining("40060")]);
  });

  it("an interaction that expired is let go", async () => {
    discord.failNext({
      matches: ({ path }) => path.endsWith("/callback"),
      times: 1,
      answer: { status: 404, body: { code: 10062, message: "Unknown interaction" } },
    });
    const after = since();
    await command([question("litvinof pact")]);
    await untilLogged(bot, "came too late to answer");
    await quiet();
    expect(after.all()).toEqual([]);
  });
});

describe("faults of Discord", () => {
  it("a rate limit is waited out", async () => {
    const after = since();
    discord.failNext({
      matches: ({ method, path }) => method === "POST" && path.endsWith("/messages"),
      times: 1,
      answer: {
        status: 429,
        body: { message: "You are being rate limited.", retry_after: 0.3, global: false },
        headers: { "retry-after": "0.3", "x-ratelimit-scope": "user" },
      },
    });
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    await after.one();
    expect(after.all()).toHaveLength(1);
  });

  it("an error of the server is tried again", async () => {
    const after = since();
    discord.failNext({
      matches: ({ method, path }) => method === "POST" && path.endsWith("/messages"),
      times: 2,
      answer: { status: 503, body: {} },
    });
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    await after.one();
    await quiet();
    expect(after.all()).toHaveLength(1);
  });

  it.each([
    ["a dropped connection", () => discord.gateway.drop()],
    ["a request to reconnect", () => discord.gateway.askReconnect()],
  ])("%s: what was said meanwhile is answered once", async (_name, disturb) => {
    const after = since();
    const resumes = discord.gateway.log.filter((entry) => entry === "resume").length;
    disturb();
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    await until(
      "a resume",
      () => discord.gateway.log.filter((entry) => entry === "resume").length > resumes,
      15_000,
    );
    await after.one();
    await quiet();
    expect(after.all()).toHaveLength(1);
  });
});

describe("buttons", () => {
  const card = async () => {
    const after = since();
    discord.say(`<@${BOT_ID}> litvinof pact`, { mentions: [BOT_ID] });
    return after.one();
  };

  it.each([
    ["of a version that is not known", "9|s|x"],
    ["that is no id of ours", "something-else"],
  ])("%s: a polite word, for the presser alone", async (_name, customId) => {
    const message = await card();
    const after = since();
    await press(message, customId);
    const told = await after.one();
    expect(told.isPrivate).toBe(true);
    expect(textOf(told.body)).toContain("too old");
  });

  it("of an entry that has changed since say so", async () => {
    const message = await card();
    const after = since();
    await press(message, encodeAction(anAction));
    expect(textOf((await after.one()).body)).toMatch(/^This entry has changed since/);
  });

  it("of an entry that is gone say so", async () => {
    const message = await card();
    const after = since();
    await press(message, encodeAction({ ...anAction, caseId: "never-was-1900" }));
    expect(textOf((await after.one()).body)).toContain("no longer in the collection");
  });

  it("share a private answer with the channel", async () => {
    const before = since();
    await command([question("litvinof pact"), { name: "private", type: 5, value: true }]);
    const privately = await before.one();
    const after = since();
    await press(privately, encodeAction({ ...anAction, name: "share" }));
    const shared = await after.one();
    expect(shared.isPrivate).toBe(false);
    expect(JSON.stringify(shared.body.components)).toContain("Dismiss");
  });

  it("fit their id in a hundred characters at the longest", () => {
    const longest = encodeAction({
      ...anAction,
      name: "dismiss",
      caseId: "c".repeat(40),
      part: "corrections",
      partyIndexes: [0, 1],
      page: 99,
      asker: "9".repeat(20),
    });
    expect(longest.length).toBeLessThanOrEqual(ACTION_ID_MAX_CHARS);
  });
});

describe("citations as a file", () => {
  const cite = { ...anAction, part: "cite-ris" } as const;
  const opened = async () => {
    const before = since();
    await command([question("litvinof pact"), { name: "private", type: 5, value: true }]);
    const card = await before.one();
    await press(card, encodeAction(cite));
    await until("the citations", () => textOf(card.body).includes("Sources, RIS"));
    return card;
  };

  it("go when something else is opened in the same message", async () => {
    const card = await opened();
    expect(card.files.map(({ name }) => name)).toEqual([`${LITVINOV}.ris`]);
    await press(card, encodeAction({ ...cite, part: "aftermath" }));
    await until("the aftermath", () => textOf(card.body).includes("What happened next"));
    expect(card.files).toEqual([]);
  });

  it("are text to be copied where Discord lets no file through", async () => {
    discord.failNext({
      matches: ({ path, files }) => path.endsWith("/callback") && files.length > 0,
      times: 1,
      answer: { status: 403, body: { code: 50013, message: "Missing Permissions" } },
    });
    const card = await opened();
    expect(card.files).toEqual([]);
    expect(textOf(card.body)).toContain("TY  - ");
  });
});

describe("the commands", () => {
  it("are uploaded once, and not again by the next start", async () => {
    expect(discord.uploads).toBe(1);
    const second = startBot({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
    const record = await untilLogged(second, "discord commands");
    await second.stop();
    expect(record.uploaded).toBe(false);
    expect(discord.uploads).toBe(1);
  });
});

afterEach(() => {
  // Taken out, so that one fault does not hide what comes after it.
  expect(discord.refusals.splice(0)).toEqual([]);
});
