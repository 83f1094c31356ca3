import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allComponents, textOf } from "../fakes/discord/check-message.js";
import {
  type FakeDiscord,
  OTHER_USER_ID,
  type ShownMessage,
  startFakeDiscord,
  TOKEN,
} from "../fakes/discord/fake-discord.js";
import { quiet, until } from "../fakes/http.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { discordDriver } from "./discord-driver.js";
import type { Driver, Seen } from "./driver.js";

let discord: FakeDiscord;
let bot: RunningBot;
let driver: Driver;

beforeAll(async () => {
  discord = await startFakeDiscord();
  bot = startBot({ DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.apiUrl });
  await untilLogged(bot, "discord commands", 60_000);
  driver = discordDriver(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.stop();
});

/** Pieces that mean something to Discord, to Markdown, to a regular expression, to a screen or to our own ids. */
const PIECES = [
  "@everyone",
  "@here",
  `<@${OTHER_USER_ID}>`,
  "<@&1>",
  "<#1>",
  "</why-rejected:1>",
  "<:x:1>",
  "<t:0:R>",
  "```",
  "||",
  "**",
  "](https://example.org)",
  "# ",
  "\u202e",
  "\u0000",
  "\ud800",
  "e\u0301\u0301\u0301",
  "👩‍👩‍👧",
  "1|d|litvinov-collective-security-1938|000000|r|s||0|1",
  "litvinof pact",
  "(((((",
  "a*a*a*a*b",
  "__proto__",
  "$(7*7)",
  "'; DROP TABLE votes; --",
  "\n\n\n",
] as const;
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 40 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(" "));
const RUNS = { numRuns: 40, endOnFailure: true } as const;

/** What must be so of every answer, whatever was typed. The fake itself refuses a message that can mention anybody. */
function expectPolite(seen: Seen): void {
  expect(seen.text.length).toBeGreaterThan(0);
  expect(seen.text).not.toMatch(/(?<!\\)@(?:everyone|here)|<@|<#|undefined|\[object/);
}

describe("whatever is typed", () => {
  it.each([
    ["the slash command's option", (text: string) => driver.ways["slash command"]?.(text)],
    ["a mention", (text: string) => driver.ways.mention?.(text)],
    ["a direct message", (text: string) => driver.ways["direct message"]?.(text)],
    ["a message whose menu is used", (text: string) => driver.ways["message command"]?.(text)],
  ])("into %s gets one answer, and mentions nobody", async (_name, put) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const before = discord.shown.length;
        const seen = await put(text);
        if (!seen) throw new Error("no such way");
        expectPolite(seen);
        expect(discord.shown.length).toBe(before + 1);
      }),
      RUNS,
    );
  });

  it("into the list under the option gets suggestions within the limits", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const titles = await driver.suggest(text);
        expect(titles.length).toBeLessThanOrEqual(25);
      }),
      RUNS,
    );
  });

  it("into the form gets one answer", async () => {
    const help = await driver.ways.mention?.("help");
    if (!help) throw new Error("no help");
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => expectPolite(await driver.search(help, text))),
      RUNS,
    );
  });
});

describe("whatever a client makes up", () => {
  const card = async () => {
    const seen = await driver.ways.mention?.("litvinof pact");
    if (!seen) throw new Error("no card");
    return seen;
  };

  it("as the id of a button gets one private word, and the message stays", async () => {
    const seen = await card();
    const body = JSON.stringify((seen.handle as ShownMessage).body);
    const id = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 100 }),
      fc
        .array(
          fc.constantFrom("1", "s", "d", "c", "n", "b", "x", "litvinov", "0", "", "r", "999"),
          {
            minLength: 1,
            maxLength: 10,
          },
        )
        .map((parts) => parts.join("|")),
    );
    await fc.assert(
      fc.asyncProperty(id, async (made) => {
        const told = await driver.pressId(seen, made);
        expect(told.isPrivate).toBe(true);
        expectPolite(told);
      }),
      RUNS,
    );
    expect(JSON.stringify((seen.handle as ShownMessage).body)).toBe(body);
  });

  it("as a form that is none of ours, or has other fields, gets one private answer", async () => {
    const message = (await card()).handle as ShownMessage;
    for (const [custom_id, field] of [
      ["ask_form", "nothing_of_ours"],
      ["no_form_of_ours", "question"],
    ] as const) {
      const before = discord.shown.length;
      await discord.submit(
        {
          custom_id,
          title: "x",
          components: [{ type: 18, component: { type: 4, custom_id: field } }],
        },
        { [field]: "litvinof pact" },
        message,
      );
      const told = await until("an answer", () => discord.shown[before]);
      expect(told.isPrivate).toBe(true);
      expect(textOf(told.body).length).toBeGreaterThan(0);
    }
  });

  it("as a command that is none of ours gets a private word", async () => {
    const before = discord.shown.length;
    await discord.interact(2, { id: "9", name: "no-such-command", type: 1, options: [] });
    const told = await until("an answer", () => discord.shown[before]);
    expect(told.isPrivate).toBe(true);
  });
});

describe("after all that", () => {
  it("nothing was refused, nobody mentioned, no fault logged, and it still answers", async () => {
    await quiet(100);
    expect(discord.refusals).toEqual([]);
    expect(bot.records().filter(({ level }) => Number(level) >= 50)).toEqual([]);
    const ids = discord.shown.flatMap(({ body }) => allComponents(body.components));
    expect(ids.every(({ custom_id = "x" }) => custom_id.length <= 100)).toBe(true);
    const seen = await driver.ways["slash command"]?.("litvinof pact");
    expect(seen?.text).toContain("Litvinov's offer of collective security");
  });
});
