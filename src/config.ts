import { RemediableError } from "./errors.js";
import { readSealKeys } from "./store/seal.js";
import { DEFAULT_SETTINGS, ASKS_PER_MINUTE_MAX as MOST_ASKS } from "./store/settings.js";
import type { StoreConfig } from "./store/store.js";

export type Environment = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface DiscordConfig {
  readonly token: string;
  readonly guildId: string | undefined;
  readonly apiUrl: string | undefined;
  readonly shards: "auto" | { readonly ids: readonly number[]; readonly total: number };
}

/** What makes an app installable in many workspaces. */
export interface SlackOAuth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs what travels through the browser of whoever installs the app. */
  readonly stateSecret: string;
}

export interface SlackConfig {
  /** One workspace by its token, or all that install the app. */
  readonly identity:
    | { readonly kind: "token"; readonly botToken: string }
    | ({ readonly kind: "oauth" } & SlackOAuth);
  /** Over a socket that the bot opens, or by signed requests to it. */
  readonly transport:
    | { readonly kind: "socket"; readonly appToken: string }
    | { readonly kind: "http"; readonly signingSecret: string };
  readonly apiUrl: string | undefined;
}

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

const BOT_TOKEN_SOURCE =
  "It starts with xoxb- and stands at api.slack.com/apps > your app > OAuth & Permissions.";
const APP_TOKEN_SOURCE =
  "It starts with xapp- and is made at api.slack.com/apps > your app > Basic Information > App-Level Tokens, with the scope connections:write.";
const SIGNING_SECRET_SOURCE =
  "It stands at api.slack.com/apps > your app > Basic Information > App Credentials.";
const SEAL_KEY_SOURCE =
  "Make one with: openssl rand -base64 32. Several, by commas, the newest first, while you change it.";
/** Short keys could be tried out. */
const MIN_KEY_CHARS = 32;
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

function readDiscord(env: Environment, problems: string[]): DiscordConfig | undefined {
  const token = env.DISCORD_TOKEN;
  const shards = readShards(env.DISCORD_SHARDS || "auto", problems);
  const apiUrl = readAddress("DISCORD_API_URL", env.DISCORD_API_URL, problems);
  return token ? { token, guildId: env.DISCORD_GUILD_ID || undefined, apiUrl, shards } : undefined;
}

/** "auto", or this process's range and the total: "0-3/16", "2/16". */
function readShards(text: string, problems: string[]): DiscordConfig["shards"] {
  if (text === "auto") return "auto";
  const [, first, last, total] = /^(\d+)(?:-(\d+))?\/(\d+)$/.exec(text) ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (first === undefined || from > to || to >= Number(total)) {
    problems.push(
      `DISCORD_SHARDS is "${text}". Set it to auto, or to a range and the total like 0-3/16.`,
    );
    return "auto";
  }
  return {
    ids: Array.from({ length: to - from + 1 }, (_, index) => from + index),
    total: Number(total),
  };
}

