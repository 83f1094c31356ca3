import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { encodeAction } from "../../src/chat/action.js";
import { quiet, until } from "../fakes/http.js";
import { buttonsOfBlocks, type FakeView, textOfBlocks } from "../fakes/slack/check-message.js";
import {
  ADMIN_USER_ID,
  CHANNEL_ID,
  DM_CHANNEL_ID,
  type FakeSlack,
  OTHER_USER_ID,
  type ShownMessage,
  startFakeSlack,
  USER_ID,
} from "../fakes/slack/fake-slack.js";
import type { RunningBot } from "../helpers/bot.js";
import { realAsker } from "../helpers/real.js";
import { startSlackBot, TRANSPORTS } from "../helpers/slack-bot.js";
import { buttonId, menuId } from "./driver.js";
import { watching } from "./since.js";
import { seenOf } from "./slack-driver.js";

const LITVINOV = "litvinov-collective-security-1938";
const TITLE = "Litvinov's offer of collective security";
const ELSEWHERE = "C0ELSEWHERE";

describe.each(TRANSPORTS)("Slack over %s", (transport) => {
  let slack: FakeSlack;
  let bot: RunningBot;

  beforeAll(async () => {
    await realAsker();
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
  const aForm = async (open: () => unknown): Promise<FakeView> => {
    const before = slack.views.length;
    open();
    return until("a form", () => slack.views[before]);
  };

  describe("the form", () => {
    const openings: [string, () => unknown, boolean][] = [
      ["the empty command", () => slack.command(""), true],
      ["the global shortcut", () => slack.globalShortcut(), false],
      ["the home page", () => slack.pressHome(encodeAction({ name: "ask" })), false],
    ];

    it.each(openings)("opens from %s", async (_name, open, isInPlace) => {
      const form = await aForm(open);
      const after = since();
      slack.submit(form, { case: { ask_form_case: { selected_option: { value: LITVINOV } } } });
      const answer = await after.one();
      expect(textOf(answer)).toContain(TITLE);
      // Where Slack gives no place to answer in private, it is the direct messages with the app.
      expect(answer.isPrivate).toBe(isInPlace);
      expect(answer.channel).toBe(isInPlace ? CHANNEL_ID : DM_CHANNEL_ID);
    });

    it("answers in the conversation that was picked, for all there", async () => {
      const form = await aForm(() => slack.globalShortcut());
      const after = since();
      const question = { ask_form_question: { value: "litvinof pact" } };
      slack.submit(form, { question }, ELSEWHERE);
      const answer = await after.one();
      expect(answer).toMatchObject({ channel: ELSEWHERE, isPrivate: false });
      expect(seenOf(answer).buttons.map(({ label }) => label)).toContain("Dismiss");
    });

    it("reads the party and the length", async () => {
      const form = await aForm(() => slack.globalShortcut());
      const after = since();
      slack.submit(form, {
        question: { ask_form_question: { value: "litvinof pact" } },
        party: { ask_form_party: { value: "the French" } },
        length: { ask_form_length: { selected_option: { value: "plain" } } },
      });
      const text = textOf(await after.one());
      expect(text).toMatch(/France let it drop[\s\S]*Britain rejected it/);
      expect(text).toMatch(/Britain did not want to promise beforehand/);
    });

    it("takes a question about the case that was picked beside it", async () => {
      const form = await aForm(() => slack.globalShortcut());
      const after = since();
      slack.submit(form, {
        case: { ask_form_case: { selected_option: { value: LITVINOV } } },
        question: { ask_form_question: { value: "and the French?" } },
      });
      expect(textOf(await after.one())).toMatch(/France let it drop[\s\S]*Britain rejected it/);
    });

    it("stays open with a word where it is empty", async () => {
      const form = await aForm(() => slack.globalShortcut());
      const after = since();
      const answer = await slack.acked(
        slack.submit(form, { question: { ask_form_question: { value: "  " } } }),
      );
      expect(answer).toEqual({
        response_action: "errors",
        errors: { question: expect.stringContaining("Type a question") },
      });
      await quiet(100);
      expect(after.all()).toEqual([]);
    });

    it.each([
      ["an empty one", ""],
      ["a beginning", "litv"],
      ["nothing that fits", "zzzzqqq"],
    ])("suggests cases for %s", async (_name, typed) => {
      const { options } = (await slack.acked(slack.suggest(typed))) as { options: unknown[] };
      expect(options.length > 0).toBe(typed !== "zzzzqqq");
    });

    it("that can no longer be opened gives the help instead", async () => {
      slack.failNext({
        matches: ({ path }) => path.endsWith("views.open"),
        times: 1,
        answer: { status: 200, body: { ok: false, error: "expired_trigger_id" } },
      });
      const after = since();
      slack.command("");
      expect(textOf(await after.one())).toContain("Why was it turned down?");
    });

    it("that stood open for too long is answered in direct messages", async () => {
      const form = await aForm(() => slack.command(""));
      slack.failNext({
        matches: ({ path }) => path.startsWith("/response/"),
        times: 1,
        answer: { status: 404, body: { ok: false, error: "expired_url" } },
      });
      const after = since();
      slack.submit(form, { question: { ask_form_question: { value: "litvinof pact" } } });
      expect(await after.one()).toMatchObject({ channel: DM_CHANNEL_ID });
    });
  });

  describe("the home page", () => {
    const home = async (act: () => unknown, userId = USER_ID) => {
      const before = slack.homes.get(userId);
      act();
      const view = await until("the home page", () => {
        const now = slack.homes.get(userId);
        return now === before ? undefined : now;
      });
      const blocks = view.blocks;
      const controls = buttonsOfBlocks(blocks);
      const picks = controls.flatMap(({ options = [] }) => options);
      return {
        text: textOfBlocks(blocks),
        labels: controls.map(({ text }) => (typeof text === "object" ? text.text : "")),
        pick: (label: string | RegExp) =>
          picks.find(({ text }) => text.text.search(label) >= 0)?.value ?? "",
        button: (label: string) =>
          controls.find(({ text }) => typeof text === "object" && text.text === label)?.value ?? "",
      };
    };

    it("says what this is, how much there is, what is new, and leads on", async () => {
      const { base } = await realAsker();
      const front = await home(() => slack.openHome("home"));
      expect(front.text).toContain("Why was it turned down?");
      expect(front.text).toContain(`${base.current.length} cases, every one of them reviewed`);
      expect(front.text).toContain("Reviewed");
      expect(front.labels).toContain("Search");
    });

    it.each([
      ["By time", /^1930-1939 \(/],
      ["By who turned it down", /^Britain \(/],
      ["By kind of reason", /^New commitments \(/],
    ])("is walked through %s down to a case, and back", async (way, line) => {
      const front = await home(() => slack.openHome("home"));
      const headings = await home(() => slack.pressHome(front.pick(way), "static_select"));
      const cases = await home(() => slack.pressHome(headings.pick(line), "static_select"));
      const card = await home(() => slack.pressHome(cases.pick(/^Litvinov/), "static_select"));
      expect(card.text).toContain(`${LITVINOV}@`);
      // Nobody else sees it: nothing to share or to take away.
      expect(card.labels).not.toContain("Share here");
      expect(card.labels).not.toContain("Dismiss");
      const sources = await home(() => slack.pressHome(card.button("Sources")));
      expect(sources.text).toContain("Sources");
      const back = await home(() => slack.pressHome(sources.button("Browse the collection")));
      expect(back.text).toContain("every one of them reviewed");
    });

    it("takes a button of long ago calmly", async () => {
      await home(() => slack.openHome("home", OTHER_USER_ID), OTHER_USER_ID);
      const front = await home(
        () => slack.pressHome("0|old", "button", OTHER_USER_ID),
        OTHER_USER_ID,
      );
      expect(front.text).toContain("Why was it turned down?");
    });
  });

  describe("the conversation with the app", () => {
    it("offers four questions that are answered", async () => {
      const { ask } = await realAsker();
      const before = slack.prompts.length;
      slack.openHome("messages");
      const { channel, prompts } = await until("prompts", () => slack.prompts[before]);
      expect(channel).toBe(DM_CHANNEL_ID);
      expect(new Set(prompts.map(({ message }) => message)).size).toBe(4);
      for (const { message } of prompts) {
        expect(ask({ question: message }).kind).toBe("answer");
      }
    });

    it("keeps each thread's case apart", async () => {
      const first = since();
      slack.direct("litvinof pact");
      const { threadTs: one } = await first.one();
      const second = since();
      slack.direct("baruch plan");
      const { threadTs: other } = await second.one();
      expect(other).not.toBe(one);
      const followUp = since();
      slack.direct("sources?", { thread_ts: one });
      const answer = await followUp.one();
      expect(answer.threadTs).toBe(one);
      expect(textOf(answer)).toContain(`${LITVINOV}@`);
    });

    const opened = async (label: string) => {
      const after = since();
      slack.direct("litvinof pact");
      const card = await after.one();
      const next = since();
      slack.press(card, menuId(seenOf(card), label), USER_ID, "static_select");
      return { card, next };
    };

    it.each([
      ["Cite: BibTeX", `${LITVINOV}.bib`, /^@\w+\{/],
      ["Cite: RIS (Zotero, EndNote)", `${LITVINOV}.ris`, /^TY {2}- /],
    ])("gives %s as a file, in its thread", async (label, name, start) => {
      const { card, next } = await opened(label);
      await until("the file and its word", () => next.all().length === 2);
      const [file, word] = next.all();
      expect(file).toMatchObject({ channel: DM_CHANNEL_ID, threadTs: card.threadTs });
      expect(file?.files).toEqual([{ name, text: expect.stringMatching(start) }]);
      expect(word?.threadTs).toBe(card.threadTs);
      expect(word && textOf(word)).toContain(name);
      expect(word && textOf(word)).not.toContain("```");
    });

    it.each(["files.getUploadURLExternal", "files.completeUploadExternal"])(
      "gives the text instead where Slack refuses %s",
      async (method) => {
        slack.failNext({
          matches: ({ path }) => path.endsWith(method),
          times: 1,
          answer: { status: 200, body: { ok: false, error: "missing_scope" } },
        });
        const { next } = await opened("Cite: BibTeX");
        const text = textOf(await next.one());
        expect(text).toContain("```");
        await quiet(100);
        expect(next.all()).toHaveLength(1);
      },
    );

    it("in a channel it is text, for the one who pressed alone", async () => {
      const after = since();
      slack.mention("litvinof pact");
      const card = await after.one();
      const next = since();
      slack.press(card, menuId(seenOf(card), "Cite: BibTeX"), USER_ID, "static_select");
      const answer = await next.one();
      expect(answer).toMatchObject({ isPrivate: true, files: [], threadTs: card.threadTs });
      expect(textOf(answer)).toContain("```");
    });
  });

  describe("an answer is dismissed", () => {
    const card = async () => {
      const after = since();
      slack.mention("litvinof pact");
      const message = await after.one();
      return { message, dismiss: buttonId(seenOf(message), "Dismiss") };
    };

    it("by one who runs the workspace, whoever asked", async () => {
      const { message, dismiss } = await card();
      slack.press(message, dismiss, ADMIN_USER_ID);
      await until("the answer to go", () => message.isDeleted);
    });

    it("by nobody else, also where Slack does not say who runs the workspace", async () => {
      const { message, dismiss } = await card();
      const after = since();
      slack.press(message, dismiss, OTHER_USER_ID);
      expect(textOf(await after.one())).toContain("Only the person who asked");
      slack.failNext({
        matches: ({ path }) => path.endsWith("users.info"),
        times: 1,
        answer: { status: 200, body: { ok: false, error: "missing_scope" } },
      });
      const again = since();
      slack.press(message, dismiss, ADMIN_USER_ID);
      expect(textOf(await again.one())).toContain("Only the person who asked");
      expect(message.isDeleted).toBe(false);
    });

    it.each(["message_not_found", "channel_not_found", "cant_delete_message"])(
      "through its own address where Slack says %s",
      async (error) => {
        const { message, dismiss } = await card();
        slack.failNext({
          matches: ({ path }) => path.endsWith("chat.delete"),
          times: 1,
          answer: { status: 200, body: { ok: false, error } },
        });
        slack.press(message, dismiss);
        await until("the answer to go", () => message.isDeleted);
      },
    );
  });
});
