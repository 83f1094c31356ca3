import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";
import type { Adapter } from "../chat/adapter.js";
import type { Chat } from "../chat/chat.js";
import { createInFlight } from "../chat/in-flight.js";
import { createSeen } from "../chat/seen.js";
import type { SlackConfig } from "../config.js";
import type { Logger } from "../logger.js";
import { listenToButtons } from "./buttons.js";
import { listenToCommands } from "./commands.js";
import { createConnection, isTokenError, tokenError, withPatience } from "./connection.js";
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
/** A pong may be this late, as on a machine that stalls; the client pings three times as often. */
const CLIENT_PING_TIMEOUT_MS = 15_000;
const API_RETRIES = 3;
const DRAIN_MS = 5000;
/** Slack repeats an event at once, after one minute and after five. */
const SEEN_MS = 15 * 60_000;
const SEEN_MAX = 10_000;
/** Acknowledgements still under way when the socket is about to close. */
const LAST_ACK_MS = 200;

export function createSlackAdapter(
  config: SlackConfig,
  { chat, log, onFatal }: SlackDependencies,
): Adapter {
  const logger = slackLogger(log);
  const address = config.apiUrl ? { slackApiUrl: config.apiUrl } : {};
  // Two objects: the Socket Mode client writes its own retry policy into the one it is given.
  const receiver = new SocketModeReceiver({
    appToken: config.appToken,
    // See `createConnection`.
    autoReconnectEnabled: false,
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
  const patience = { log, isStopping: () => stopping };
  const connection = createConnection(receiver.client, patience, (error) => {
    stopping = true;
    onFatal(error instanceof Error ? error : new Error("slack connection lost", { cause: error }));
  });

  return {
    name: "slack",
    async start() {
      await withPatience(() => app.init(), { ...patience, variable: "SLACK_BOT_TOKEN" });
      await connection.open();
      log.info("slack ready");
    },
    stop() {
      stopping = true;
      stopped ??= (async () => {
        await inFlight.drain(DRAIN_MS);
        await new Promise((resolve) => setTimeout(resolve, LAST_ACK_MS));
        await app.stop();
      })();
      return stopped;
    },
    isConnected: () => connection.isOpen(),
  };
}
