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
    why: "Slack takes no nonce, so whether a post arrived cannot be known when its response is lost; it is sent again",
  },
  {
    of: "slack",
    trouble: /connection (?:was )?lost|connect anew/,
    way: /^command$/,
    what: "lost",
    why: "a slash command, which Slack sends once, to a connection that must be open then; Slack tells the asker that it did not work",
  },
  {
    of: "discord",
    trouble: /session gone/,
    way: /./,
    what: "lost",
    why: "Discord replays nothing to a session that begins anew",
  },
];
