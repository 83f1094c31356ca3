import type { SqlDriver } from "./driver.js";
import { StoreFailure } from "./failure.js";

export interface PatienceOptions {
  /** Opens the database and brings its tables forward; called at the first use, and again after it failed. */
  readonly open: () => Promise<SqlDriver>;
  /** No call takes longer. */
  readonly deadlineMs: number;
  /** After a call that took too long, or could not open, others fail at once for this long. */
  readonly restMs: number;
  /** Told of the first failure after things went well, and of the end of the trouble. */
  readonly onChange: (state: Health, cause?: unknown) => void;
  /** Told of each call that failed, also of those that were not tried. */
  readonly onFailure?: (code: StoreFailure["code"]) => void;
  readonly nowMs?: () => number;
}

export type Health = "ok" | "degraded";

export interface PatientDriver extends SqlDriver {
  /** "degraded" while the last failure is younger than a minute. */
  health(): Health;
}

/** Trouble is over when nothing has failed for this long: on a full disk reading goes well while writing does not. */
const TROUBLE_MS = 60_000;

/**
 * A driver that always answers soon: with what was asked for, or with a `StoreFailure`. A dead database does not keep the
 * bot from starting, a hanging one slows down one call and not each, and both are used again when they are back.
 */
export function createPatientDriver(options: PatienceOptions): PatientDriver {
  const { open, deadlineMs, restMs, onChange, onFailure, nowMs = Date.now } = options;
  let opened: Promise<SqlDriver> | undefined;
  let closing = false;
  let restsUntilMs = 0;
  let failedAtMs = Number.NEGATIVE_INFINITY;
  let told: Health = "ok";

  const tell = (state: Health, cause?: unknown) => {
    if (state !== told) onChange(state, cause);
    told = state;
  };
  const health = (): Health => (nowMs() - failedAtMs < TROUBLE_MS ? "degraded" : "ok");
  const rest = () => {
    restsUntilMs = nowMs() + restMs;
  };

  const failure = (code: StoreFailure["code"], cause?: unknown) => {
    onFailure?.(code);
    return new StoreFailure(code, { cause });
  };

  const driver = (): Promise<SqlDriver> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      rest();
      throw error;
    });
    return opened;
  };

  const call = async <T>(work: (driver: SqlDriver) => Promise<T>): Promise<T> => {
    if (nowMs() < restsUntilMs || closing) throw failure("STORE_RESTING");
    try {
      const result = await withinDeadline(driver().then(work), deadlineMs);
      tell(health());
      return result;
    } catch (cause) {
      failedAtMs = nowMs();
      const isLate = cause instanceof Late;
      if (isLate) rest();
      tell("degraded", cause);
      throw failure(isLate ? "STORE_TIMEOUT" : "STORE_FAILED", cause);
    }
  };

  return {
    run: (statement) => call((one) => one.run(statement)),
    all: (statement) => call((one) => one.all(statement)),
    transaction: (statements) => call((one) => one.transaction(statements)),
    async close() {
      closing = true;
      // A database that never opened, or hangs, needs no closing.
      const current = await withinDeadline(opened ?? Promise.resolve(undefined), deadlineMs).catch(
        () => undefined,
      );
      await withinDeadline(current?.close() ?? Promise.resolve(), deadlineMs).catch(() => {});
    },
    health,
  };
}

class Late extends Error {
  override readonly name = "Late";
}

async function withinDeadline<T>(work: Promise<T>, deadlineMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Late(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
