import { quiet, until } from "../../test/fakes/http.js";
import type { Ask, Connection, Stage } from "../stage/stage.js";
import { EXCUSES, type Excuse } from "./excuses.js";
import { createTroubles, type Trouble } from "./faults.js";

export interface SoakOptions {
  readonly platform: Excuse["of"];
  readonly stage: Stage & Partial<Connection>;
  readonly asks: number;
  /** Asks that go through one trouble together. */
  readonly batch: number;
  readonly random: () => number;
  /** What the platform waits until it sends an event again that was not taken; minutes in life. */
  readonly redeliverAfterMs: number;
}

/** What became of the asks of one way under one trouble. */
export interface Tally {
  readonly trouble: string;
  readonly way: string;
  asked: number;
  once: number;
  lost: number;
  doubled: number;
  /** Lost and doubled ones that the platform makes unavoidable. */
  excused: number;
}

/** No answer after this long: it is lost. Longer than any wait that the bot allows itself. */
const PATIENCE_MS = 20_000;
/** A second answer would come within this. */
const QUIET_MS = 1500;
const POLL_MS = 10;
const QUESTIONS = ["litvinof pact", "why was the baruch plan rejected", "sources?", "help"];
/** The word that an answer failed is none. */
const APOLOGY = /Something went wrong on our side/;

/** Asked one after the other first: a process that has just started, on a busy machine, is no fault to be counted here. */
const WARM_UP_ROUNDS = 3;

/** Sends asks through all that can go wrong, and counts the answers to each. */
export async function soak(options: SoakOptions): Promise<Tally[]> {
  const { stage, asks: total, batch, random, platform } = options;
  const answers = new Map<string, number>();
  stage.watch((key, text) => {
    if (!APOLOGY.test(text)) answers.set(key, (answers.get(key) ?? 0) + 1);
  });
  await warmUp(stage, (key) => answers.has(key));
  const nextTrouble = createTroubles(stage, random);
  const sent: { ask: Ask; way: string; trouble: string }[] = [];
  while (sent.length < total) {
    const trouble = nextTrouble();
    const size = Math.min(batch, total - sent.length);
    const asks = await sendBatch(options, trouble, size, (key) => answers.has(key));
    sent.push(...asks.map((one) => ({ ...one, trouble: trouble.name })));
  }
  await quiet(QUIET_MS);

  const tallies = new Map<string, Tally>();
  for (const { ask, way, trouble } of sent) {
    const id = `${trouble}|${way}`;
    const fresh = { trouble, way, asked: 0, once: 0, lost: 0, doubled: 0, excused: 0 };
    const tally = tallies.get(id) ?? fresh;
    tallies.set(id, tally);
    const outcome = outcomeOf(answers.get(ask.key) ?? 0);
    tally.asked += 1;
    tally[outcome] += 1;
    if (outcome !== "once" && excuseFor(platform, trouble, way, outcome)) tally.excused += 1;
  }
  return [...tallies.values()];
}

async function warmUp(stage: Stage, isAnswered: (key: string) => boolean): Promise<void> {
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    for (const question of QUESTIONS) {
      for (const put of Object.values(stage.ways)) {
        const { key } = put(question);
        await until("an answer while warming up", () => isAnswered(key), PATIENCE_MS);
      }
    }
  }
}

function outcomeOf(count: number): "lost" | "once" | "doubled" {
  if (count === 0) return "lost";
  return count === 1 ? "once" : "doubled";
}

export function excuseFor(
  platform: Excuse["of"],
  trouble: string,
  way: string,
  what: Excuse["what"],
): Excuse | undefined {
  return EXCUSES.find(
    (one) =>
      one.of === platform && one.what === what && one.trouble.test(trouble) && one.way.test(way),
  );
}

async function sendBatch(
  { stage, random, redeliverAfterMs }: SoakOptions,
  trouble: Trouble,
  size: number,
  isAnswered: (key: string) => boolean,
): Promise<{ ask: Ask; way: string }[]> {
  const connection = connectionOf(stage);
  const ways = Object.entries(stage.ways);
  if (connection) trouble.before?.(connection);
  const sent = Array.from({ length: size }, (_, index) => {
    const [way, put] = ways[index % ways.length] ?? [];
    if (way === undefined || put === undefined) throw new RangeError("a stage without ways");
    const ask = put(QUESTIONS[Math.floor(random() * QUESTIONS.length)] ?? "");
    // Before the bot's request can arrive, since nothing here has waited since.
    if (trouble.request) stage.failNext({ ...trouble.request, matches: ask.isAnswer });
    return { ask, way };
  });
  const asks = sent.map(({ ask }) => ask);
  if (connection) trouble.after?.(asks, connection);

  const startMs = Date.now();
  let redeliverAtMs = startMs + redeliverAfterMs;
  while (!asks.every(({ key }) => isAnswered(key)) && Date.now() - startMs < PATIENCE_MS) {
    await quiet(POLL_MS);
    if (Date.now() < redeliverAtMs) continue;
    redeliverAtMs = Date.now() + redeliverAfterMs;
    for (const { ask, way } of sent) {
      // Events come again until they are taken; a command does not.
      if (way !== "command" && !ask.isTaken()) ask.again();
    }
    // What will never come need not be waited for.
    const open = sent.filter(({ ask }) => !isAnswered(ask.key));
    if (open.every(({ ask, way }) => way === "command" && !ask.isTaken())) break;
  }
  trouble.answered?.(asks);
  await connection?.ready();
  return sent;
}

function connectionOf(stage: Stage & Partial<Connection>): Connection | undefined {
  const { drop, askReconnect, ready } = stage;
  return drop && askReconnect && ready ? { ...stage, drop, askReconnect, ready } : undefined;
}
