import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until } from "../fakes/http.js";
import type { FakeView } from "../fakes/slack/check-message.js";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.js";
import type { RunningBot } from "../helpers/bot.js";
import { startSlackBot, TRANSPORTS } from "../helpers/slack-bot.js";
import { seenOf } from "./slack-driver.js";

/** Pieces with a meaning to Slack, to Bolt, to our own readers, or to a careless program. */
const PIECES = [
  "<!channel>",
  "<!here|here>",
  "<@U0OTHER>",
  "<#C1|x>",
  "<https://example.org|click>",
  "&lt;!everyone&gt;",
  "```",
  "*_~`",
  "party:",
  'party:"',
  "length:full",
  "length:",
  "share",
  "private",
  "litvinof",
  "@",
  "|",
  "1|s|x|0|r|s||0|U1",
  "__proto__",
  "constructor",
  "%00%0a",
  "\u0000",
  "\u202e",
  "\u200d",
  "🏳️‍🌈",
  "\ud800",
  "why ",
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 40 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(""));
const long = fc.constantFrom("why ".repeat(10_000), "<".repeat(5000), "😀".repeat(3000));
const anything = fc.oneof({ weight: 9, arbitrary: hostile }, { weight: 1, arbitrary: long });

const RUNS = 60;

describe.each(TRANSPORTS)("whatever is typed into Slack over %s", (transport) => {
  let slack: FakeSlack;
  let bot: RunningBot;
  let form: FakeView;

  beforeAll(async () => {
    slack = await startFakeSlack();
    bot = await startSlackBot(slack, transport);
    slack.globalShortcut();
    form = await until("a form", () => slack.views[0]);
  });
  afterAll(async () => {
    await bot.stop();
    await slack.stop();
  });

  /** One answer or one form, in time, within the limits, that repeats nothing and calls nobody. */
  const isCalm = async (act: () => unknown) => {
    const shown = slack.shown.length;
    const views = slack.views.length;
    act();
    await until("an answer", () => slack.shown.length > shown || slack.views.length > views);
    const answer = slack.shown[shown];
    if (answer) expect(seenOf(answer).text).not.toMatch(/<!|<@|Something went wrong/);
    expect(slack.refusals).toEqual([]);
  };
  const check = (property: (text: string) => Promise<void>) =>
    fc.assert(fc.asyncProperty(anything, property), { numRuns: RUNS, endOnFailure: true });

  it.each<[string, (text: string) => unknown]>([
    ["a command", (text) => slack.command(text)],
    ["a mention", (text) => slack.mention(text)],
    ["a direct message", (text) => slack.direct(text)],
    ["a message with a shortcut", (text) => slack.shortcut(text)],
    [
      "the form's question",
      (text) => slack.submit(form, { question: { ask_form_question: { value: `why ${text}` } } }),
    ],
    [
      "the form's party",
      (text) =>
        slack.submit(form, {
          question: { ask_form_question: { value: "litvinof pact" } },
          party: { ask_form_party: { value: text } },
        }),
    ],
    [
      "the form's case and length",
      (text) =>
        slack.submit(form, {
          case: { ask_form_case: { selected_option: { value: `x${text}` } } },
          length: { ask_form_length: { selected_option: { value: text } } },
        }),
    ],
  ])("into %s is answered calmly, once", { timeout: 120_000 }, async (_where, type) => {
    await check((text) => isCalm(() => type(text)));
  });

  it("into the type-ahead gets suggestions within the limits", { timeout: 120_000 }, async () => {
    await check(async (text) => {
      const { options } = (await slack.acked(slack.suggest(text))) as {
        options: { text: { text: string }; value: string }[];
      };
      expect(options.length).toBeLessThanOrEqual(100);
      for (const { text: label, value } of options) {
        expect(label.text.length).toBeLessThanOrEqual(75);
        expect(value).toMatch(/^[a-z0-9-]{1,75}$/);
      }
    });
  });

  it("leaves the bot well, and nothing of it in the log", async () => {
    expect(bot.output()).not.toMatch(/litvinof|U0ASKER|U0OTHER|example\.org/);
    expect(bot.records().filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});
