import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from "discord.js";
import type { Chat } from "../chat/chat.js";
import { LENGTHS } from "../chat/length.js";
import { truncate } from "../text.js";
import { DISCORD_LIMITS } from "./limits.js";
import { questionIn } from "./question.js";
import { answerWith } from "./respond.js";

/** Cases for what has been typed so far. */
export async function suggest(interaction: AutocompleteInteraction, chat: Chat): Promise<void> {
  const { value } = interaction.options.getFocused(true);
  const suggestions = chat.suggest(value, DISCORD_LIMITS.autocompleteChoices);
  await interaction.respond(
    suggestions.map(({ id, title }) => ({
      name: truncate(title, DISCORD_LIMITS.choiceNameChars),
      value: id,
    })),
  );
}

/** The slash command. */
export async function answerCommand(
  interaction: ChatInputCommandInteraction,
  chat: Chat,
): Promise<void> {
  const { options, user } = interaction;
  const isPrivate = options.getBoolean("private") ?? false;
  const reply = chat.answer({
    via: "command",
    question: questionIn(options.getString("question") ?? ""),
    party: options.getString("party") ?? undefined,
    length: LENGTHS.find((length) => length === options.getString("length")),
    asker: user.id,
    isPrivate,
  });
  await answerWith(interaction, reply, isPrivate);
}

/** The command on a message, whose text is the question. */
export async function answerMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  chat: Chat,
): Promise<void> {
  const reply = chat.answer({
    via: "message-command",
    question: questionIn(interaction.targetMessage.content),
    asker: interaction.user.id,
    isPrivate: false,
  });
  await answerWith(interaction, reply, false);
}
