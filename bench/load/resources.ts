import {
  type FakeDiscord,
  startFakeDiscord,
  TOKEN,
} from "../../test/fakes/discord/fake-discord.js";
import { type FakeSlack, startFakeSlack } from "../../test/fakes/slack/fake-slack.js";
import { type RunningBot, startProgram, untilLogged } from "../../test/helpers/bot.js";
import { slackEnv } from "../../test/helpers/slack-bot.js";
import { discordStage } from "../stage/discord-stage.js";
import { slackStage } from "../stage/slack-stage.js";
import { createLoad } from "./load.js";
import { cpuMsOf, residentMegabytes } from "./machine.js";
import { RAISED } from "./pairs.js";
import { median } from "./race.js";

/** One size of base, with both platforms on. Medians of some starts. */
export interface Resources {
  readonly cases: number;
  /** From the start of the process until both platforms are ready. */
  readonly readyMs: number;
  /** Processor time of the same, which other programs on the machine hardly disturb. */
  readonly readyCpuMs: number;
  readonly idleMegabytes: number;
  readonly askedMegabytes: number;
}

const STARTS = 3;
const ASKS = 1000;
const READY_MS = 120_000;
/** Garbage of the start is collected, and the folder read, by then. */
const SETTLE_MS = 3000;

interface Both {
  readonly bot: RunningBot;
  readonly discord: FakeDiscord;
  readonly slack: FakeSlack;
  readonly stop: () => Promise<void>;
}

async function startBoth(program: string): Promise<Both> {
  const [discord, slack] = await Promise.all([startFakeDiscord(), startFakeSlack()]);
  const bot = startProgram(program, [], {
    ...RAISED,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    ...slackEnv(slack, "Socket Mode"),
  });
  await Promise.all([
    untilLogged(bot, "discord ready", READY_MS),
    untilLogged(bot, "slack ready", READY_MS),
  ]);
  const stop = async () => {
    await bot.stop();
    await Promise.all([discord.stop(), slack.stop()]);
  };
  return { bot, discord, slack, stop };
}

export async function measureResources(
  program: string,
  cases: number,
  questions: readonly string[],
): Promise<Resources> {
  const starts: Omit<Resources, "cases">[] = [];
  for (let number = 0; number < STARTS; number++) {
    const startMs = performance.now();
    const { bot, discord, slack, stop } = await startBoth(program);
    const pid = bot.process.pid ?? 0;
    const [readyMs, readyCpuMs] = [performance.now() - startMs, cpuMsOf(pid)];
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const idleMegabytes = residentMegabytes(pid);
    await createLoad(discordStage(discord), "direct message", questions).throughput(ASKS / 2);
    await createLoad(slackStage(slack), "direct message", questions).throughput(ASKS / 2);
    const askedMegabytes = residentMegabytes(pid);
    await stop();
    starts.push({ readyMs, readyCpuMs, idleMegabytes, askedMegabytes });
  }
  const of = (key: keyof Omit<Resources, "cases">) => median(starts.map((one) => one[key]));
  return {
    cases,
    readyMs: of("readyMs"),
    readyCpuMs: of("readyCpuMs"),
    idleMegabytes: of("idleMegabytes"),
    askedMegabytes: of("askedMegabytes"),
  };
}

/** Memory after each so many asks, half of them on each platform. */
export async function measureLongRun(
  asks: number,
  step: number,
  questions: readonly string[],
): Promise<{ asks: number; megabytes: number }[]> {
  const { bot, discord, slack, stop } = await startBoth("main.js");
  const loads = [discordStage(discord), slackStage(slack)].map((stage) =>
    createLoad(stage, "direct message", questions),
  );
  const readings: { asks: number; megabytes: number }[] = [];
  for (let done = 0; done <= asks; done += step) {
    readings.push({ asks: done, megabytes: residentMegabytes(bot.process.pid ?? 0) });
    if (done < asks) for (const load of loads) await load.throughput(step / loads.length);
  }
  await stop();
  return readings;
}
