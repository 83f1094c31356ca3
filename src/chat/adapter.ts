/** Why something that somebody did could not be served. */
export type FailureKind =
  /** They have the answer already: a retry after a lost response, or another process with this token. */
  | "answered"
  /** The platform gives a few seconds for an answer, and they were over. */
  | "expired"
  /** The message, the channel or the conversation is no longer there. */
  | "gone"
  /** The bot may not write there. */
  | "forbidden"
  /** The token is no longer taken: nothing will work. */
  | "token"
  | "other";

/** Where an adapter counts what happens. Kinds are few and fixed; nothing says who did what, or in which words. */
export interface Monitor {
  /** Something that somebody did was served, or was not; the platform's own time is in it. */
  served(tookMs: number): void;
  failed(kind: FailureKind): void;
  /** The connection was lost, and is being made anew. */
  reconnecting(): void;
}

/** "off" is for good: a token that is no longer taken, or a connection refused for ever. */
export const PLATFORM_STATES = ["connected", "connecting", "off"] as const;
export type PlatformState = (typeof PLATFORM_STATES)[number];

/** A platform as the application sees it. */
export interface Adapter {
  readonly name: string;
  /** Connects. Rejects with a RemediableError where a person must act, such as a wrong token. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight, disconnects. May be called twice. */
  stop(): Promise<void>;
  /** Whether events arrive right now. */
  isConnected(): boolean;
}
