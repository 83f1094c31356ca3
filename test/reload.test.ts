import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { textOf } from "./fakes/discord/check-message.js";
import { BOT_ID, startFakeDiscord, TOKEN } from "./fakes/discord/fake-discord.js";
import { until } from "./fakes/http.js";
import { startBot, untilLogged } from "./helpers/bot.js";
import { copyOfKnowledge } from "./helpers/folder.js";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** A bot over a copy of the knowledge, with a way to ask it and to change the copy. */
async function botOverCopy() {
  const { folder, remove } = await copyOfKnowledge();
  const discord = await startFakeDiscord();
  const bot = startBot({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    KNOWLEDGE_DIR: folder,
  });
  cleanups.push(remove, discord.stop, bot.stop);
  await untilLogged(bot, "discord commands", 20_000);
  const file = path.join(folder, "cases", "baruch-plan-1946.yaml");
  return {
    bot,
    change: async (from: string | RegExp, to: string) =>
      writeFile(file, (await readFile(file, "utf8")).replace(from, to)),
    ask: async () => {
      const before = discord.shown.length;
      discord.say(`<@${BOT_ID}> baruch plan`, { mentions: [BOT_ID] });
      return textOf((await until("an answer", () => discord.shown[before])).body);
    },
  };
}

describe("a running bot", () => {
  it("takes up a changed entry, and no question in flight fails", async () => {
    const { bot, change, ask } = await botOverCopy();
    const before = await ask();
    await change(/^in_short:.*\n(?: .*\n)*/m, "in_short: Mended in the running bot.\n");
    const answers: string[] = [];
    while (!bot.records().some(({ msg }) => msg === "knowledge reloaded"))
      answers.push(await ask());
    expect(
      answers.every((text) => text === before || text.includes("Mended in the running bot.")),
    ).toBe(true);
    expect(await ask()).toContain("Mended in the running bot.");
  });

  it("keeps the old knowledge where the new is not valid, and logs what is wrong", async () => {
    const { bot, change, ask } = await botOverCopy();
    const before = await ask();
    await change("status: current", "status: curent");
    await untilLogged(bot, "knowledge is not valid, the old one stays in use", 20_000);
    expect(bot.records().some(({ problem }) => /KB002.*status/.test(String(problem)))).toBe(true);
    expect(await ask()).toBe(before);
  });

  it.skipIf(process.platform === "win32")("reads again on SIGHUP", async () => {
    const { bot } = await botOverCopy();
    bot.process.kill("SIGHUP");
    await untilLogged(bot, "knowledge reloaded", 20_000);
  });
});
