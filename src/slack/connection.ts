import { WebAPIPlatformError, WebAPIRequestError } from "@slack/web-api";
import { RemediableError } from "../errors.js";
import type { Logger } from "../logger.js";

const RETRY_FIRST_MS = 1000;
const RETRY_MAX_MS = 60_000;
/** A connection that ended sooner than this is not replaced at once, lest a failing server be hammered. */
const SHORT_LIVED_MS = 5000;

/** Slack's words for a token that will never work again. */
const TOKEN_ERRORS: ReadonlySet<string> = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
]);

export interface Patience {
  /** The setting that Slack's refusal of a token would be about. */
  readonly variable: "SLACK_APP_TOKEN" | "SLACK_BOT_TOKEN";
  readonly log: Logger;
  readonly isStopping: () => boolean;
}

/**
 * Takes a step, again with growing pauses while Slack itself is down.
 *
 * @throws {RemediableError} `CONFIGURATION` at once, where Slack refuses the token
 */
export async function withPatience(
  step: () => Promise<unknown>,
  { variable, log, isStopping }: Patience,
): Promise<void> {
  for (let delayMs = RETRY_FIRST_MS; ; delayMs = Math.min(delayMs * 2, RETRY_MAX_MS)) {
    try {
      await step();
      return;
    } catch (err) {
      if (isTokenError(err)) throw tokenError(err, variable);
      if (isStopping()) return;
      if (!isPassing(err)) throw err;
      log.warn({ err, delayMs }, "slack cannot be reached, will try again");
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      if (isStopping()) return;
    }
  }
}

/** What is used of the client of `@slack/socket-mode`. */
export interface SocketClient {
  /** Resolves when connected. */
  start(): Promise<unknown>;
  on(event: "connected" | "disconnected", listener: () => void): unknown;
}

export interface Connection {
  /** Resolves when connected for the first time; from then on a lost connection is replaced. */
  open(): Promise<void>;
  isOpen(): boolean;
}

/**
 * Keeps one socket to Slack open. Slack ends each after some hours, and the client of
 * `@slack/socket-mode` would then wait for `clientPingTimeout` without a connection, in which every
 * slash command fails. Shortening that setting would end healthy connections when a pong is late, so the
 * client's own reconnecting is off (`autoReconnectEnabled: false`) and a new socket is opened at once.
 */
export function createConnection(
  client: SocketClient,
  patience: Omit<Patience, "variable"> & { readonly onReconnecting?: () => void },
  onFatal: (error: unknown) => void,
): Connection {
  const { log, isStopping, onReconnecting } = patience;
  let open = false;
  let opening = false;
  let openedAtMs = 0;

  async function connect() {
    opening = true;
    try {
      await withPatience(() => client.start(), { ...patience, variable: "SLACK_APP_TOKEN" });
    } finally {
      opening = false;
    }
  }

  async function reconnect() {
    const pauseMs = Date.now() - openedAtMs < SHORT_LIVED_MS ? RETRY_FIRST_MS : 0;
    opening = true;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    if (!isStopping()) await connect();
  }

  client.on("connected", () => {
    open = true;
    openedAtMs = Date.now();
    log.info("slack connected");
  });
  client.on("disconnected", () => {
    open = false;
    // A failed attempt is told here too, while `withPatience` is already about to repeat it.
    if (opening || isStopping()) return;
    log.warn("slack reconnecting");
    onReconnecting?.();
    reconnect().catch(onFatal);
  });

  return { open: connect, isOpen: () => open };
}

export function isTokenError(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && TOKEN_ERRORS.has(error.data.error);
}

export function tokenError(cause: unknown, variable: Patience["variable"]): RemediableError {
  const page =
    variable === "SLACK_APP_TOKEN" ? "Basic Information > App-Level Tokens" : "OAuth & Permissions";
  return new RemediableError(
    "CONFIGURATION",
    `Slack refuses ${variable}. Copy it anew from api.slack.com/apps: your app > ${page}.`,
    { cause },
  );
}

/** A fault of the network or of Slack's servers, not an answer. */
function isPassing(error: unknown): boolean {
  return error instanceof WebAPIRequestError || !(error instanceof WebAPIPlatformError);
}
