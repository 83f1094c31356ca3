import { expect } from "vitest";
import type { Asker } from "../../src/answer/ask.js";
import type { Outcome } from "../../src/answer/outcome.js";
import { encodeAction } from "../../src/chat/action.js";
import type { Driver } from "./driver.js";

/** How a feature is had on a platform, or why it cannot be. */
export type Way = { readonly by: string } | { readonly not: string };

export interface Feature {
  readonly name: string;
  readonly Discord: Way;
  /** On both transports. */
  readonly Slack: Way;
  /** Whether it is driven on the small collection. */
  readonly isSmall?: true;
  /** Drives it, and fails where it does not work. */
  readonly drive: (driver: Driver, samples: Samples) => Promise<void>;
}

/** Questions that the collection, as it is now, answers in a certain way. */
export interface Samples {
  /** Several cases fit. */
  readonly choices: string;
  /** None fits, but there are near ones. */
  readonly nearest: string;
  /** Rests on a false belief. */
  readonly premise: string;
}

/** Looks for them among the questions that the entries themselves bring along. */
export function findSamples({ base, ask }: Asker): Samples {
  const questions = base.current.flatMap((one) => [
    ...one.questions.near_miss,
    ...one.questions.answer,
    ...one.ambiguous_names.map((name) => `why was the ${name} rejected`),
  ]);
  const beliefs = base.premises.flatMap((one) => [...one.questions, one.belief]);
  const find = (among: readonly string[], fits: (outcome: Outcome) => boolean) => {
    const found = among.find((question) => fits(ask({ question })));
    if (found === undefined) throw new Error("the collection has no such question");
    return found;
  };
  return {
    choices: find(questions, ({ kind }) => kind === "choices"),
    nearest: find(questions, (one) => one.kind === "unknown" && one.nearest.length > 0),
    premise: find(beliefs, (one) => one.kind === "premise" && one.premise.related.length > 0),
  };
}

const CASE = "litvinov-collective-security-1938";
const TITLE = "Litvinov's offer of collective security after the Anschluss, March 1938";
/** A small collection of its own, in which entries have been withdrawn and merged. */
export const SMALL = {
  current: "river-league-1871",
  withdrawn: "withdrawn-league-1871",
  moved: "moved-league-1871",
} as const;

const actionOn = (caseId: string, revision = "000000") =>
  encodeAction({
    name: "show",
    caseId,
    revision,
    part: "reasons",
    length: "short",
    partyIndexes: [],
    page: 0,
    asker: "",
  });

const way = (driver: Driver, name: string) => {
  const put = driver.ways[name];
  if (!put) throw new Error(`${driver.name} has no ${name}`);
  return put;
};
const card = (driver: Driver) => way(driver, "mention")("litvinof pact");
const picked = async (driver: Driver, line: string) => driver.pick(await card(driver), line);

const same = (by: string): Pick<Feature, "Discord" | "Slack"> => ({
  Discord: { by },
  Slack: { by },
});

