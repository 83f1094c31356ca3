import { RemediableError } from "../errors.js";
import { DEFAULT_SETTINGS, ASKS_PER_MINUTE_MAX as MOST_ASKS } from "../store/settings.js";
import type { StoreConfig } from "../store/store.js";
import { type DiscordConfig, readDiscord } from "./discord.js";
import { type Environment, readAddress } from "./environment.js";
import { readSlack, type SlackConfig } from "./slack.js";
import { readStore } from "./store.js";

export type { DiscordConfig } from "./discord.js";
export type { Environment } from "./environment.js";
export type { SlackConfig, SlackOAuth } from "./slack.js";

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly knowledge: { readonly folder: string; readonly lenient: boolean };
  readonly logLevel: LogLevel;
  readonly production: boolean;
  readonly discord: DiscordConfig | undefined;
  readonly slack: SlackConfig | undefined;
  /** Undefined: no HTTP server. */
  readonly http: { readonly port: number; readonly host: string } | undefined;
  /** What whoever reads `/metrics` from another machine must send; undefined: nobody from there may. */
  readonly metricsToken: string | undefined;
  readonly store: StoreConfig;
  /** The collection's home, where issues can be opened; undefined: no links to it. */
  readonly collectionUrl: string | undefined;
  /** What a person may ask where a space has not chosen another number. */
  readonly asksPerMinute: number;
}

/** Where Slack over HTTP needs a server and no port is set. */
const DEFAULT_HTTP_PORT = 3000;

/**
 * Reads the environment.
 *
 * @throws {RemediableError} CONFIGURATION with every problem, each with its remedy, one a line
 */
export function loadConfig(env: Environment): Config {
  const problems: string[] = [];
  const oneOf = <T extends string>(name: string, values: readonly T[], fallback: T): T => {
    const value = env[name] || fallback;
    const known = values.find((one) => one === value);
    if (known === undefined) {
      problems.push(`${name} is "${value}". Set it to one of ${values.join(", ")}, or unset it.`);
    }
    return known ?? fallback;
  };
  const slack = readSlack(env, problems);
  const config: Config = {
    knowledge: {
      folder: env.KNOWLEDGE_DIR || "knowledge",
      lenient: oneOf("KNOWLEDGE_LENIENT", ["0", "1"], "0") === "1",
    },
    logLevel: oneOf("LOG_LEVEL", LOG_LEVELS, "info"),
    production: env.NODE_ENV === "production",
    discord: readDiscord(env, problems),
    slack,
    http: readHttp(env, slack?.transport.kind === "http" ? DEFAULT_HTTP_PORT : undefined, problems),
    metricsToken: env.METRICS_TOKEN || undefined,
    store: readStore(env, problems),
    asksPerMinute: readAsksPerMinute(env, problems),
    collectionUrl: readAddress("COLLECTION_URL", env.COLLECTION_URL, problems),
  };
  if (problems.length > 0) throw new RemediableError("CONFIGURATION", problems.join("\n"));
  return config;
}

function readAsksPerMinute(env: Environment, problems: string[]): number {
  const text = env.ASKS_PER_MINUTE || String(DEFAULT_SETTINGS.asksPerMinute);
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > MOST_ASKS) {
    problems.push(
      `ASKS_PER_MINUTE is "${text}". Set it to a number from 1 to ${MOST_ASKS}, or unset it.`,
    );
  }
  return number;
}

/** @param needed - the port that is taken where none is set; undefined where no server is needed then */
function readHttp(
  env: Environment,
  needed: number | undefined,
  problems: string[],
): Config["http"] {
  if (!env.PORT && needed === undefined) return undefined;
  const port = env.PORT ? Number(env.PORT) : (needed ?? 0);
  // 0 lets the system choose a free port.
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push(`PORT is "${env.PORT}". Set it to a number from 0 to 65535, or unset it.`);
  }
  return { port, host: env.HOST || "127.0.0.1" };
}
