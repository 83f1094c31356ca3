import type { Receiver } from "@slack/bolt";
import type { Route } from "../http/server.js";

/** How what happens in Slack comes to the bot: over a socket that the bot opens, or by requests to the bot. */
export interface Transport {
  readonly receiver: Receiver;
  /** What it serves on the bot's HTTP server. */
  readonly routes: readonly Route[];
  /** Resolves when events arrive. */
  open(): Promise<void>;
  isOpen(): boolean;
  /** Takes nothing new; resolves when what has arrived is acknowledged. */
  close(): Promise<void>;
}
