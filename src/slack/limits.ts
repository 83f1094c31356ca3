/**
 * What Slack refuses, each with its unit. Sources: docs.slack.dev and the comments of @slack/types 3.2, read in
 * November 2026, where nothing else is said.
 */
export const SLACK_LIMITS = {
  /** Blocks of a message. */
  blocks: 50,
  /** Characters of text over all blocks of one chat.* call; undocumented, "12,000 with a buffer" (bolt-js 2509, 2867). */
  messageChars: 11_000,
  sectionChars: 3000,
  headerChars: 150,
  contextElements: 10,
  /** The text beside the blocks is cut by Slack at 40,000 and best kept under 4,000. */
  fallbackChars: 3900,
  buttonTextChars: 75,
  buttonValueChars: 2000,
  actionIdChars: 255,
  placeholderChars: 150,
  optionTextChars: 75,
  optionValueChars: 75,
  selectOptions: 100,
  viewTitleChars: 24,
  privateMetadataChars: 3000,
  inputChars: 3000,
  /** Blocks of a view. */
  viewBlocks: 100,
  /** Our own: the longest name of a party with room to spare. */
  partyChars: 100,
  /** Slack gives up on an acknowledgement after this long (https://docs.slack.dev/interactivity/handling-user-interaction). */
  ackMs: 3000,
  /** What was signed longer ago is refused (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
  signatureAgeMs: 5 * 60_000,
  /** Questions offered at the head of the conversation with the app. */
  prompts: 4,
} as const;
