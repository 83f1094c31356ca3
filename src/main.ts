import type { Asker } from "./answer/ask.js";
import { openAsker } from "./app.js";
import { type BotOptions, runBot } from "./bot.js";
import type { PlatformState } from "./chat/adapter.js";
import type { AskRecord } from "./chat/chat.js";
import { runProgram } from "./cli/run.js";
import { type Config, loadConfig } from "./config/config.js";
import { createDesk } from "./desk/desk.js";
import { createDiscordAdapter } from "./discord/adapter.js";
import { EXIT, RemediableError } from "./errors.js";
import { metricsRoute } from "./http/metrics-route.js";
import { healthRoute, readyRoute } from "./http/probes.js";
import type { Route } from "./http/server.js";
import { formatProblem } from "./knowledge/problem.js";
import { createLogger, type Logger } from "./logger.js";
import { createMetrics, type Metrics } from "./metrics/metrics.js";
import { createReloader, type Reloader } from "./reload/reloader.js";
import { createSlackAdapter } from "./slack/adapter.js";
import { openStore, type Store } from "./store/store.js";
import { runTerminal, terminalStyle } from "./terminal/terminal.js";

await runProgram(async () => {
  const config = loadConfig(process.env);
  const isBot = config.discord !== undefined || config.slack !== undefined;
  if (config.production && !isBot) {
    throw new RemediableError(
      "CONFIGURATION",
      "NODE_ENV is production, but no platform is configured. Set DISCORD_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET (.env.example says where to get them), or unset NODE_ENV to answer in the terminal.",
    );
  }
  const { asker, problems } = await openAsker(config.knowledge);
  if (isBot) {
    const log = createLogger(config.logLevel);
    for (const problem of problems) log.warn({ problem: formatProblem(problem) }, "knowledge");
    // The library reads this variable by itself otherwise.
    delete process.env.DISCORD_TOKEN;
    const reloader = createReloader({ ...config.knowledge, first: asker, log, watches: true });
    // Windows has no such signal; there the folder is watched alone.
    if (process.platform !== "win32") process.on("SIGHUP", () => void reloader.reload());
    const metrics = createMetrics();
    const store = openStore(config.store, {
      onChange: (state, err) =>
        state === "ok"
          ? log.info({ store: state }, "store works again")
          : log.warn({ store: state, err }, "store fails, answers go on"),
      onFailure: metrics.storeFailed,
    });
    const code = await runBot({
      createAdapters: platformsOf(config, { asker: reloader.current, store, metrics, log }),
      routes: (states) => routesOf(config, { states, store, reloader, metrics, log }),
      http: config.http,
      log,
      shutdown: endAsked(log),
    });
    reloader.stop();
    await store.close();
    // Libraries leave timers behind; all that matters is done.
    process.exit(code);
  }
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.stderr.write(
    "No platform is configured, so questions are answered here. Type one, or quit.\n",
  );
  const streams = { input: process.stdin, output: process.stdout };
  await runTerminal(asker, streams, terminalStyle(process.stdout, process.env));
  return EXIT.fine;
});

interface PlatformDependencies {
  readonly asker: () => Asker;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly log: Logger;
}

/** One maker for each configured platform. Every ask is one line in the log, without its text. */
function platformsOf(
  config: Config,
  { asker, store, metrics, log }: PlatformDependencies,
): BotOptions["createAdapters"] {
  const { discord, slack, collectionUrl, asksPerMinute } = config;
  const dependencies = (platform: string, onFatal: (error: Error) => void) => {
    const platformLog = log.child({ platform });
    const record = (one: AskRecord) => {
      metrics.asked(platform, one);
      platformLog.info(one, "asked");
    };
    const desk = createDesk({ asker, store, collectionUrl, asksPerMinute, record });
    return { desk, log: platformLog, monitor: metrics.monitor(platform), onFatal };
  };
  return [
    ...(discord
      ? [
          (onFatal: (error: Error) => void) =>
            createDiscordAdapter(discord, dependencies("discord", onFatal)),
        ]
      : []),
    ...(slack
      ? [
          (onFatal: (error: Error) => void) =>
            createSlackAdapter(slack, {
              ...dependencies("slack", onFatal),
              installations: store.installations,
            }),
        ]
      : []),
  ];
}

interface RouteDependencies extends Omit<PlatformDependencies, "asker"> {
  readonly states: () => Readonly<Record<string, PlatformState>>;
  readonly reloader: Reloader;
}

/** What is served for supervisors and for who watches the bot. */
function routesOf(
  { metricsToken: token }: Config,
  { states, store, reloader, metrics, log }: RouteDependencies,
): Route[] {
  const read = () => ({
    platforms: states(),
    parts: { store: store.health(), knowledge: reloader.health() },
  });
  const render = () => metrics.render({ ...read(), base: reloader.current().base });
  const onError = (err: unknown) => log.error({ err }, "metrics failed");
  return [healthRoute(read), readyRoute(read), metricsRoute({ token, render, onError })];
}

/** Resolves at the first SIGTERM or SIGINT. A fault that nothing caught ends the process: a supervisor starts it anew. */
function endAsked(log: Logger): Promise<void> {
  const crash = (err: unknown) => {
    log.fatal({ err }, "uncaught, ending");
    process.exit(EXIT.failed);
  };
  process.on("unhandledRejection", crash);
  process.on("uncaughtException", crash);
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}
