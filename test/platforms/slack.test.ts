import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { encodeAction } from "../../src/chat/action.js";
import { quiet, until } from "../fakes/http.js";
import { textOfBlocks } from "../fakes/slack/check-message.js";
import {
  CHANNEL_ID,
  type FakeSlack,
  OTHER_USER_ID,
  type ShownMessage,
  startFakeSlack,
  USER_ID,
} from "../fakes/slack/fake-slack.js";
import type { RunningBot } from "../helpers/bot.js";
import { startSlackBot, TRANSPORTS } from "../helpers/slack-bot.js";
import { watching } from "./since.js";
import { seenOf } from "./slack-driver.js";

const LITVINOV = "litvinov-collective-security-1938";
const TITLE = "Litvinov's offer of collective security";

describe.each(TRANSPORTS)("Slack over %s", (transport) => {
  let slack: FakeSlack;
  let bot: RunningBot;

  beforeAll(async () => {
    slack = await startFakeSlack();
    bot = await startSlackBot(slack, transport);
  });
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });
  afterEach(() => {
    expect(slack.refusals).toEqual([]);
  });

  const since = watching(() => slack.shown);
  const textOf = (message: ShownMessage) => seenOf(message).text;
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
    it("is acknowledged and answered for the asker alone", async () => {
      const after = since();
      const envelopeId = slack.command("litvinof pact");
      await slack.acked(envelopeId);
      const message = await after.one();
      expect(message.isPrivate).toBe(true);
      expect(seenOf(message).buttons.map(({ label }) => label)).toEqual([
        "More detail",
        "Sources",
        "Share here",
      ]);
    });

    it.each([
      { text: "litvinof pact share", isPrivate: false, says: /Britain rejected it/ },
      {
        text: "share party:france litvinof pact",
        isPrivate: false,
        says: /France let it drop[\s\S]*Britain rejected it/,
      },
      {
        text: 'litvinof party:"the French" pact',
        isPrivate: true,
        says: /France let it drop[\s\S]*Britain rejected it/,
      },
      { text: "length:full litvinof pact", isPrivate: true, says: /page 1 of \d/ },
      {
        text: "LENGTH:plain litvinof pact",
        isPrivate: true,
        says: /Britain did not want to promise beforehand/,
      },
      {
        text: "litvinov proposal length:long",
        isPrivate: true,
        says: /Litvinov's offer/,
      },
    ])("reads $text", async ({ text, isPrivate, says }) => {
      const after = since();
      slack.command(text);
      const message = await after.one();
      expect(message.isPrivate).toBe(isPrivate);
      expect(textOf(message)).toMatch(says);
    });

    it("opens a form when it is empty: a case by type-ahead, or a question", async () => {
      slack.command("");
      const view = await until("a form", () => slack.views.at(-1));
      const suggestions = (await slack.acked(slack.suggest("litv"))) as {
        options: { text: { text: string }; value: string }[];
      };
      expect(suggestions.options[0]).toMatchObject({ value: LITVINOV });
      const byCase = since();
      slack.submit(view, { case: { ask_form_case: { selected_option: { value: LITVINOV } } } });
      expect(textOf(await byCase.one())).toContain(TITLE);
      const byWords = since();
      slack.submit(view, { question: { ask_form_question: { value: "rosevelt confrence plan" } } });
      const message = await byWords.one();
      expect(textOf(message)).toContain("Roosevelt");
      expect(message.isPrivate).toBe(true);
    });
  });

  describe("mentions", () => {
    it("are answered in their thread", async () => {
      const after = since();
      const { ts } = slack.mention("litvinof pact");
      expect(await after.one()).toMatchObject({
        channel: CHANNEL_ID,
        threadTs: ts,
        isPrivate: false,
      });
      const inThread = since();
      slack.mention("litvinof pact", { thread_ts: "1700000000.000001" });
      expect((await inThread.one()).threadTs).toBe("1700000000.000001");
    });

    it("carry the real short answer beside the blocks", async () => {
      const after = since();
      slack.mention("litvinof pact");
      const { body } = await after.one();
      expect(body.text).toContain("Britain rejected it, 24 March 1938");
      expect(body.text).toMatch(/Why\n/);
    });
  });

  describe("exactly once", () => {
    it("an event delivered again is answered once", async () => {
      const after = since();
      const ts = "1700000001.000001";
      const event = {
        type: "app_mention",
        user: USER_ID,
        text: "litvinof pact",
        ts,
        channel: CHANNEL_ID,
        event_ts: ts,
      };
      slack.event(event, "Ev1");
      slack.event(event, "Ev1", 1);
      await after.one();
      await quiet();
      expect(after.all()).toHaveLength(1);
    });

    it("a mention that comes as a message too is answered once", async () => {
      const after = since();
      const { ts } = slack.mention("litvinof pact");
      slack.event({
        type: "message",
        channel_type: "channel",
        user: USER_ID,
        text: "litvinof pact",
        ts,
        channel: CHANNEL_ID,
        event_ts: ts,
      });
      await after.one();
      await quiet();
      expect(after.all()).toHaveLength(1);
    });

    it.each([
      ["an edited message", { subtype: "message_changed" }],
      ["another bot's message", { bot_id: "B9" }],
      ["a message in a channel", { channel_type: "channel" }],
    ])("%s gets nothing", async (_name, more) => {
      const after = since();
      slack.direct("litvinof pact", more);
      await quiet();
      expect(after.all()).toEqual([]);
    });
  });

  describe("faults of Slack", () => {
    it("a response_url that fails is tried again", async () => {
      const after = since();
      slack.failNext({
        matches: ({ path }) => path.startsWith("/response/"),
        times: 2,
        answer: { status: 500 },
      });
      slack.command("litvinof pact");
      await after.one();
      await quiet();
      expect(after.all()).toHaveLength(1);
    });

    it("a rate limit is waited out", async () => {
      const after = since();
      slack.failNext({
        matches: ({ path }) => path.endsWith("chat.postMessage"),
        times: 1,
        answer: {
          status: 429,
          body: { ok: false, error: "ratelimited" },
          headers: { "retry-after": "1" },
        },
      });
      slack.mention("litvinof pact");
      await after.one();
      expect(after.all()).toHaveLength(1);
    });

    it("an error of the server is tried again", async () => {
      const after = since();
      slack.failNext({
        matches: ({ path }) => path.endsWith("chat.postMessage"),
        times: 1,
        answer: { status: 503, body: {} },
      });
      slack.mention("litvinof pact");
      await after.one();
      await quiet();
      expect(after.all()).toHaveLength(1);
    });

    it.runIf(transport === "Socket Mode").each([
      ["a dropped connection", () => slack.drop()],
      ["a refresh of the connection", () => slack.askReconnect()],
    ])("%s: it connects again and answers", async (_name, disturb) => {
      const before = slack.connectionsEver();
      disturb();
      await until("a new connection", () => slack.connectionsEver() > before, 15_000);
      const after = since();
      slack.mention("litvinof pact");
      expect(textOf(await after.one(10_000))).toContain(TITLE);
    });
  });

  describe("buttons", () => {
    const card = async () => {
      const after = since();
      slack.mention("litvinof pact");
      return after.one();
    };

    it.each([
      ["of a version that is not known", "9|s|x", /too old/],
      ["of an entry that has changed", encodeAction(anAction), /^This entry has changed since/],
      [
        "of an entry that is gone",
        encodeAction({ ...anAction, caseId: "never-was-1900" }),
        /no longer in the collection/,
      ],
    ])("%s: a polite word, for the presser alone", async (_name, value, says) => {
      const message = await card();
      const after = since();
      slack.press(message, value);
      const told = await after.one();
      expect(told.isPrivate).toBe(true);
      expect(textOf(told)).toMatch(says);
    });

    it("let nobody but the asker dismiss", async () => {
      const message = await card();
      const dismiss = encodeAction({ ...anAction, name: "dismiss" });
      const after = since();
      slack.press(message, dismiss, OTHER_USER_ID);
      expect(textOf(await after.one())).toContain("Only the person who asked");
      slack.press(message, dismiss);
      await until("the answer to go", () => message.isDeleted);
    });

    it("share a private answer with the channel, once", async () => {
      const before = since();
      slack.command("litvinof pact");
      const privately = await before.one();
      const share = seenOf(privately).buttons.find(({ label }) => label === "Share here");
      const after = since();
      slack.press(privately, share?.id ?? "");
      const shared = await after.one();
      expect(shared.isPrivate).toBe(false);
      expect(textOfBlocks(shared.body.blocks)).toContain(TITLE);
      await until("the private answer to go", () => privately.isDeleted);
    });
  });
});
