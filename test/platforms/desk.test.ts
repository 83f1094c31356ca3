import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeAction } from "../../src/chat/action.js";
import { startFakeDiscord, TOKEN } from "../fakes/discord/fake-discord.js";
import { startFakeSlack } from "../fakes/slack/fake-slack.js";
import { type RunningBot, startBot, untilLogged } from "../helpers/bot.js";
import { meetSlack, slackEnv, startSlackBot } from "../helpers/slack-bot.js";
import {
  type At,
  controlOf,
  type DeskDriver,
  discordDesk,
  type SeenForm,
  slackDesk,
} from "./desk-driver.js";
import type { Seen } from "./driver.js";

const LITVINOV = "litvinov-collective-security-1938";
/** The grade behind a reason: it stands nowhere else. */
const REASON = /documented, said at the time|inferred, said at the time/;
const HOME = "https://example.org/collection";
const MANAGER = { by: "manager" } as const;

const PLATFORMS = ["Discord", "Slack", "Slack over HTTP"] as const;
const drivers = new Map<string, DeskDriver>();
const bots: RunningBot[] = [];
const cleanups: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  const [discord, slack, slackByHttp] = await Promise.all([
    startFakeDiscord(),
    startFakeSlack(),
    startFakeSlack(),
  ]);
  const bot = startBot({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
    COLLECTION_URL: HOME,
  });
  const httpBot = await startSlackBot(slackByHttp, "HTTP", { COLLECTION_URL: HOME });
  bots.push(bot, httpBot);
  await Promise.all([
    untilLogged(bot, "discord commands", 30_000),
    meetSlack(bot, slack, "Socket Mode"),
  ]);
  cleanups.push(bot.stop, httpBot.stop, discord.stop, slack.stop, slackByHttp.stop);
  drivers.set("Discord", discordDesk(discord));
  drivers.set("Slack", slackDesk(slack, "Slack"));
  drivers.set("Slack over HTTP", slackDesk(slackByHttp, "Slack over HTTP"));
});

afterAll(async () => {
  for (const clean of cleanups) await clean();
});

function deskOf(platform: string): DeskDriver {
  const driver = drivers.get(platform);
  if (!driver) throw new Error(`no driver for ${platform}`);
  return driver;
}

function formIn({ form }: { form?: SeenForm }): SeenForm {
  if (!form) throw new Error("no form was opened");
  return form;
}

function seenIn({ seen }: { seen?: Seen }): Seen {
  if (!seen) throw new Error("nothing was shown");
  return seen;
}

