import { type Logger as BoltLogger, LogLevel } from "@slack/bolt";
import type { Logger } from "../logger.js";

/**
 * Bolt's log lines as ours. Only warnings and errors, and of those only the first line without what it quotes: the rest
 * can hold what people wrote.
 */
export function slackLogger(log: Logger): BoltLogger {
  const firstLine = (messages: unknown[]) =>
    String(messages[0]).split("\n")[0]?.replace(/".*"/, "[quoted]").slice(0, 200);
  return {
    debug: () => {},
    info: () => {},
    warn: (...messages) => log.warn({ bolt: firstLine(messages) }, "slack library warns"),
    error: (...messages) => log.error({ bolt: firstLine(messages) }, "slack library fails"),
    getLevel: () => LogLevel.WARN,
    setLevel: () => {},
    setName: () => {},
  };
}
