import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "./config/config.js";

export type { Logger } from "pino";

/** Keys under which a token could travel in an error or a configuration; never written. */
const REDACTED = ["token", "*.token", "headers.authorization", "*.headers.authorization"];

/** One JSON line an event, on standard error unless told otherwise. No message text, no person. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      redact: { paths: REDACTED, censor: "[redacted]" },
      serializers: { err: describeError },
    },
    destination ?? pino.destination(2),
  );
}

/**
 * An error without what the platforms' libraries hang on to it: request bodies hold answers and ids of people, addresses
 * hold interaction tokens.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack = "" } = error;
  const isQuoting = "requestBody" in error;
  const message = isQuoting ? faultsIn(error.message) : error.message;
  const code = "code" in error ? error.code : undefined;
  const status = "status" in error ? error.status : undefined;
  return {
    type: name,
    message: withoutSecrets(message),
    code,
    status,
    stack: withoutSecrets(isQuoting ? placesIn(stack) : stack),
  };
}

/**
 * Of a platform's refusal only which field broke which rule, as in `content[BASE_TYPE_MAX_LENGTH]`: its words may quote
 * what was sent.
 */
function faultsIn(message: string): string {
  return [...message.matchAll(/^([\w.[\]]+\[[A-Z_]+\])/gm)].map(([fault]) => fault).join(" ");
}

/** A stack without the message that it begins with. */
function placesIn(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => line.startsWith("    at "))
    .join("\n");
}

/** Slack's tokens and the long secrets in webhook paths. */
function withoutSecrets(text: string): string {
  return text
    .replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, "[redacted]")
    .replace(/(\/(?:webhooks|interactions|commands|actions)\/\w+\/)[\w.-]+/g, "$1[redacted]");
}
