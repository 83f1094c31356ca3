import type { FakeRequest, Fault } from "../../test/fakes/http.js";

/** A question that was put to the bot on a fake platform. */
export interface Ask {
  /** What tells its answers from others. */
  readonly key: string;
  /** The same event once more; on a platform with replicas, to the next of them. */
  again(): void;
  /** Whether the platform has seen that the bot took it. */
  isTaken(): boolean;
  /** Whether a request of the bot carries its answer. */
  isAnswer(request: FakeRequest): boolean;
}

/** A fake platform, seen as one that sends asks by the thousand and sees answers come. */
export interface Stage {
  /** Ways of asking, by name. Each ask is of another person, since a person may ask only so many a minute. */
  readonly ways: Readonly<Record<string, (question: string) => Ask>>;
  /** Tells of each message that is shown: of which ask, and what it says. */
  watch(watcher: (key: string, text: string) => void): void;
  failNext(fault: Fault): void;
  /** How many requests or messages the fake refused; must stay 0. */
  refusals(): readonly string[];
  /** Forgets what was kept for looking back. */
  forget(): void;
  stop(): Promise<void>;
}

/** What the platform's connection can suffer. Absent where the platform calls the bot. */
export interface Connection {
  drop(): void;
  askReconnect(): void;
  forgetSession?(): void;
  /** Resolves when the bot is connected again. */
  ready(): Promise<unknown>;
}
