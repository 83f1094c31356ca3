import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebAPIPlatformError, WebAPIRequestError, type WebClientOptions } from "@slack/web-api";
import type { Adapter } from "../chat/adapter.js";
import type { Chat } from "../chat/chat.js";
import { createInFlight } from "../chat/in-flight.js";
import { createSeen } from "../chat/seen.js";
import type { SlackConfig } from "../config.js";
import { RemediableError } from "../errors.js";
import type { Logger } from "../logger.js";
import { listenToButtons } from "./buttons.js";
import { listenToCommands } from "./commands.js";
import { type Handlers, listenToEvents } from "./events.js";
import { slackLogger } from "./logger.js";
import { createResponder } from "./respond.js";

export interface SlackDependencies {
  readonly chat: Chat;
  readonly log: Logger;
  /** Called once where the platform is lost for good. */
  readonly onFatal: (error: Error) => void;
}

const API_TIMEOUT_MS = 8000;
const API_RETRIES = 3;
const DRAIN_MS = 5000;
/** After each reconnect the client waits this long without a connection; its default of 5 s loses slash commands. */
const CLIENT_PING_TIMEOUT_MS = 2000;
/** Slack repeats an event at once, after one minute and after five. */
const SEEN_MS = 15 * 60_000;
const SEEN_MAX = 10_000;
/** Acknowledgements still under way when the socket is about to close. */
const LAST_ACK_MS = 200;
const CONNECT_RETRY_FIRST_MS = 1000;
const CONNECT_RETRY_MAX_MS = 60_000;

/** Slack's words for a token that will never work again. */
const TOKEN_ERRORS: ReadonlySet<string> = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "not_allowed_token_type",
]);

export function createSlackAdapter(
  config: SlackConfig,
  { chat, log, onFatal }: SlackDependencies,
): Adapter {
  const logger = slackLogger(log);
  const address = config.apiUrl ? { slackApiUrl: config.apiUrl } : {};
  // Two objects: the Socket Mode client writes its own retry policy into the one it is given.
  const receiver = new SocketModeReceiver({
    appToken: config.appToken,
    clientPingTimeout: CLIENT_PING_TIMEOUT_MS,
    installerOptions: { clientOptions: { ...address } },
    logger,
    logLevel: LogLevel.WARN,
  });
  const clientOptions: WebClientOptions = {
    ...address,
    retryConfig: { retries: API_RETRIES, factor: 2, minTimeout: 500 },
    timeout: API_TIMEOUT_MS,
  };
  const app = new App({
    token: config.botToken,
    receiver,
    clientOptions,
    // Else a wrong token is an unhandled rejection out of the constructor.
    deferInitialization: true,
    logger,
    logLevel: LogLevel.WARN,
  });

  let stopping = false;
  let connected = false;
  let stopped: Promise<void> | undefined;
  const onError = (err: unknown) => {
    if (isTokenError(err) && !stopping) {
      stopping = true;
      onFatal(tokenError(err, "SLACK_BOT_TOKEN"));
      return;
    }
    log.error({ err }, "could not answer");
  };
  const inFlight = createInFlight(onError);
  const handlers: Handlers = {
    chat,
    seen: createSeen({ ttlMs: SEEN_MS, max: SEEN_MAX }),
    run: (work) => {
      if (!stopping) inFlight.run(work);
    },
  };
  const respond = createResponder({ timeoutMs: API_TIMEOUT_MS, retries: 2, firstDelayMs: 300 });
  listenToEvents(app, handlers);
  listenToCommands(app, handlers, respond);
  listenToButtons(app, handlers, respond);
  app.error(async (error) => onError(error));
  receiver.client.on("connected", () => {
    connected = true;
    log.info("slack connected");
  });
  for (const event of ["disconnected", "reconnecting"] as const) {
    receiver.client.on(event, () => {
      connected = false;
      if (!stopping) log.warn("slack reconnecting");
    });
  }

  return {
    name: "slack",
    async start() {
      await withPatience(
        () => app.init(),
        "SLACK_BOT_TOKEN",
        log,
        () => stopping,
      );
      await withPatience(
        () => app.start(),
        "SLACK_APP_TOKEN",
        log,
        () => stopping,
      );
      connected = true;
      log.info("slack ready");
    },
    stop() {
      stopping = true;
      stopped ??= (async () => {
        await inFlight.drain(DRAIN_MS);
        await new Promise((resolve) => setTimeout(resolve, LAST_ACK_MS));
        await app.stop();
        connected = false;
      })();
      return stopped;
    },
    isConnected: () => connected,
  };
}

/** Tries again with growing pauses while Slack itself is down; a refused token is told at once. */
async function withPatience(
  step: () => Promise<unknown>,
  variable: string,
  log: Logger,
  isStopping: () => boolean,
): Promise<void> {
  for (
    let delayMs = CONNECT_RETRY_FIRST_MS;
    ;
    delayMs = Math.min(delayMs * 2, CONNECT_RETRY_MAX_MS)
  ) {
    try {
      await step();
      return;
    } catch (err) {
      if (isTokenError(err)) throw tokenError(err, variable);
      if (isStopping()) return;
      if (!isPassing(err)) throw err;
      log.warn({ err, delayMs }, "slack cannot be reached, will try again");
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

function isTokenError(error: unknown): boolean {
  return error instanceof WebAPIPlatformError && TOKEN_ERRORS.has(error.data.error);
}

/** A fault of the network or of Slack's servers, not an answer. */
function isPassing(error: unknown): boolean {
  return error instanceof WebAPIRequestError || !(error instanceof WebAPIPlatformError);
}

function tokenError(cause: unknown, variable: string): RemediableError {
  return new RemediableError(
    "CONFIGURATION",
    `Slack refuses ${variable}. Copy it anew from api.slack.com/apps: your app > ${
      variable === "SLACK_APP_TOKEN"
        ? "Basic Information > App-Level Tokens"
        : "OAuth & Permissions"
    }.`,
    { cause },
  );
}
