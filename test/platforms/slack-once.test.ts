import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { encodeAction } from "../../src/chat/action.js";
import { quiet, until } from "../fakes/http.js";
import { type FakeSlack, startFakeSlack, USER_ID } from "../fakes/slack/fake-slack.js";
import type { RunningBot } from "../helpers/bot.js";
import { startSlackBot, TRANSPORTS } from "../helpers/slack-bot.js";
import { buttonId } from "./driver.js";
import { watching } from "./since.js";
import { seenOf } from "./slack-driver.js";

const LITVINOV = "litvinov-collective-security-1938";
const SOURCES = encodeAction({
  name: "show",
  caseId: LITVINOV,
  revision: "000000",
  part: "sources",
  length: "short",
  partyIndexes: [],
  page: 0,
  asker: USER_ID,
});
const CASE = { case: { ask_form_case: { selected_option: { value: LITVINOV } } } };

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
  const aCard = async () => {
    const after = since();
    slack.mention("litvinof pact");
    return after.one();
  };
  const aForm = async () => {
    const before = slack.views.length;
    slack.globalShortcut();
    return until("a form", () => slack.views[before]);
  };

  /** Everything that is answered by one message. */
  const asks: [string, () => Promise<string>][] = [
    ["a command", async () => slack.command("litvinof pact")],
    ["a mention", async () => slack.mention("litvinof pact").envelopeId],
    ["a direct message", async () => slack.direct("litvinof pact").envelopeId],
    ["a message shortcut", async () => slack.shortcut("litvinof pact")],
    ["a button", async () => slack.press(await aCard(), SOURCES)],
    ["a filled form", async () => slack.submit(await aForm(), CASE)],
  ];
  /** What they leave behind beside the answer. */
  const said = (all: ReturnType<ReturnType<typeof since>["all"]>) =>
    all.filter(({ body }) => body.blocks);

  it.each(asks)(
    "%s that comes again, since its acknowledgement was lost, is answered once",
    async (name, ask) => {
      const extra = name === "a button" ? 1 : 0;
      const after = since();
      const envelope = await ask();
      await until("an answer", () => said(after.all()).length === 1 + extra);
      await slack.acked(slack.again(envelope, 1));
      await slack.acked(slack.again(envelope, 2));
      await quiet(150);
      expect(said(after.all())).toHaveLength(1 + extra);
    },
  );

  it.each(asks)("%s that comes twice at the same time is answered once", async (name, ask) => {
    const extra = name === "a button" ? 1 : 0;
    const after = since();
    slack.again(await ask());
    await until("an answer", () => said(after.all()).length === 1 + extra);
    await quiet(150);
    expect(said(after.all())).toHaveLength(1 + extra);
  });

  it.each(asks)(
    "%s from another workspace is acknowledged, logged, and nothing else",
    async (_name, ask) => {
      const envelope = await ask();
      await slack.acked(envelope);
      await quiet(150);
      const after = since();
      const logged = bot.records().length;
      await slack.acked(slack.fromAnotherTeam(envelope));
      await until("the log line", () => bot.records().length > logged);
      await quiet(100);
      expect(after.all()).toEqual([]);
      expect(bot.records().slice(logged)).toMatchObject([{ level: 40, platform: "slack" }]);
    },
  );

  it("Share here, pressed twice, is shared once", async () => {
    const asked = since();
    slack.command("litvinof pact");
    const privately = await asked.one();
    const share = buttonId(seenOf(privately), "Share here");
    const after = since();
    slack.press(privately, share);
    slack.press(privately, share);
    await until("the private answer to go", () => privately.isDeleted);
    await quiet(150);
    expect(after.all()).toHaveLength(1);
  });

  it("a question that comes with a file is a question", async () => {
    const after = since();
    slack.direct("litvinof pact", { subtype: "file_share", files: [{ id: "F1" }] });
    expect(seenOf(await after.one()).text).toContain(`${LITVINOV}@`);
  });

  it("a follow-up late in a long thread is about the last answer", async () => {
    const first = since();
    slack.direct("litvinof pact");
    const { threadTs } = await first.one();
    for (let turn = 0; turn < 25; turn++) {
      const next = since();
      slack.direct("sources?", { thread_ts: threadTs });
      await next.one();
    }
    const other = since();
    slack.direct("baruch plan", { thread_ts: threadTs });
    await other.one();
    const last = since();
    slack.direct("sources?", { thread_ts: threadTs });
    expect(seenOf(await last.one()).text).toContain("baruch-plan-1946@");
  });

  describe("what fails on our side", () => {
    it.each([
      ["a mention", () => slack.mention("litvinof pact"), /chat\.postMessage$/, 200],
      ["a command", () => slack.command("litvinof pact"), /^\/response\//, 400],
    ])(
      "%s: the asker is told, with what to find it by in the log",
      async (_name, ask, path, status) => {
        slack.failNext({
          matches: (request) => path.test(request.path),
          times: 1,
          answer: { status, body: { ok: false, error: "invalid_blocks" } },
        });
        const after = since();
        ask();
        const { text } = seenOf(await after.one());
        const reference = /\(([0-9a-f]{8})\)/.exec(text)?.[1];
        expect(text).toContain("Something went wrong on our side");
        const line = await until("the line in the log", () =>
          bot.records().find((one) => one.reference === reference),
        );
        expect(line).toMatchObject({ level: 50 });
      },
    );

    it("in a place that takes nothing, nobody is bothered further", async () => {
      slack.failNext({
        matches: ({ path }) => path.endsWith("chat.postMessage"),
        times: 1,
        answer: { status: 200, body: { ok: false, error: "is_archived" } },
      });
      const after = since();
      slack.mention("litvinof pact");
      await quiet(400);
      expect(after.all()).toEqual([]);
    });

    it("a thread that cannot be read costs the follow-up and not the answer", async () => {
      slack.failNext({
        matches: ({ path }) => path.endsWith("conversations.replies"),
        times: 1,
        answer: { status: 200, body: { ok: false, error: "missing_scope" } },
      });
      const after = since();
      slack.direct("litvinof pact", { thread_ts: "1700000000.000001" });
      expect(seenOf(await after.one()).text).toContain(`${LITVINOV}@`);
    });
  });
});
