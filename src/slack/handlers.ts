import type { Chat } from "../chat/chat.js";
import type { Seen } from "../chat/seen.js";
import type { Logger } from "../logger.js";

/** What every listener has at hand. */
export interface Handlers {
  readonly chat: Chat;
  readonly seen: Seen;
  /**
   * Runs work that must be finished before the process ends.
   *
   * @param apologise - tells the asker that it failed on our side; the reference stands in the log too
   */
  readonly run: (
    work: () => Promise<void>,
    apologise?: (reference: string) => Promise<void>,
  ) => void;
  readonly log: Logger;
}
