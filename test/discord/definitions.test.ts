import { REST } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommandTranslation } from "../../src/chat/translations.js";
import { discordCommands } from "../../src/discord/definitions.js";
import { registerCommands } from "../../src/discord/register.js";
import {
  APP_ID,
  type FakeDiscord,
  startFakeDiscord,
  TOKEN,
} from "../fakes/discord/fake-discord.js";

/** A made-up language, under the name of one that Discord knows, at the limits. */
const RURITANIAN: CommandTranslation = {
  name: "kial-".padEnd(32, "j"),
  description: "K".repeat(100),
  options: {
    question: { name: "demando", description: "Via demando" },
    party: { name: "partio", description: "Kies rifuzo" },
    length: { name: "longeco", description: "Kiom" },
    private: { name: "sekrete", description: "Nur al vi" },
  },
  lengths: { short: "mallonge", full: "plene", plain: "simple" },
  messageCommand: "Kial tio estis rifuzita?",
};

let discord: FakeDiscord;
const upload = (translations: Record<string, CommandTranslation>) =>
  registerCommands(
    new REST({ api: discord.apiUrl }).setToken(TOKEN),
    APP_ID,
    undefined,
    discordCommands(translations),
  );

beforeAll(async () => {
  discord = await startFakeDiscord();
});
afterAll(() => discord.stop());

describe("the commands in another language", () => {
  it("arrive at Discord with every word, and are not uploaded twice", async () => {
    expect(await upload({ "sv-SE": RURITANIAN })).toBe(true);
    expect(await upload({ "sv-SE": RURITANIAN })).toBe(false);
    const said = JSON.stringify(discord.commands);
    const { options, lengths, ...others } = RURITANIAN;
    const words = [
      ...Object.values(others),
      ...Object.values(lengths),
      ...Object.values(options).flatMap((texts) => Object.values(texts)),
    ];
    expect(words.filter((word) => !said.includes(`{"sv-SE":${JSON.stringify(word)}}`))).toEqual([]);
    expect(discord.commands.map(({ name }) => name)).toEqual([
      "why-rejected",
      "Why was this rejected?",
      "why-rejected-settings",
      "why-rejected-insight",
    ]);
  });

  it("are uploaded anew when a word of it changes", async () => {
    const changed = { ...RURITANIAN, messageCommand: "Kial ne?" };
    expect(await upload({ "sv-SE": changed })).toBe(true);
  });

  it("are left out where Discord does not know the language", async () => {
    await upload({ tlh: RURITANIAN });
    expect(JSON.stringify(discord.commands)).not.toContain("localizations");
  });

  it("are refused one sign over the limit", async () => {
    await expect(upload({ de: { ...RURITANIAN, name: "k".repeat(33) } })).rejects.toThrow(
      "the name",
    );
    await expect(upload({ de: { ...RURITANIAN, description: "K".repeat(101) } })).rejects.toThrow(
      "the description",
    );
  });
});
