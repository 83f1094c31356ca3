import { createHmac } from "node:crypto";

export const SIGNING_SECRET = "fake-signing-secret-of-32-letters";

export interface SignOptions {
  readonly secret?: string;
  /** When Slack says that it sent this, in seconds since 1970. */
  readonly sentS?: number;
}

/** The headers by which Slack proves that a body is its own. */
export function signatureOf(
  body: string,
  { secret = SIGNING_SECRET, sentS = Math.floor(Date.now() / 1000) }: SignOptions = {},
): Record<string, string> {
  const hash = createHmac("sha256", secret).update(`v0:${sentS}:${body}`).digest("hex");
  return { "x-slack-request-timestamp": String(sentS), "x-slack-signature": `v0=${hash}` };
}

const FORM = "application/x-www-form-urlencoded";

/** An envelope of Socket Mode as the request that Slack would send for it. */
export function requestOf(type: string, payload: object): { type: string; body: string } {
  switch (type) {
    case "events_api":
      return { type: "application/json", body: JSON.stringify(payload) };
    case "slash_commands":
      return {
        type: FORM,
        body: new URLSearchParams(payload as Record<string, string>).toString(),
      };
    default:
      return {
        type: FORM,
        body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
      };
  }
}
