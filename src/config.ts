import { RemediableError } from "./errors.js";

export type Environment = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly knowledge: { readonly folder: string; readonly lenient: boolean };
  readonly logLevel: LogLevel;
  readonly production: boolean;
}

/**
 * Reads the environment.
 *
 * @throws {RemediableError} CONFIGURATION with every problem, each with its remedy, one a line
 */
export function loadConfig(env: Environment): Config {
  const problems: string[] = [];
  const logLevel = LOG_LEVELS.find((level) => level === (env.LOG_LEVEL || "info"));
  if (!logLevel) {
    problems.push(
      `LOG_LEVEL is "${env.LOG_LEVEL}". Set it to one of ${LOG_LEVELS.join(", ")}, or unset it.`,
    );
  }
  const lenient = env.KNOWLEDGE_LENIENT || "0";
  if (lenient !== "0" && lenient !== "1") {
    problems.push(
      `KNOWLEDGE_LENIENT is "${lenient}". Set it to 1 to skip invalid cases, or unset it.`,
    );
  }
  if (!logLevel || problems.length > 0) {
    throw new RemediableError("CONFIGURATION", problems.join("\n"));
  }
  return {
    knowledge: { folder: env.KNOWLEDGE_DIR || "knowledge", lenient: lenient === "1" },
    logLevel,
    production: env.NODE_ENV === "production",
  };
}
