/** Exit codes that scripts and supervisors rely on. */
export const EXIT = {
  fine: 0,
  /** Invalid knowledge or a failed check. */
  failed: 1,
  /** Wrong usage of a program. */
  usage: 2,
  /** Configuration (sysexits' EX_CONFIG): restarting does not help. */
  configuration: 78,
} as const;

export type ErrorCode =
  | "CONFIGURATION"
  | "KNOWLEDGE_FOLDER"
  | "STORE"
  | "KNOWLEDGE_INVALID"
  | "USAGE"
  | "UNKNOWN_CASE";

const EXIT_OF: Readonly<Record<ErrorCode, number>> = {
  CONFIGURATION: EXIT.configuration,
  KNOWLEDGE_FOLDER: EXIT.failed,
  STORE: EXIT.failed,
  KNOWLEDGE_INVALID: EXIT.failed,
  USAGE: EXIT.usage,
  UNKNOWN_CASE: EXIT.usage,
};

/** A failure that a person can mend: the message says what is wrong and what to do. */
export class RemediableError extends Error {
  override readonly name = "RemediableError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get exitCode(): number {
    return EXIT_OF[this.code];
  }
}
