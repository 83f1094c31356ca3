import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { ASK_COMMAND, MESSAGE_COMMAND, QUESTION_FIELD_MAX_CHARS } from "../chat/commands.js";
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

/** The declared commands as Discord's JSON. Pure. */
export function discordCommands(): RESTPostAPIApplicationCommandsJSONBody[] {
  const { name, description, options } = ASK_COMMAND;
  return [
    {
      type: ApplicationCommandType.ChatInput,
      name,
      description,
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: "question",
          description: options.question.description,
          autocomplete: true,
          max_length: QUESTION_FIELD_MAX_CHARS,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: "party",
          description: options.party.description,
          max_length: DISCORD_LIMITS.partyChars,
        },
        {
          type: ApplicationCommandOptionType.String,
          name: "length",
          description: options.length.description,
          choices: options.length.choices.map((choice) => ({ name: choice, value: choice })),
        },
        {
          type: ApplicationCommandOptionType.Boolean,
          name: "private",
          description: options.private.description,
        },
      ],
      ...EVERYWHERE,
    },
    { type: ApplicationCommandType.Message, name: MESSAGE_COMMAND.name, ...EVERYWHERE },
  ];
}
