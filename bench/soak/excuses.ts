/** What a platform makes impossible, so that it cannot be held against the bot. */
export interface Excuse {
  readonly of: "discord" | "slack";
  readonly trouble: RegExp;
  readonly way: RegExp;
  readonly what: "lost" | "doubled";
  readonly why: string;
}

export const EXCUSES: readonly Excuse[] = [
  {
    of: "slack",
    trouble: /response lost/,
    way: /./,
    what: "doubled",
    why: "Slack takes no nonce: whether a post arrived cannot be known when its response is lost, and a second answer is better than none",
  },
  {
    of: "slack",
    trouble: /connection (?:was )?lost|connect anew/,
    way: /^command$/,
    what: "lost",
    why: "Slack sends a command once, to a connection that is open then; the asker is told by Slack that it did not work",
  },
  {
    of: "discord",
    trouble: /session gone/,
    way: /./,
    what: "lost",
    why: "Discord replays nothing to a new session",
  },
];
