/**
 * The store cannot be used right now. Answers go on without it; whoever asked for something to be kept is told so. The
 * cause stays for the log.
 */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
  readonly code: "STORE_TIMEOUT" | "STORE_FAILED" | "STORE_RESTING";

  constructor(code: StoreFailure["code"], options?: ErrorOptions) {
    super(MESSAGES[code], options);
    this.code = code;
  }
}

const MESSAGES = {
  STORE_TIMEOUT: "the store did not answer in time: is the database overloaded or unreachable?",
  STORE_FAILED: "the store failed: is its disk full or read-only, or the database down?",
  STORE_RESTING: "the store failed a moment ago and is left alone for a little",
} as const satisfies Record<StoreFailure["code"], string>;
