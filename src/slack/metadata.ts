/** What a form must remember of where it was opened; Slack gives it back with what was filled in. */
export interface Metadata {
  /** Answers the one who opened it, for 30 minutes; empty where Slack gave none. */
  readonly responseUrl: string;
  /** Empty where it was opened in no conversation. */
  readonly channel: string;
}

/** An address has no space in it, and neither has a channel's id. */
export function writeMetadata({ responseUrl, channel }: Metadata): string {
  return `${channel} ${responseUrl}`;
}

export function readMetadata(text: string): Metadata {
  const [channel = "", responseUrl = ""] = text.split(" ");
  return { channel, responseUrl };
}