/** Socket Mode where there is an app token, also beside a signing secret; else HTTP. */
function readSlack(env: Environment, problems: string[]): SlackConfig | undefined {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
  } = env;
  const apiUrl = readAddress("SLACK_API_URL", env.SLACK_API_URL, problems);
  const oauth = OAUTH_VARIABLES.filter((name) => env[name]);
  if (oauth.length > 0) {
    const identity = readOAuth(env, problems);
    if (!identity || !signingSecret) return undefined;
    return { identity, transport: { kind: "http", signingSecret }, apiUrl };
  }
  if (botToken && !botToken.startsWith("xoxb-")) {
    problems.push(`SLACK_BOT_TOKEN is no bot token. ${BOT_TOKEN_SOURCE}`);
  }
  if (appToken && !appToken.startsWith("xapp-")) {
    problems.push(`SLACK_APP_TOKEN is no app-level token. ${APP_TOKEN_SOURCE}`);
  }
  if (botToken && appToken) {
    const identity = { kind: "token", botToken } as const;
    return { identity, transport: { kind: "socket", appToken }, apiUrl };
  }
  if (botToken && signingSecret) {
    const identity = { kind: "token", botToken } as const;
    return { identity, transport: { kind: "http", signingSecret }, apiUrl };
  }
  if (botToken) {
    problems.push(
      `SLACK_APP_TOKEN is missing. ${APP_TOKEN_SOURCE} Or, where Slack shall call the bot over HTTP, set SLACK_SIGNING_SECRET. ${SIGNING_SECRET_SOURCE} Or unset SLACK_BOT_TOKEN to run without Slack.`,
    );
  }
  if (!botToken && (appToken || signingSecret)) {
    const given = appToken ? "SLACK_APP_TOKEN" : "SLACK_SIGNING_SECRET";
    problems.push(
      `SLACK_BOT_TOKEN is missing. ${BOT_TOKEN_SOURCE} Or unset ${given} to run without Slack.`,
    );
  }
  return undefined;
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

function readStore(env: Environment, problems: string[]): StoreConfig {
  const { DATABASE_URL: databaseUrl, PRIVACY_KEY: privacyKey, TOKEN_ENCRYPTION_KEY: keys } = env;
  // Neither value is repeated: both hold secrets.
  if (databaseUrl && !/^postgres(?:ql)?:\/\/[^/]/.test(databaseUrl)) {
    problems.push(
      "DATABASE_URL is no address of Postgres, like postgres://user:password@host:5432/name. Unset it to keep a file in DATA_DIR.",
    );
  }
  if (privacyKey && privacyKey.length < MIN_KEY_CHARS) {
    problems.push(
      `PRIVACY_KEY is shorter than ${MIN_KEY_CHARS} characters. Make one with: openssl rand -base64 32. Or unset it; then one is made and kept in the store.`,
    );
  }
  const sealKeys = keys ? readSealKeys(keys) : undefined;
  if (keys && !sealKeys) {
    problems.push(`TOKEN_ENCRYPTION_KEY is no key of 32 bytes. ${SEAL_KEY_SOURCE}`);
  }
  return {
    databaseUrl: databaseUrl || undefined,
    folder: env.DATA_DIR || "data",
    privacyKey: privacyKey || undefined,
    sealKeys,
  };
}

/** Any of them means that many workspaces shall install the app. */
const OAUTH_VARIABLES = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET"] as const;

function readOAuth(env: Environment, problems: string[]): SlackConfig["identity"] | undefined {
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = env;
  for (const other of ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const) {
    if (!env[other]) continue;
    problems.push(
      `${other} is for one workspace, SLACK_CLIENT_ID for many; both at once cannot be. Unset ${other}, or unset ${OAUTH_VARIABLES.join(", ")}.`,
    );
  }
  const needed: readonly (readonly [string, string])[] = [
    ["SLACK_CLIENT_ID", SIGNING_SECRET_SOURCE],
    ["SLACK_CLIENT_SECRET", SIGNING_SECRET_SOURCE],
    ["SLACK_STATE_SECRET", "Make one with: openssl rand -base64 32."],
    ["SLACK_SIGNING_SECRET", SIGNING_SECRET_SOURCE],
    ["TOKEN_ENCRYPTION_KEY", SEAL_KEY_SOURCE],
  ];
  for (const [name, source] of needed) {
    if (!env[name]) problems.push(`${name} is missing, which many workspaces need. ${source}`);
  }
  if (!clientId || !clientSecret || !stateSecret) return undefined;
  return { kind: "oauth", clientId, clientSecret, stateSecret };
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

function readAddress(
  name: string,
  value: string | undefined,
  problems: string[],
): string | undefined {
  if (!value) return undefined;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    problems.push(
      `${name} is "${value}", which is no http or https address. Unset it for the default.`,
    );
  }
  return value;
}