/** Everything that people can do, once. docs/platforms.md has the same table for reading. */
export const FEATURES: readonly Feature[] = [
  {
    name: "Ask by command",
    Discord: { by: "`/why-rejected question`" },
    Slack: { by: "`/why-rejected your question`" },
    drive: async (driver) =>
      expect((await way(driver, "slash command")("litvinof pact")).text).toContain(TITLE),
  },
  {
    name: "Ask by mention",
    ...same("a mention of the app in the message"),
    drive: async (driver) => expect((await card(driver)).text).toContain(TITLE),
  },
  {
    name: "Ask in a direct message",
    ...same("a message to the app"),
    drive: async (driver) =>
      expect((await way(driver, "direct message")("litvinof pact")).text).toContain(TITLE),
  },
  {
    name: "Ask what a message asks",
    Discord: { by: "its menu, *Apps*" },
    Slack: { by: "its menu, *More message shortcuts*" },
    drive: async (driver) => {
      const name = driver.name === "Discord" ? "message command" : "message shortcut";
      expect((await way(driver, name)("why did the litvinov proposal fail")).text).toContain(TITLE);
    },
  },
  {
    name: "Find a case by typing its beginning",
    Discord: { by: "the list under the option `question`" },
    Slack: { by: "the list in the form of the empty command or of the shortcut" },
    drive: async (driver) => expect((await driver.suggest("litv"))[0]).toContain("Litvinov"),
  },
  {
    name: "Ask privately",
    Discord: { by: "`private`" },
    Slack: { by: "always, unless `share` is added" },
    drive: async (driver) =>
      expect((await driver.askPrivately("litvinof pact")).isPrivate).toBe(true),
  },
  {
    name: "Share a private answer",
    ...same("*Share here*"),
    drive: async (driver) => {
      const shared = await driver.press(await driver.askPrivately("litvinof pact"), "Share here");
      expect(shared?.isPrivate).toBe(false);
      expect(shared?.text).toContain(TITLE);
    },
  },
  {
    name: "Take an answer away",
    ...same("*Dismiss*, for the asker"),
    drive: async (driver) => {
      const answer = await card(driver);
      const refused = await driver.press(answer, "Dismiss", "another");
      expect(refused?.text).toContain("Only the person who asked");
      expect(await driver.press(answer, "Dismiss")).toBeUndefined();
    },
  },
  {
    name: "Take away somebody else's answer",
    Discord: { by: "*Dismiss*, with the right to manage messages in that channel" },
    Slack: { by: "*Dismiss*, for who runs the workspace" },
    drive: async (driver) =>
      expect(await driver.press(await card(driver), "Dismiss", "moderator")).toBeUndefined(),
  },
  {
    name: "More detail, by pages",
    ...same("*More detail*"),
    drive: async (driver) => {
      const more = await driver.press(await card(driver), "More detail");
      const turn = more?.buttons.find(({ label }) => label.startsWith("Page 2 of"));
      const next = more && (await driver.press(more, turn?.label ?? ""));
      expect(next?.text).toMatch(/page 2 of/);
      expect(next?.handle).toBe(more?.handle);
    },
  },
  {
    name: "Sources with their quotations",
    ...same("*Sources*"),
    drive: async (driver) =>
      expect((await driver.press(await card(driver), "Sources"))?.text).toMatch(/“this Government/),
  },
  {
    name: "Plain wording",
    Discord: { by: "`length`, or *In plain words*" },
    Slack: { by: "`length:plain`, or *In plain words*" },
    drive: async (driver) =>
      expect((await picked(driver, "In plain words")).text).toContain("Britain did not want to"),
  },
  {
    name: "What happened next",
    ...same("*More...*"),
    drive: async (driver) =>
      expect((await picked(driver, "What happened next")).text).toContain("What happened next"),
  },
  {
    name: "The other side",
    ...same("*More...*"),
    drive: async (driver) =>
      expect((await picked(driver, "The other side")).text).toContain("The case for it"),
  },
  {
    name: "Common errors",
    ...same("*More...*"),
    drive: async (driver) =>
      expect((await picked(driver, "Common errors")).text).toContain("The record:"),
  },
  {
    name: "Examine a source",
    ...same("*More...*"),
    drive: async (driver) =>
      expect((await picked(driver, "Examine a source")).text).toContain("Three questions to ask"),
  },
  {
    name: "Cite in Chicago, MLA and APA",
    ...same("*More...*"),
    drive: async (driver) => {
      for (const style of ["Chicago", "MLA", "APA"]) {
        const cited = await picked(driver, `Cite: ${style}`);
        expect(cited.text).toContain(`Sources, ${style}`);
      }
    },
  },
  {
    name: "Cite in BibTeX and RIS",
    Discord: { by: "*More...*, as a file" },
    Slack: { by: "*More...*, as text to be copied; as a file in direct messages" },
    drive: async (driver) => {
      const cited = await picked(driver, "Cite: BibTeX");
      const text = driver.name === "Discord" ? cited.files[0]?.text : cited.text;
      expect(text).toMatch(/^@\w+\{/m);
    },
  },
  {
    name: "Others turned down for the same reason",
    ...same("*More...*"),
    drive: async (driver) => {
      const reasons = await picked(driver, "Others turned down for this reason");
      const others = await driver.pick(reasons, reasons.menu[0]?.label ?? "");
      expect(others.menu.length).toBeGreaterThan(2);
    },
  },
  {
    name: "Choose where several cases fit",
    ...same("a menu; the message becomes the answer"),
    drive: async (driver, samples) => {
      const choices = await way(driver, "mention")(samples.choices);
      expect(choices.text).toContain("Which of these do you mean?");
      const answer = await driver.pick(choices, choices.menu[1]?.label ?? "");
      expect(answer.handle).toBe(choices.handle);
      expect(answer.text).toMatch(/[a-z0-9-]+@[0-9a-f]{6} · reviewed/);
    },
  },
  {
    name: "None of these",
    ...same("the last line of that menu"),
    drive: async (driver, samples) => {
      const choices = await way(driver, "mention")(samples.choices);
      expect((await driver.pick(choices, "None of these")).text).toContain("No entry on this");
    },
  },
  {
    name: "A false premise put right",
    ...same("the answer itself, and a menu to open the cases that it touches"),
    drive: async (driver, samples) => {
      const premise = await way(driver, "mention")(samples.premise);
      expect(premise.text).toMatch(/About that premise[\s\S]+Sources/);
      const related = await driver.pick(premise, premise.menu[0]?.label ?? "");
      expect(related.text).toMatch(/[a-z0-9-]+@[0-9a-f]{6} · reviewed/);
    },
  },
  {
    name: "An honest no, with the nearest titles",
    ...same("the answer itself, and a menu to open one of them"),
    drive: async (driver, samples) => {
      const unknown = await way(driver, "mention")(samples.nearest);
      expect(unknown.text).toContain("No entry on this");
      const opened = await driver.pick(unknown, unknown.menu[0]?.label ?? "");
      expect(opened.text).toMatch(/[a-z0-9-]+@[0-9a-f]{6} · reviewed/);
    },
  },
  {
    name: "Browse by time, party and kind of reason",
    Discord: { by: "the empty command, or `help`" },
    Slack: { by: "`help`, or the app's home page" },
    drive: async (driver) => {
      const help = await way(driver, "mention")("help");
      for (const list of ["By time", "By who turned it down", "By kind of reason"]) {
        const headings = await driver.pick(help, list);
        const cases = await driver.pick(headings, headings.menu[0]?.label ?? "");
        const back = await driver.pick(cases, "Back");
        expect(back.text).toBe(headings.text);
      }
    },
  },
  {
    name: "Search through a form",
    ...same("*Search*, in every list"),
    drive: async (driver) => {
      const help = await way(driver, "mention")("help");
      const found = await driver.search(help, "rosevelt confrence plan");
      expect(found.text).toContain("roosevelt-conference-plan-1938@");
    },
  },
  {
    name: "What was reviewed last",
    Discord: { by: "the empty command, or `help`" },
    Slack: { by: "`help`, or the app's home page" },
    drive: async (driver) => {
      const help = await way(driver, "mention")("help");
      expect((await driver.pick(help, "Recently reviewed")).text).toMatch(/Reviewed \d+ \w+ 2026/);
    },
  },
  {
    name: "Follow up in direct messages",
    Discord: { by: "the next message" },
    Slack: { by: "the next message in the thread" },
    drive: async (driver) =>
      expect((await driver.converse("litvinof pact", "what happened next?")).text).toContain(
        "What happened next",
      ),
  },
  {
    name: "Follow up in a channel",
    Discord: { by: "a pinging reply or a mention in reply to a mention's answer" },
    Slack: {
      not: "Slack gives a bot what mentions it, and not what was said before in the thread, unless it may read the whole channel",
    },
    drive: async (driver) =>
      expect((await driver.followUp(await card(driver), "and the French?")).text).toMatch(
        /France let it drop/,
      ),
  },
  {
    name: "An entry that has changed since says so",
    ...same("every button of an old answer"),
    drive: async (driver) =>
      expect((await driver.pressId(await card(driver), actionOn(CASE))).text).toMatch(
        /This entry has changed since/,
      ),
  },
  {
    name: "An entry that was merged into another says so",
    ...same("every button of an old answer"),
    isSmall: true,
    drive: async (driver) => {
      const seen = await way(driver, "mention")("river league");
      const { text } = await driver.pressId(seen, actionOn(SMALL.moved));
      expect(text).toMatch(/merged into this one/);
      expect(text).toContain(`${SMALL.current}@`);
    },
  },
  {
    name: "An entry that was withdrawn says why",
    ...same("every button of an old answer"),
    isSmall: true,
    drive: async (driver) => {
      const seen = await way(driver, "mention")("river league");
      const { text } = await driver.pressId(seen, actionOn(SMALL.withdrawn));
      expect(text).toContain("The source was a forgery");
    },
  },
  {
    name: "A button too old to be understood says so",
    ...same("to the one who presses it"),
    drive: async (driver) => {
      const told = await driver.pressId(await card(driver), "0|old");
      expect(told.isPrivate).toBe(true);
      expect(told.text).toContain("too old");
    },
  },
];

/** The table as docs/platforms.md has it. */
export function featuresTable(): string {
  const cell = (way: Way) => ("by" in way ? way.by : `no: ${way.not}`);
  return [
    "| what | on Discord | on Slack |",
    "| --- | --- | --- |",
    ...FEATURES.map((one) => `| ${one.name} | ${cell(one.Discord)} | ${cell(one.Slack)} |`),
  ].join("\n");
}
