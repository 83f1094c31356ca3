import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runTerminal } from "../../src/terminal/terminal.js";
import { type FakeDiscord, startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { quiet } from "../fakes/http.js";
import { type FakeSlack, startFakeSlack } from "../fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { realAsker } from "../helpers/real.js";
import { meetSlack, slackEnv, startSlackBot } from "../helpers/slack-bot.js";
import { discordDriver } from "./discord-driver.js";
import type { Driver, Seen } from "./driver.js";
import { slackDriver } from "./slack-driver.js";

const FOUNDING_QUESTION =
  "Why did France and the UK reject Maxim's Litvinov's proposal for a collective security pact to contain Nazi aggression and expansionism following the annexation of the Austria";
const FOUNDING_TITLE = "Litvinov's offer of collective security after the Anschluss, March 1938";

let discord: FakeDiscord;
let slack: FakeSlack;
let slackByHttp: FakeSlack;
/** Both platforms in one process, Slack in Socket Mode; and one for Slack over HTTP. */
let bot: RunningBot;
let httpBot: RunningBot;
const drivers: Record<string, Driver> = {};

beforeAll(async () => {
  await realAsker();
  [discord, slack, slackByHttp] = await Promise.all([
    startFakeDiscord(),
    startFakeSlack(),
    startFakeSlack(),
  ]);
  bot = startBot({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
  });
  [httpBot] = await Promise.all([
    startSlackBot(slackByHttp, "HTTP"),
    untilLogged(bot, "discord commands"),
    meetSlack(bot, slack, "Socket Mode"),
  ]);
  drivers.Discord = discordDriver(discord);
  drivers.Slack = slackDriver(slack, "Slack");
  drivers["Slack over HTTP"] = slackDriver(slackByHttp, "Slack over HTTP");
  drivers.terminal = await terminalDriver();
});

afterAll(async () => {
  await Promise.all([bot.stop(), httpBot.stop()]);
  await Promise.all([discord.stop(), slack.stop(), slackByHttp.stop()]);
});

/** The terminal through the same suite: one way in, follow-ups at the prompt, no buttons. */
async function terminalDriver(): Promise<Driver> {
  const asker = await realAsker();
  const converse = async (lines: string[], isTTY: boolean): Promise<Seen> => {
    const input = Object.assign(new PassThrough(), { isTTY });
    const output = new PassThrough();
    let text = "";
    output.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    const ended = runTerminal(asker, { input, output }, { columns: 80, colour: false });
    for (const line of lines) {
      text = "";
      input.write(`${line}\n`);
      await quiet(30);
    }
    input.end();
    await ended;
    return {
      text: text.replace(/\s+/g, " "),
      isPrivate: true,
      buttons: [],
      menu: [],
      files: [],
      handle: undefined,
    };
  };
  return {
    name: "terminal",
    ways: { line: (question) => converse([question.replace(/\n/g, " ")], false) },
    followUp: (_to, text) => converse(["litvinof pact", text], true),
    press: async () => undefined,
    pick: async () => {
      throw new Error("the terminal has no menu");
    },
    pressId: async () => {
      throw new Error("the terminal has no buttons");
    },
    askPrivately: (question) => converse([question], false),
    suggest: async () => [],
    converse: (question, followUp) => converse([question, followUp], true),
    search: async () => {
      throw new Error("the terminal has no form");
    },
    refusals: () => [],
  };
}

const WAYS = {
  Discord: ["slash command", "mention", "direct message", "message command"],
  Slack: ["slash command", "mention", "direct message", "message shortcut"],
  "Slack over HTTP": ["slash command", "mention", "direct message", "message shortcut"],
  terminal: ["line"],
} as const;

const CHATS = ["Discord", "Slack", "Slack over HTTP"] as const;

const everyWay = Object.entries(WAYS).flatMap(([platform, ways]) =>
  ways.map((way) => ({ platform, way })),
);

function driverOf(platform: string): Driver {
  const driver = drivers[platform];
  if (!driver) throw new Error(`no driver for ${platform}`);
  return driver;
}

async function ask(platform: string, way: string, question: string): Promise<Seen> {
  const put = driverOf(platform).ways[way];
  if (!put) throw new Error(`${platform} has no ${way}`);
  return put(question);
}

describe.each(everyWay)("$platform by $way", ({ platform, way }) => {
  it("answers the founding question with the right card", async () => {
    const { text } = await ask(platform, way, FOUNDING_QUESTION);
    expect(text).toContain(FOUNDING_TITLE);
    expect(text).toContain("France let it drop");
    expect(text).toMatch(/litvinov-collective-security-1938@[0-9a-f]{6}/);
    expect(text).toContain("history.state.gov");
  });

  it("gives an honest no", async () => {
    const { text } = await ask(platform, way, "why was my visa rejected?");
    expect(text).toContain("No entry on this");
  });

  it.each([
    ["everyone", "@everyone @here why"],
    ["a call to the channel", "<!channel> <!here> <@U0OTHER> why"],
    ["formatting", "**bold** _it_ `code` ||spoiler|| [x](https://example.org) why"],
    ["4,000 emoji", "👍".repeat(4000)],
    ["5,000 characters", "why ".repeat(1250)],
  ])("takes %s calmly: no ping, no crash, nothing repeated", async (_name, hostile) => {
    const { text } = await ask(platform, way, hostile);
    expect(text).not.toMatch(/@everyone|@here|<!|<@|\*\*bold|spoiler|👍/);
    expect(text).toMatch(/No entry on this|Why was it turned down/);
  });
});

describe.each(Object.keys(WAYS))("%s", (platform) => {
  it("takes a typed follow-up to an answer", async () => {
    const way =
      platform === "Discord" ? "mention" : (Object.keys(driverOf(platform).ways)[0] ?? "");
    const first = await ask(platform, way, "litvinof pact");
    const { text } = await driverOf(platform).followUp(first, "and the French?");
    expect(text).toContain(FOUNDING_TITLE);
    expect(text.indexOf("France let it drop")).toBeLessThan(text.indexOf("Britain rejected it"));
  });
});

describe.each(CHATS)("%s's buttons", (platform) => {
  const first = () => ask(platform, "mention", "litvinof pact");

  it("open more detail and the sources, for the presser alone", async () => {
    const card = await first();
    const more = await driverOf(platform).press(card, "More detail");
    expect(more?.isPrivate).toBe(true);
    expect(more?.text).toContain("Page 1 of".toLowerCase());
    const sources = await driverOf(platform).press(card, "Sources");
    expect(sources?.isPrivate).toBe(true);
    expect(sources?.text).toMatch(/“this Government was not inclined to participate/);
  });

  it("turn pages in place, and lose nothing on the way", async () => {
    let page = await driverOf(platform).press(await first(), "More detail");
    const texts: string[] = [];
    const pageCount = Number(/page 1 of (\d+)/.exec(page?.text ?? "")?.[1]);
    for (let number = 1; page && number <= pageCount; number++) {
      texts.push(page.text);
      page = await driverOf(platform).press(
        page,
        `Page ${(number % pageCount) + 1} of ${pageCount}`,
      );
    }
    const { base } = await realAsker();
    const all = texts.join("\n");
    for (const { claim } of base.findCase("litvinov-collective-security-1938")?.reasons ?? []) {
      expect(all).toContain(claim.slice(0, 60));
    }
    expect(page?.text).toBe(texts[0]);
  });

  it("take the answer away for the one who asked", async () => {
    expect(await driverOf(platform).press(await first(), "Dismiss")).toBeUndefined();
  });
});

/** Two cases fit it, and none much better. */
const AMBIGUOUS = "why did the Soviet Union refuse the American plan";

describe.each(CHATS)("%s's menu", (platform) => {
  const driver = () => driverOf(platform);

  it.each([
    ["What happened next", "What happened next"],
    ["In plain words", "Britain did not want to promise beforehand"],
    ["The other side", "The case for it"],
    ["Common errors", "The record:"],
    ["Cite: Chicago", "Sources, Chicago"],
    ["Cite: MLA", "Sources, MLA"],
    ["Cite: APA", "Sources, APA"],
    ["Cite: BibTeX", "Sources, BibTeX"],
    ["Cite: RIS (Zotero, EndNote)", "Sources, RIS"],
  ])("opens %s, for the presser alone, and the card stays", async (line, says) => {
    const card = await ask(platform, "mention", "litvinof pact");
    const opened = await driver().pick(card, line);
    expect(opened.isPrivate).toBe(true);
    expect(opened.text).toContain(says);
    expect(opened.text).toContain("litvinov-collective-security-1938@");
    expect(opened.menu.map(({ label }) => label)).not.toContain(line);
    expect(opened.handle).not.toBe(card.handle);
  });

  it.each([
    ["Cite: BibTeX", "litvinov-collective-security-1938.bib", /^@\w+\{/m, 10],
    ["Cite: RIS (Zotero, EndNote)", "litvinov-collective-security-1938.ris", /^TY {2}- /m, 10],
  ])("gives the whole of %s, as a file or to be copied", async (line, name, record, least) => {
    const card = await ask(platform, "mention", "litvinof pact");
    const opened = await driver().pick(card, line);
    const [file] = opened.files;
    const text = file ? file.text : opened.text;
    if (file) expect(file.name).toBe(name);
    if (file) expect(opened.text).not.toMatch(record);
    if (file) expect(text.match(new RegExp(record, "gm"))?.length).toBeGreaterThanOrEqual(least);
    expect(text).toMatch(record);
  });

  it("examines one source after the other", async () => {
    const card = await ask(platform, "mention", "litvinof pact");
    const glass = await driver().pick(card, "Examine a source");
    expect(glass.isPrivate).toBe(true);
    expect(glass.text).toContain("Three questions to ask of it");
    const other = glass.menu[1]?.label ?? "";
    const next = await driver().pick(glass, other);
    expect(next.handle).toBe(glass.handle);
    expect(next.text).not.toBe(glass.text);
    expect(next.text).toMatch(/Kind:/);
    expect(next.menu.map(({ label }) => label)).toEqual(glass.menu.map(({ label }) => label));
  });

  it("offers the cases that may be meant, and turns into the answer for the asker", async () => {
    const choices = await ask(platform, "mention", AMBIGUOUS);
    const labels = choices.menu.map(({ label }) => label);
    expect(labels).toContainEqual(expect.stringContaining("Marshall Plan"));
    expect(labels.at(-1)).toBe("None of these");
    const baruch = choices.menu.find(({ label }) => label.includes("Baruch Plan"));
    const answer = await driver().pick(choices, baruch?.label ?? "");
    expect(answer.handle).toBe(choices.handle);
    expect(answer.isPrivate).toBe(false);
    expect(answer.text).toContain("baruch-plan-1946@");
    expect(answer.buttons.map(({ label }) => label)).toContain("Dismiss");
  });

  it("gives somebody else the case for themselves", async () => {
    const choices = await ask(platform, "mention", AMBIGUOUS);
    const marshall = choices.menu.find(({ label }) => label.includes("Marshall Plan"));
    const answer = await driver().pick(choices, marshall?.label ?? "", "another");
    expect(answer.isPrivate).toBe(true);
    expect(answer.text).toContain("marshall-plan-eastern-bloc-1947@");
    expect(answer.handle).not.toBe(choices.handle);
  });

  it("takes none of these for an answer", async () => {
    const choices = await ask(platform, "mention", AMBIGUOUS);
    const none = await driver().pick(choices, "None of these");
    expect(none.handle).toBe(choices.handle);
    expect(none.text).toContain("No entry on this");
    expect(none.menu).toEqual([]);
  });
});

describe.each(CHATS)("%s's collection", (platform) => {
  const driver = () => driverOf(platform);

  it.each([
    ["By time", "1930-1939", /1930-1939 \(\d+\)/],
    ["By who turned it down", "Britain", /Britain \(\d+\)/],
    ["By kind of reason", "New commitments", /New commitments \(\d+\)/],
  ])("is walked through %s, down to a case and back", async (way, heading, line) => {
    const help = await ask(platform, "mention", "help");
    const headings = await driver().pick(help, way);
    expect(headings.isPrivate).toBe(true);
    const label = headings.menu.find((one) => line.test(one.label))?.label ?? "";
    const count = Number(/\((\d+)\)/.exec(label)?.[1]);
    const cases = await driver().pick(headings, label);
    expect(cases.handle).toBe(headings.handle);
    expect(cases.text.replaceAll("\\", "")).toContain(heading);
    expect(cases.menu).toHaveLength(count + 1);
    const back = await driver().pick(cases, "Back");
    expect(back.text).toBe(headings.text);
    const again = await driver().pick(back, label);
    const litvinov = again.menu.find((one) => one.label.startsWith("Litvinov"));
    const answer = await driver().pick(again, litvinov?.label ?? "");
    expect(answer.text).toContain("litvinov-collective-security-1938@");
  });

  it("shows what was reviewed last", async () => {
    const help = await ask(platform, "mention", "help");
    const recent = await driver().pick(help, "Recently reviewed");
    expect(recent.text).toContain("Recently reviewed");
    expect(recent.menu.length).toBeGreaterThan(5);
  });

  it("leads from a case to others turned down for the same kind of reason", async () => {
    const card = await ask(platform, "mention", "litvinof pact");
    const reasons = await driver().pick(card, "Others turned down for this reason");
    expect(reasons.isPrivate).toBe(true);
    const [first] = reasons.menu;
    const count = Number(/\((\d+)\)$/.exec(first?.label ?? "")?.[1]);
    const others = await driver().pick(reasons, first?.label ?? "");
    expect(count).toBeGreaterThan(1);
    expect(others.menu).toHaveLength(count + 1);
    const back = await driver().pick(reasons, "Back");
    expect(back.text).toContain(FOUNDING_TITLE);
  });

  it("is searched by a form, from the help and from a list", async () => {
    const help = await ask(platform, "mention", "help");
    const answer = await driver().search(help, "rosevelt confrence plan");
    expect(answer.isPrivate).toBe(true);
    expect(answer.text).toContain("roosevelt-conference-plan-1938@");
    const list = await driver().pick(help, "By time");
    const unknown = await driver().search(list, "why was my visa rejected?");
    expect(unknown.isPrivate).toBe(true);
    expect(unknown.text).toContain("No entry on this");
    const start = await driver().press(unknown, "Browse the collection");
    expect(start?.text).toContain("The collection");
  });

  it("keeps plain wording when everything is told", async () => {
    const card = await ask(platform, "mention", "litvinof pact");
    const plain = await driver().pick(card, "In plain words");
    let page = await driver().press(plain, "More detail");
    let all = page?.text ?? "";
    for (let turn = 2; page && turn < 9; turn++) {
      const button = page.buttons.find(({ label }) => label.startsWith(`Page ${turn} of`));
      if (!button) break;
      page = await driver().press(page, button.label);
      all += page?.text;
    }
    const { base } = await realAsker();
    for (const reason of base.findCase("litvinov-collective-security-1938")?.reasons ?? []) {
      expect(all).toContain(reason.plain.slice(0, 40));
    }
    expect(page?.buttons.map(({ label }) => label)).toContain("Shorter");
  });
});

describe("everything together", () => {
  it("broke no limit of a platform and mentioned nobody", () => {
    for (const chat of CHATS) expect(driverOf(chat).refusals()).toEqual([]);
  });

  it.each([
    ["both platforms", () => bot],
    ["Slack over HTTP", () => httpBot],
  ])("left one line per ask in the log of %s, without text, person or token", (_name, of) => {
    const asked = of()
      .records()
      .filter(({ msg }) => msg === "asked");
    expect(asked.length).toBeGreaterThan(40);
    const keys = new Set(asked.flatMap(Object.keys));
    expect([...keys].sort()).toEqual(
      ["case", "confidence", "kind", "level", "msg", "platform", "time", "tookMs", "via"].sort(),
    );
    expect(of().output()).not.toMatch(
      /litvinof|visa|emoji|👍|U0ASKER|100000000000000006|fake-discord-token|xoxb-|xapp-|token-\d|fake-signing/,
    );
    const warnings = of()
      .records()
      .filter(({ level }) => Number(level) >= 40);
    expect(warnings.map(({ msg }) => msg)).toEqual([]);
  });
});
