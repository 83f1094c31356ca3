import type { IncomingMessage, ServerResponse } from "node:http";
import { HTTPReceiver, type InstallationStore, LogLevel } from "@slack/bolt";
import type { SlackOAuth } from "../config/config.js";
import { type Route, refuse } from "../http/server.js";
import type { Logger } from "../logger.js";
import { SLACK_LIMITS } from "./limits.js";
import { slackLogger } from "./logger.js";
import { SCOPES } from "./scopes.js";
import type { Transport } from "./transport.js";

export interface HttpTransportOptions {
  readonly signingSecret: string;
  /** Where workspaces may install the app; absent where it belongs to one. */
  readonly oauth?: SlackOAuth & {
    readonly installationStore: InstallationStore;
    readonly apiUrl: string | undefined;
  };
  readonly log: Logger;
  readonly isStopping: () => boolean;
  readonly nowMs?: () => number;
}

/** One address for events, commands and everything interactive. */
export const SLACK_PATH = "/slack/events";
/** A view's state is at most 250 KB; nothing that Slack sends is larger. */
const BODY_MAX_BYTES = 1_000_000;
const FORM = "application/x-www-form-urlencoded";
const JSON_TYPE = "application/json";

/**
 * Signed requests from Slack, on the bot's own HTTP server. Bolt's receiver checks signature and age, answers Slack's
 * checks of the address, and acknowledges.
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function createHttpTransport(options: HttpTransportOptions): Transport {
  const { signingSecret, oauth, log, isStopping, nowMs = Date.now } = options;
  const receiver = new HTTPReceiver({
    signingSecret,
    ...(oauth ? installing(oauth) : {}),
    bodyLimit: BODY_MAX_BYTES,
    logger: slackLogger(log),
    logLevel: LogLevel.WARN,
    async processEventErrorHandler({ error, response }) {
      log.error({ err: error }, "could not take a request");
      if (!response.headersSent) {
        // The one refusal of ours that another try may mend.
        response.removeHeader(NO_RETRY);
        response.writeHead(500).end();
      }
      return false;
    },
  });
  const pending = new Set<ServerResponse>();
  let open = false;

  function handle(request: IncomingMessage, response: ServerResponse): void {
    if (!open || isStopping()) {
      // Slack then tries again, and finds another replica or the next start.
      refuse(response, 503, "not now");
      return;
    }
    response.setHeader(NO_RETRY, "1");
    const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
    if (type !== FORM && type !== JSON_TYPE) {
      refuse(response, 415, "neither a form nor JSON");
    } else if (isAhead(request, nowMs())) {
      refuse(response, 401, "from the future");
    } else {
      // Bolt knows a form only by these very letters.
      request.headers["content-type"] = type;
      pending.add(response);
      response.once("close", () => pending.delete(response));
      receiver.requestListener(request, response);
    }
  }

  const route: Route = { method: "POST", path: SLACK_PATH, handle };
  const pages = oauth ? [INSTALL_PATH, REDIRECT_PATH] : [];
  return {
    receiver,
    routes: [
      route,
      ...pages.map((path): Route => ({ method: "GET", path, handle: receiver.requestListener })),
    ],
    async open() {
      open = true;
    },
    isOpen: () => open && !isStopping(),
    async close() {
      open = false;
      const deadline = nowMs() + SLACK_LIMITS.ackMs;
      while (pending.size > 0 && nowMs() < deadline) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}

/** The page that leads to Slack's question whether to install the app, and the page to which Slack sends back. */
const INSTALL_PATH = "/slack/install";
export const REDIRECT_PATH = "/slack/oauth_redirect";

/** What makes Bolt's receiver serve these pages. */
function installing({
  installationStore,
  apiUrl,
  ...secrets
}: NonNullable<HttpTransportOptions["oauth"]>) {
  return {
    ...secrets,
    installationStore,
    scopes: Object.keys(SCOPES),
    installerOptions: {
      installPath: INSTALL_PATH,
      redirectUriPath: REDIRECT_PATH,
      // An object of its own: the library writes into what it is given.
      clientOptions: { ...(apiUrl ? { slackApiUrl: apiUrl } : {}) },
    },
  };
}

/** On an answer other than 2xx: do not send this again (https://docs.slack.dev/apis/events-api#retries). */
const NO_RETRY = "x-slack-no-retry";

/** Bolt refuses what was signed too long ago; what is as far ahead is refused here. */
function isAhead(request: IncomingMessage, nowMs: number): boolean {
  const sentMs = Number(request.headers["x-slack-request-timestamp"]) * 1000;
  return sentMs - nowMs > SLACK_LIMITS.signatureAgeMs;
}
