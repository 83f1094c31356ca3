import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../test/helpers/real.js";
import { botWithSynthetic, realBase } from "./knowledge.js";
import { machine } from "./machine.js";
import { discordPair, slackPair } from "./pairs.js";
import { type Race, race } from "./race.js";
import { performancePage } from "./report.js";
import { measureLongRun, measureResources, type Resources } from "./resources.js";

const { values } = parseArgs({
  options: {
    /** Memory over 100,000 asks, which takes some minutes. */
    long: { type: "boolean", default: false },
    /** Prints the page instead of writing it. */
    print: { type: "boolean", default: false },
    /** Only the races whose name has this in it, and nothing else. */
    only: { type: "string" },
  },
});

const SEED = 20_261_125;
const SYNTHETIC = [1000, 10_000];
const LONG = { asks: 100_000, step: 10_000 };

const measuredOn = machine();
const { questions, cases } = realBase();
const pairs = {
  "Discord, command": () => discordPair("command"),
  "Discord, mention": () => discordPair("mention"),
  "Slack over a socket, command": () => slackPair("Socket Mode", "command"),
  "Slack over a socket, mention": () => slackPair("Socket Mode", "mention"),
  "Slack over HTTP, command": () => slackPair("HTTP", "command"),
  "Slack over HTTP, mention": () => slackPair("HTTP", "mention"),
};
const races: Race[] = [];
const resources: Resources[] = [];
let longRun: Awaited<ReturnType<typeof measureLongRun>> = [];
for (const [name, start] of Object.entries(pairs)) {
  if (values.only !== undefined && !name.includes(values.only)) continue;
  say(`racing: ${name}`);
  const pair = await start();
  races.push(await race(pair, questions));
  await pair.stop();
}
if (values.only === undefined) {
  say("starting with the real base");
  resources.push(await measureResources("main.js", cases, questions));
  for (const size of SYNTHETIC) {
    say(`starting with ${size} synthetic cases`);
    resources.push(await measureResources(botWithSynthetic(size, SEED), size, questions));
  }
  // What takes longest comes last, and need not be there.
  give();
}
if (values.long) {
  say(`asking ${LONG.asks} times`);
  longRun = await measureLongRun(LONG.asks, LONG.step, questions);
}
give();
process.exit(0);

function give(): void {
  const date = new Date().toISOString().slice(0, 10);
  const page = performancePage({ machine: measuredOn, date, races, resources, longRun });
  if (values.print || values.only !== undefined) process.stdout.write(page);
  else writeFileSync(path.join(ROOT, "docs", "performance.md"), page);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
