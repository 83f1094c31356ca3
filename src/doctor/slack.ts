import { LogLevel, WebAPIPlatformError, WebClient, type WebClientOptions } from "@slack/web-api";
import type { SlackConfig } from "../config/config.js";
import { isTokenError, tokenError } from "../slack/connection.js";
import { SCOPES } from "../slack/scopes.js";
import { type Finding, findingsAbout } from "./finding.js";

const TIMEOUT_MS = 5000;
const { ok, note, wrong, misconfigured } = findingsAbout("slack");

/** Asks Slack who the tokens belong to, and whether the app may do what it is for. */
export async function examineSlack(config: SlackConfig): Promise<Finding[]> {
  const { identity, transport, apiUrl } = config;
  const options: WebClientOptions = {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT_MS,
    // The findings say it.
    logLevel: LogLevel.ERROR,
  };
  const own =
    identity.kind === "oauth"
      ? [note("many workspaces: each brings its token when it installs the app at /slack/install")]
      : await asking("SLACK_BOT_TOKEN", config, () =>
          aboutBot(new WebClient(identity.botToken, options)),
        );
  const way =
    transport.kind === "http"
      ? [
          note(
            "over HTTP: whether SLACK_SIGNING_SECRET is right shows when Slack verifies your address, on the page Event Subscriptions",
          ),
        ]
      : await asking("SLACK_APP_TOKEN", config, async () => {
          await new WebClient(transport.appToken, options).apps.connections.open({});
          return [ok("Socket Mode: SLACK_APP_TOKEN opens connections")];
        });
  // Both tokens can fail alike, as where Slack cannot be reached.
  const both = [...own, ...way];
  return both.filter(({ text }, at) => both.findIndex((one) => one.text === text) === at);
}

async function aboutBot(client: WebClient): Promise<Finding[]> {
  const { team = "?", user = "?", response_metadata: metadata } = await client.auth.test();
  const granted = metadata?.scopes;
  const who = ok(`SLACK_BOT_TOKEN is that of ${user} in ${team}`);
  // Slack says so in a header, which a proxy may drop.
  if (!granted) return [who, note("Slack did not say which scopes the token has")];
  const missing = Object.entries(SCOPES).filter(([scope]) => !granted.includes(scope));
  if (missing.length === 0) return [who, ok("the token has every scope that is needed")];
  return [
    who,
    ...missing.map(([scope, why]) =>
      misconfigured(
        `The scope ${scope} is missing (${why}). Add it under OAuth & Permissions > Bot Token Scopes, or paste slack-manifest.yaml under App Manifest; then Reinstall to Workspace.`,
      ),
    ),
  ];
}

async function asking(
  variable: "SLACK_APP_TOKEN" | "SLACK_BOT_TOKEN",
  { apiUrl }: SlackConfig,
  ask: () => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    return await ask();
  } catch (error) {
    if (isTokenError(error)) return [misconfigured(tokenError(error, variable).message)];
    if (error instanceof WebAPIPlatformError) {
      return error.data.error === "missing_scope"
        ? [misconfigured(`${variable} lacks a scope. ${REMEDY[variable]}`)]
        : [wrong(`Slack refuses with "${error.data.error}" what was asked with ${variable}.`)];
    }
    const where = apiUrl ? "the address in SLACK_API_URL" : "Slack";
    return [wrong(`${where} cannot be reached. Check the network, proxies and firewalls.`)];
  }
}

const REMEDY = {
  SLACK_APP_TOKEN:
    "Make one with the scope connections:write: Basic Information > App-Level Tokens.",
  SLACK_BOT_TOKEN: "Paste slack-manifest.yaml under App Manifest, then Reinstall to Workspace.",
} as const;
