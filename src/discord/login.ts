import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from "discord.js";
import { RemediableError } from "../errors.js";
import type { Logger } from "../logger.js";
import { classifyFailure, TOKEN_REMEDY } from "./failures.js";

const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 60_000;

/** Logs in and waits until ready; tries again with growing pauses while Discord itself is down. @throws {RemediableError} for a refused token */
export async function login(
  client: Client,
  token: string,
  log: Logger,
  isStopping: () => boolean,
): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve());
  });
  for (let delayMs = FIRST_DELAY_MS; ; delayMs = Math.min(delayMs * 2, MAX_DELAY_MS)) {
    try {
      await client.login(token);
      return await ready;
    } catch (err) {
      if (isInvalidToken(err))
        throw new RemediableError("CONFIGURATION", TOKEN_REMEDY, { cause: err });
      if (isStopping()) return;
      log.warn({ err, delayMs }, "discord login failed, will try again");
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

function isInvalidToken(error: unknown): boolean {
  return (
    classifyFailure(error) === "token" ||
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
  );
}
