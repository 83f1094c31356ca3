/**
 * What Discord refuses, each with its unit. Sources: Discord's developer documentation and its issue tracker, read in
 * November 2026.
 */
export const DISCORD_LIMITS = {
  /** Characters over all text displays of a message (discord-api-docs pull request 8562). */
  textChars: 4000,
  /** UTF-8 bytes over all text displays, less `textOverheadBytes` each; beyond it the API answers 500 (issue 8554). */
  textBytes: 10_170,
  textOverheadBytes: 12,
  /** Components of a message, nested ones counted (changelog 2025-04-29). */
  components: 40,
  /** https://discord.com/developers/docs/components/reference */
  buttonLabelChars: 80,
  customIdChars: 100,
  buttonsPerRow: 5,
  selectOptions: 25,
  selectTextChars: 100,
  placeholderChars: 150,
  /** https://discord.com/developers/docs/interactions/application-commands */
  autocompleteChoices: 25,
  choiceNameChars: 100,
  choiceValueChars: 100,
  optionStringChars: 6000,
  /** Our own: no party's name is longer. */
  partyChars: 100,
  modalTitleChars: 45,
  labelChars: 45,
  labelDescriptionChars: 100,
  commandDescriptionChars: 100,
  /** https://discord.com/developers/docs/resources/message */
  nonceChars: 25,
} as const;