describe.each(PLATFORMS)("on %s", (platform) => {
  const desk = () => deskOf(platform);
  const useLabel = (seen: Seen, label: string, at?: At) =>
    desk().use(seen, controlOf(seen, label), at);
  const insight = async () => seenIn(await desk().manage("insight", "", MANAGER)).text;
  const settings = async (values: SeenForm["values"], where = "everywhere", at: At = {}) => {
    const form = formIn(await desk().manage("settings", where, { ...MANAGER, ...at }));
    return desk().fill(form, values, { ...MANAGER, ...at });
  };
  const forgetChannel = (channel: "first" | "second") =>
    desk().manage("settings", "as-everywhere", { ...MANAGER, channel });

  describe("a vote", () => {
    it("counts once a person, and moves when it is changed", async () => {
      const card = await desk().ask("litvinof pact");
      const thanks = seenIn(await useLabel(card, "This was helpful"));
      expect(thanks).toMatchObject({ isPrivate: true, text: expect.stringContaining("Thank you") });
      await useLabel(card, "This was helpful");
      await useLabel(card, "This was helpful", { by: "another" });
      expect(await insight()).toContain(`${LITVINOV}: 2 helpful, 0 not`);
      await useLabel(card, "This was not helpful", { by: "another" });
      expect(await insight()).toContain(`${LITVINOV}: 1 helpful, 1 not`);
      expect(await insight()).toContain("2 votes, 50 % of them helpful");
    });

    it("against an answer leads to a report", async () => {
      const card = await desk().ask("litvinof pact");
      const thanks = seenIn(await useLabel(card, "This was not helpful"));
      expect(formIn(await useLabel(thanks, "Report a problem")).title).toBe("Report a problem");
    });
  });

  describe("a report", () => {
    it("is kept with its source, without a name, and can become an issue", async () => {
      const card = await desk().ask("litvinof pact");
      const form = formIn(await useLabel(card, "Report a problem"));
      const said = await desk().fill(form, {
        words: "The date is wrong <!here> @everyone",
        source: "FRUS, doc. 459",
      });
      expect(said.isPrivate).toBe(true);
      expect(said.text).toContain("Thank you");
      expect(said.text.replaceAll("&amp;", "&")).toContain(
        `${HOME}/issues/new?title=${LITVINOV}&body=The+date+is+wrong`,
      );
      const told = await insight();
      expect(told).toMatch(/The date is wrong/);
      expect(told).toContain("FRUS, doc. 459");
    });

    it.each([
      { what: "a source", values: { words: "wrong", source: "  " } },
      { what: "words", values: { words: " ", source: "a book" } },
    ])("without $what is not kept, even from a client that lets it through", async ({ values }) => {
      const card = await desk().ask("litvinof pact");
      const form = formIn(await useLabel(card, "Report a problem"));
      const before = await insight();
      expect((await desk().fill(form, values)).text).toContain("Nothing was kept");
      expect(await insight()).toBe(before);
    });
  });

  describe("a question without an answer", () => {
    const QUESTION = "why was my visa rejected?";

    it("goes to the curators in the words that its asker saw and sent", async () => {
      const no = await desk().ask(QUESTION);
      const form = formIn(await useLabel(no, "Ask the curators"));
      expect(form.values.words).toBe(QUESTION);
      const said = await desk().fill(form, { words: "why are visas rejected" });
      expect(said.text).toContain("why are visas rejected");
      expect(said.text).toContain(`${HOME}/issues/new?`);
      const told = await insight();
      expect(told).toContain("why are visas rejected");
      expect(told).not.toContain(QUESTION);
    });

    it("is sent by nobody else, and by nobody who only opens the form", async () => {
      const no = await desk().ask("why was my mortgage rejected?");
      const refused = seenIn(await useLabel(no, "Ask the curators", { by: "another" }));
      expect(refused.text).toContain("Only the person who asked");
      expect(refused.text).not.toContain("mortgage");
      formIn(await useLabel(no, "Ask the curators"));
      expect(await insight()).not.toContain("mortgage");
    });

    it("of any length and with any signs opens a form that the platform takes", async () => {
      for (const question of ["why 👍".repeat(60), "why was it | rejected | 1|s|x? zzqx"]) {
        const no = await desk().ask(question);
        const words = String(formIn(await useLabel(no, "Ask the curators")).values.words);
        expect(question.startsWith(words.trim())).toBe(true);
        expect(words.length).toBeGreaterThan(20);
      }
    });
  });

  describe("settings", () => {
    it("are opened and taken from nobody who does not manage", async () => {
      const refused = seenIn(await desk().manage("settings", "", { by: "asker" }));
      expect(refused).toMatchObject({
        isPrivate: true,
        text: expect.stringContaining("Only those"),
      });
      expect(seenIn(await desk().manage("insight", "", { by: "asker" })).text).toContain(
        "Only those",
      );
      // As a client could send it that is not the platform's.
      const form = formIn(await desk().manage("settings", "everywhere", MANAGER));
      const forged = await desk().fill(form, { switches: [] }, { by: "another" });
      expect(forged.text).toContain("Only those");
      expect((await desk().ask("litvinof pact")).text).toContain("Litvinov's offer");
    });

    it("switch a channel off, and leave the others and the settings on", async () => {
      await settings({ switches: [] }, "channel", { channel: "second" });
      const off = await desk().ask("litvinof pact", { channel: "second" });
      expect(off).toMatchObject({ isPrivate: true, text: expect.stringContaining("switched") });
      expect((await desk().ask("litvinof pact", { channel: "first" })).text).toContain(
        "Litvinov's",
      );
      const back = seenIn(await forgetChannel("second"));
      expect(back.text).toContain("follows");
      expect((await desk().ask("litvinof pact", { channel: "second" })).text).toContain(
        "Litvinov's",
      );
    });

    it("stand in the form as they were saved", async () => {
      await settings(
        { visibility: "private", hidden: `${LITVINOV}@2d99e0`, rate: "7" },
        "channel",
        {
          channel: "second",
        },
      );
      const form = formIn(
        await desk().manage("settings", "channel", { ...MANAGER, channel: "second" }),
      );
      expect(form.values).toMatchObject({
        switches: ["isOn"],
        visibility: ["private"],
        hidden: LITVINOV,
        rate: "7",
      });
      const whole = formIn(await desk().manage("settings", "", MANAGER));
      expect(whole.values).toMatchObject({ visibility: ["platform"], hidden: "" });
      await forgetChannel("second");
    });

    it.each([
      { what: "a case that is none", values: { hidden: "no-such-case" }, says: "no-such-case" },
      { what: "too many questions", values: { rate: "1001" }, says: "1000" },
      { what: "no number of questions", values: { rate: "-1" }, says: "1000" },
    ])("with $what are not saved", async ({ values, says }) => {
      const said = await settings(values);
      expect(said.text).toContain("Nothing was saved");
      expect(said.text).toContain(says);
    });

    it("decide who sees an answer, and whether it can be shared", async () => {
      const second = { channel: "second" } as const;
      await settings({ visibility: "private", sharing: "nobody" }, "channel", second);
      const card = await desk().ask("litvinof pact", second);
      expect(card.isPrivate).toBe(true);
      expect(card.buttons.map(({ label }) => label)).not.toContain("Share here");
      await settings({ visibility: "public", sharing: "everyone" }, "channel", second);
      expect((await desk().ask("litvinof pact", second)).isPrivate).toBe(false);
      await settings({ visibility: "private", sharing: "managers" }, "channel", second);
      const other = await desk().ask("litvinof pact", second);
      const refused = seenIn(await useLabel(other, "Share here", second));
      expect(refused.text).toContain("not allowed you to share");
      const shared = seenIn(await useLabel(other, "Share here", { ...MANAGER, ...second }));
      expect(shared).toMatchObject({
        isPrivate: false,
        text: expect.stringContaining("Litvinov's"),
      });
      await forgetChannel("second");
    });

    it("hide a case, its buttons too, and use plain words", async () => {
      const second = { channel: "second" } as const;
      const before = await desk().ask("litvinof pact", second);
      await settings({ hidden: LITVINOV }, "channel", second);
      const asked = await desk().ask(LITVINOV, second);
      expect(asked.text).toContain("No entry on this");
      const opened = seenIn(await useLabel(before, "More detail", second));
      expect(opened.text).toContain("switched this case off");
      expect(opened.text).not.toMatch(REASON);
      await settings({ hidden: "", switches: ["isOn", "isPlain"] }, "channel", second);
      const simple = await desk().ask("litvinof pact", second);
      expect(simple.menu.map(({ label }) => label)).not.toContain("In plain words");
      expect(simple.text).not.toBe(before.text);
      await forgetChannel("second");
    });

    it("limit the questions of a person, politely", async () => {
      const second = { channel: "second", by: "another" } as const;
      await settings({ rate: "1" }, "channel", { channel: "second" });
      // Whatever this person did within the last minute counts too.
      await desk().ask("litvinof pact", second);
      const limited = await desk().ask("litvinof pact", second);
      expect(limited).toMatchObject({
        isPrivate: true,
        text: expect.stringContaining("That was quick"),
      });
      expect((await desk().ask("litvinof pact", { channel: "first" })).text).toContain(
        "Litvinov's",
      );
      await forgetChannel("second");
    });
  });

  describe("evidence first", () => {
    it("shows question, context and sources; the reasons when a teacher reveals them", async () => {
      const second = { channel: "second" } as const;
      const before = await desk().ask("litvinof pact", second);
      await settings({ switches: ["isOn", "isEvidenceFirst"] }, "channel", second);
      const card = await desk().ask("why did Britain reject Litvinov's proposal of 1938?", second);
      expect(card.text).toContain("Litvinov's offer");
      expect(card.text).toContain("Which reasons do you find");
      expect(card.text).toContain("history.state.gov");
      expect(card.text).not.toMatch(REASON);
      // Neither an older answer's buttons nor made-up ones tell more.
      const show = { name: "show", caseId: LITVINOV, revision: "000000", length: "full" } as const;
      const rest = { partyIndexes: [], page: 0, asker: "" };
      const ids = (["reasons", "case-for", "aftermath", "corrections", "examine"] as const).map(
        (part) => encodeAction({ ...show, part, ...rest }),
      );
      const older = await desk().use(before, controlOf(before, "More detail"), second);
      expect(seenIn(older).text).not.toMatch(REASON);
      for (const id of ids) {
        const fresh = await desk().ask("litvinof pact", second);
        expect(seenIn(await desk().use(fresh, id, second)).text).not.toMatch(REASON);
      }
      const refused = seenIn(await useLabel(card, "Reveal the reasons", second));
      expect(refused.text).toContain("Only those");
      const revealed = seenIn(
        await useLabel(card, "Reveal the reasons", { ...MANAGER, ...second }),
      );
      expect(revealed.isPrivate).toBe(false);
      expect(revealed.text).toMatch(REASON);
      const detail = seenIn(await useLabel(revealed, "More detail", second));
      expect(detail.text).toMatch(REASON);
      await forgetChannel("second");
    });
  });

  it("broke no limit of the platform, and left no words and no person in the log", () => {
    expect(desk().refusals()).toEqual([]);
    for (const bot of bots) {
      expect(bot.output()).not.toMatch(
        /visa|mortgage|FRUS|date is wrong|10000000000000000[678]|U0/,
      );
    }
  });
});
