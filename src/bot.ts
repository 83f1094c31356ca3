import type { Adapter, PlatformState } from "./chat/adapter.js";
import { EXIT, RemediableError } from "./errors.js";
import { createHttpServer, type Route } from "./http/server.js";
import type { Logger } from "./logger.js";

/** A platform, and what it serves on the HTTP server where its events come that way. */
export type Platform = Adapter & { readonly routes?: readonly Route[] };

export interface BotOptions {
  /** Makes each platform's adapter; `onFatal` is for it to say that it is lost for good. */
  readonly createAdapters: ((onFatal: (error: Error) => void) => Platform)[];
  readonly http: { readonly port: number; readonly host: string } | undefined;
  /** What is served beside the platforms' own routes; `states` says how each platform is when asked. */
  readonly routes?: (states: () => Readonly<Record<string, PlatformState>>) => readonly Route[];
  readonly log: Logger;
  /** Resolves when the process is asked to end. */
  readonly shutdown: Promise<void>;
  /** All platforms together have this long to end; a supervisor kills after ten seconds. */
  readonly stopWithinMs?: number;
}

/** Leaves the HTTP server and the store their part of the ten seconds. */
const STOP_WITHIN_MS = 8000;

/**
 * Runs the platforms until the process is asked to end, or none is left. A platform that is lost is turned off with a
 * line in the log, and the others go on.
 *
 * @returns the exit code: 0 when asked to end; else that of the last platform's failure (78 for a refused token)
 */
export async function runBot(options: BotOptions): Promise<number> {
  const { log, http, shutdown, stopWithinMs = STOP_WITHIN_MS } = options;
  const adapters = new Set<Platform>();
  const lost = new Set<string>();
  let exitCode: number = EXIT.fine;
  let noneLeft: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    noneLeft = resolve;
  });
  const lose = (adapter: Platform, error: unknown) => {
    const isMendable = error instanceof RemediableError;
    log.error(
      { platform: adapter.name, ...(isMendable ? {} : { err: error }) },
      isMendable ? error.message : "platform lost",
    );
    adapters.delete(adapter);
    lost.add(adapter.name);
    void adapter.stop().catch((err: unknown) => log.warn({ err }, "platform did not stop cleanly"));
    if (adapters.size > 0) return;
    exitCode = isMendable ? error.exitCode : EXIT.failed;
    noneLeft();
  };
  for (const create of options.createAdapters) {
    const adapter: Platform = create((error) => lose(adapter, error));
    adapters.add(adapter);
  }
  const states = () => ({
    ...Object.fromEntries([...adapters].map((one) => [one.name, stateOf(one)])),
    ...Object.fromEntries([...lost].map((name) => [name, "off" as const])),
  });
  const server =
    http &&
    createHttpServer({
      ...http,
      routes: [
        ...(options.routes?.(states) ?? []),
        ...[...adapters].flatMap(({ routes = [] }) => routes),
      ],
    });
  if (server) log.info({ port: await server.start() }, "http listening");
  for (const adapter of adapters) void adapter.start().catch((error) => lose(adapter, error));

  await Promise.race([shutdown, ended]);
  log.info("stopping");
  // A library that is told to end while it is connecting may never be done with it.
  if (
    !(await within(
      stopWithinMs,
      [...adapters].map((adapter) => adapter.stop()),
    ))
  ) {
    log.warn({ stopWithinMs }, "a platform did not end in time");
  }
  await server?.stop();
  log.info("stopped");
  return exitCode;
}

/** Whether all of it was done in time. */
async function within(timeMs: number, work: readonly Promise<void>[]): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeMs);
  });
  try {
    return await Promise.race([Promise.all(work).then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

function stateOf(adapter: Adapter): PlatformState {
  return adapter.isConnected() ? "connected" : "connecting";
}
