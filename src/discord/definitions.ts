import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import {
  ASK_COMMAND,
  INSIGHT_COMMAND,
  MESSAGE_COMMAND,
  QUESTION_FIELD_MAX_CHARS,
  SETTINGS_COMMAND,
} from "../chat/commands.js";
import { type CommandTranslation, TRANSLATIONS, type Translations } from "../chat/translations.js";
import { DISCORD_LIMITS } from "./limits.js";

/** In servers, in direct messages with the bot, and by user install anywhere. */
const EVERYWHERE = {
  integration_types: [
    ApplicationIntegrationType.GuildInstall,
    ApplicationIntegrationType.UserInstall,
  ],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** The declared commands as Discord's JSON, in every language that there is. Pure. */
export function discordCommands(
  translations: Translations = TRANSLATIONS,
): RESTPostAPIApplicationCommandsJSONBody[] {
  const { name, description, options } = ASK_COMMAND;
  const inEach = (word: (translation: CommandTranslation) => string) =>
    localised(translations, word);
  const optionTexts = (option: keyof typeof options) => ({
    name: option,
    ...named(inEach((one) => one.options[option].name)),
    description: options[option].description,
    ...described(inEach((one) => one.options[option].description)),
  });
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name,
      ...named(inEach((one) => one.name)),
      description,
      ...described(inEach((one) => one.description)),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...optionTexts("question"),
          autocomplete: true,
          max_length: QUESTION_FIELD_MAX_CHARS,
        },
        {
          type: ApplicationCommandOptionType.String,
          ...optionTexts("party"),
          max_length: DISCORD_LIMITS.partyChars,
        },
        {
          type: ApplicationCommandOptionType.String,
          ...optionTexts("length"),
          choices: options.length.choices.map((choice) => ({
            name: choice,
            ...named(inEach((one) => one.lengths[choice])),
            value: choice,
          })),
        },
        { type: ApplicationCommandOptionType.Boolean, ...optionTexts("private") },
      ],
      ...EVERYWHERE,
    },
    {
      type: ApplicationCommandType.Message,
      name: MESSAGE_COMMAND.name,
      ...named(inEach((one) => one.messageCommand)),
      ...EVERYWHERE,
    },
    ...managersCommands(),
  ];
}

/** Shown to those who manage the server; it is checked again when the command comes in. */
const FOR_MANAGERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

function managersCommands(): RESTPostAPIApplicationCommandsJSONBody[] {
  const { where } = SETTINGS_COMMAND.options;
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name: SETTINGS_COMMAND.name,
      description: SETTINGS_COMMAND.description,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "where",
          description: where.description,
          choices: where.choices.map((choice) => ({ name: choice, value: choice })),
        },
      ],
      ...FOR_MANAGERS,
    },
    {
      type: ApplicationCommandType.ChatInput,
      name: INSIGHT_COMMAND.name,
      description: INSIGHT_COMMAND.description,
      ...FOR_MANAGERS,
    },
  ];
}

type Localised = Partial<Record<Locale, string>>;

/** One word in every language that Discord knows; undefined where there is none. */
function localised(
  translations: Translations,
  word: (translation: CommandTranslation) => string,
): Localised | undefined {
  const words: Localised = {};
  for (const locale of Object.values(Locale)) {
    const translation = translations[locale];
    if (translation) words[locale] = word(translation);
  }
  return Object.keys(words).length > 0 ? words : undefined;
}

function named(words: Localised | undefined) {
  return words ? { name_localizations: words } : {};
}

function described(words: Localised | undefined) {
  return words ? { description_localizations: words } : {};
}
