import { type Environment, readAddress } from "./environment.js";
import { SEAL_KEY_SOURCE } from "./store.js";

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

const BOT_TOKEN_SOURCE =
  "It starts with xoxb- and stands at api.slack.com/apps > your app > OAuth & Permissions.";
const APP_TOKEN_SOURCE =
  "It starts with xapp- and is made at api.slack.com/apps > your app > Basic Information > App-Level Tokens, with the scope connections:write.";
const SIGNING_SECRET_SOURCE =
  "It stands at api.slack.com/apps > your app > Basic Information > App Credentials.";

/** Socket Mode where there is an app token, also beside a signing secret; else HTTP. */
export function readSlack(env: Environment, problems: string[]): SlackConfig | undefined {
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
