import { config as loadDotenv } from "dotenv";
import { EXIT, RemediableError } from "../errors.js";

/**
 * Runs a program: `.env` first, then `main`; a failure that a person can mend becomes its message on standard error
 * and its exit code. Anything else is a fault of ours and keeps its stack.
 */
export async function runProgram(main: () => Promise<number>): Promise<void> {
  loadDotenv({ quiet: true });
  // A reader that has seen enough ("| head") is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.fine);
    throw error;
  });
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof RemediableError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

/** Wrong use of a program: what was wrong, then how it is used. */
export function usageError(message: string, usage: string): RemediableError {
  return new RemediableError("USAGE", `${message}\n${usage}`);
}

/** `parseArgs` throws plain errors with codes like ERR_PARSE_ARGS_UNKNOWN_OPTION. */
export function parsing<T>(parse: () => T, usage: string): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error) throw usageError(error.message, usage);
    throw error;
  }
}
