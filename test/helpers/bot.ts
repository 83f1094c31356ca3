import { type ChildProcess, spawn } from "node:child_process";
import { until } from "../fakes/http.js";
import { leaksIn } from "./leaks.js";
import { ROOT } from "./real.js";
import { scratchFolder } from "./store.js";

/** The built bot as a process of its own, with nothing but the given environment. */
export interface RunningBot {
  readonly process: ChildProcess;
  /** Everything that it wrote, both streams. */
  output(): string;
  /** Log lines as objects. */
  records(): Record<string, unknown>[];
  exited(): Promise<number | null>;
  /** SIGTERM, then the exit code. Throws where the bot wrote what no bot may. */
  stop(): Promise<number | null>;
}

export function startBot(env: Readonly<Record<string, string>>): RunningBot {
  return startProgram("main.js", [], env);
}

/** A built program that goes on running. */
export function startProgram(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): RunningBot {
  const child = spawn(process.execPath, [`${ROOT}/dist/${file}`, ...args], {
    cwd: ROOT,
    // Tests ask faster than people, and keep nothing in the folder of whoever works here.
    env: {
      PATH: process.env.PATH,
      DATA_DIR: scratchFolder(),
      ASKS_PER_MINUTE: "1000",
      LOG_LEVEL: "trace",
      ...env,
    },
    // Standard input stays open, as under a supervisor: the bot must not wait for it.
    stdio: ["pipe", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
  return {
    process: child,
    output: () => output,
    records: () =>
      output
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    exited: () => exit,
    async stop() {
      child.kill("SIGTERM");
      const code = await exit;
      // So all that any bot of the suite writes is looked through.
      const leaks = leaksIn(output);
      if (leaks.length > 0) throw new Error(`the bot wrote what it may not: ${leaks.join("\n")}`);
      return code;
    },
  };
}

export function untilLogged(bot: RunningBot, msg: string, timeoutMs = 30_000) {
  return until(
    `the log line "${msg}"; so far: ${bot.output()}`,
    () => bot.records().find((record) => record.msg === msg),
    timeoutMs,
  );
}
