import type { Interaction } from "discord.js";
import { decodeAction } from "../chat/action.js";
import type { Chat } from "../chat/chat.js";
import { ASK_COMMAND, MESSAGE_COMMAND } from "../chat/commands.js";
import { ASK_FORM_ID, answerAskForm } from "./ask-form.js";
import { act } from "./buttons.js";
import { answerCommand, answerMessageCommand, suggest } from "./commands.js";

/**
 * Answers an interaction. The answer itself is the acknowledgement: it is made in memory within milliseconds, and a
 * deferral first would cost a second request and show "thinking" for nothing.
 */
export async function handleInteraction(interaction: Interaction, chat: Chat): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, chat);
  if (interaction.isChatInputCommand() && interaction.commandName === ASK_COMMAND.name) {
    return answerCommand(interaction, chat);
  }
  if (
    interaction.isMessageContextMenuCommand() &&
    interaction.commandName === MESSAGE_COMMAND.name
  ) {
    return answerMessageCommand(interaction, chat);
  }
  if (interaction.isButton()) return act(interaction, decodeAction(interaction.customId), chat);
  if (interaction.isStringSelectMenu()) {
    return act(interaction, decodeAction(interaction.values[0] ?? ""), chat);
  }
  if (interaction.isModalSubmit() && interaction.customId === ASK_FORM_ID) {
    return answerAskForm(interaction, chat);
  }
}
