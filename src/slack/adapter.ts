import { App, LogLevel } from "@slack/bolt";
import type { WebClientOptions } from "@slack/web-api";
import type { Adapter, Monitor } from "../chat/adapter.js";
import { createInFlight } from "../chat/in-flight.js";
import { createSeen } from "../chat/seen.js";
import type { SlackConfig, SlackOAuth } from "../config/config.js";
import type { Desk } from "../desk/desk.js";
import type { Route } from "../http/server.js";
import type { Logger } from "../logger.js";
import type { InstallationsTable } from "../store/installations.js";
import { listenToButtons } from "./buttons.js";
import { listenToCommands } from "./commands.js";
import { tokenError, withPatience } from "./connection.js";
import { listenToEvents } from "./events.js";
import { classifyFailure } from "./failures.js";
import { listenToForms } from "./forms.js";
import type { Handlers } from "./handlers.js";
import { listenToHome } from "./home.js";
import { createHttpTransport } from "./http-transport.js";
import { createInstallationStore } from "./installation-store.js";
import { slackLogger } from "./logger.js";
import { listenToOffice } from "./office.js";
import { refuseOtherTeams } from "./own-team.js";
import { listenToPrompts } from "./prompts.js";
import { listenToRemoval } from "./removal.js";
import { createResponder } from "./respond.js";
import { createSocketTransport } from "./socket-transport.js";
import { createTake } from "./take.js";

export interface SlackDependencies {
  readonly desk: Desk;
  /** Keeps the tokens of many workspaces; absent where there is no key to encrypt them. */
  readonly installations: InstallationsTable | undefined;
  readonly log: Logger;
  readonly monitor: Monitor;
  /** Called once where the platform is lost for good. */
  readonly onFatal: (error: Error) => void;
}

const API_TIMEOUT_MS = 8000;
const API_RETRIES = 3;
const DRAIN_MS = 5000;
/** For what came in meanwhile. A supervisor waits ten seconds for all, and may then kill. */
const LAST_DRAIN_MS = 500;
/** Slack repeats an event at once, after one minute and after five. */
const SEEN_MS = 15 * 60_000;
const SEEN_MAX = 10_000;

export function createSlackAdapter(
  config: SlackConfig,
  { desk, installations, log, monitor, onFatal }: SlackDependencies,
): Adapter & { readonly routes: readonly Route[] } {
  const { apiUrl, identity, transport: chosen } = config;
  const kept =
    identity.kind === "oauth" && installations ? createInstallationStore(installations) : undefined;
  let stopping = false;
  let stopped: Promise<void> | undefined;
  let ownTeam: string | undefined;
  const isStopping = () => stopping;
  const lose = (error: unknown) => {
    stopping = true;
    onFatal(error instanceof Error ? error : new Error("slack connection lost", { cause: error }));
  };
  const transport =
    chosen.kind === "http"
      ? createHttpTransport({
          signingSecret: chosen.signingSecret,
          ...(identity.kind === "oauth" && kept
            ? { oauth: { ...secretsOf(identity), installationStore: kept, apiUrl } }
            : {}),
          log,
          isStopping,
        })
      : createSocketTransport({
          appToken: chosen.appToken,
          apiUrl,
          log,
          isStopping,
          onReconnecting: monitor.reconnecting,
          onFatal: lose,
        });
  const clientOptions: WebClientOptions = {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    retryConfig: { retries: API_RETRIES, factor: 2, minTimeout: 500 },
    timeout: API_TIMEOUT_MS,
  };
  const app = new App({
    ...(identity.kind === "token" ? { token: identity.botToken } : {}),
    receiver: transport.receiver,
    clientOptions,
    // Else a wrong token is an unhandled rejection out of the constructor.
    deferInitialization: true,
    logger: slackLogger(log),
    logLevel: LogLevel.WARN,
  });

  const onError = (err: unknown, more: object = {}) => {
    const failure = classifyFailure(err);
    monitor.failed(failure);
    switch (failure) {
      case "token":
        // One workspace of many took its token back; the others go on.
        if (kept) return log.warn({ err }, "slack: a workspace's token is no longer taken");
        if (!stopping) lose(tokenError(err, "SLACK_BOT_TOKEN"));
        return;
      case "forbidden":
        return log.warn({ err }, "may not answer there");
      case "expired":
        return log.warn({ failure, ...more }, "came too late to answer");
      default:
        return log.error({ err, ...more }, "could not answer");
    }
  };
  const inFlight = createInFlight((err) => onError(err), monitor.served);
  const seen = createSeen({ ttlMs: SEEN_MS, max: SEEN_MAX });
  const handlers: Handlers = {
    desk,
    take: createTake({ desk, seen, inFlight, onError }),
    isFirst: seen.isFirst,
    run: inFlight.run,
    respond: createResponder({ timeoutMs: API_TIMEOUT_MS, retries: 2, firstDelayMs: 300 }),
    log,
  };
  // Of many workspaces, those are served that installed the app: Bolt asks the installation store.
  if (!kept) refuseOtherTeams(app, () => ownTeam, log);
  listenToEvents(app, handlers);
  listenToCommands(app, handlers);
  listenToForms(app, handlers);
  listenToButtons(app, handlers);
  listenToOffice(app, handlers);
  listenToRemoval(app, handlers, (teamId) => {
    if (kept) return kept.forget(teamId);
    // The one workspace is gone, and the token with it; nothing would ever come in again.
    if (!stopping) lose(tokenError(undefined, "SLACK_BOT_TOKEN"));
  });
  listenToHome(app, handlers);
  listenToPrompts(app, handlers);
  app.error(async (error) => onError(error));

  return {
    name: "slack",
    routes: transport.routes,
    async start() {
      const patience = { log, isStopping, variable: "SLACK_BOT_TOKEN" } as const;
      if (!kept) {
        await withPatience(async () => {
          ownTeam = (await app.client.auth.test()).team_id;
        }, patience);
      }
      await withPatience(() => app.init(), patience);
      await transport.open();
      log.info("slack ready");
    },
    stop() {
      stopping = true;
      stopped ??= (async () => {
        await inFlight.drain(DRAIN_MS);
        await transport.close();
        // What came in while the rest was being finished.
        await inFlight.drain(LAST_DRAIN_MS);
      })();
      return stopped;
    },
    isConnected: transport.isOpen,
  };
}

function secretsOf({ clientId, clientSecret, stateSecret }: SlackOAuth): SlackOAuth {
  return { clientId, clientSecret, stateSecret };
}
