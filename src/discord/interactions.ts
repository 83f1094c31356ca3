import type { Interaction } from "discord.js";
import { decodeAction } from "../chat/action.js";
import type { Chat } from "../chat/chat.js";
import { ASK_COMMAND, MESSAGE_COMMAND } from "../chat/commands.js";
import type { Seen } from "../chat/seen.js";
import { STRINGS } from "../chat/strings.js";
import { ASK_FORM_ID, answerAskForm } from "./ask-form.js";
import { act } from "./buttons.js";
import { answerCommand, answerMessageCommand, suggest } from "./commands.js";
import { tell } from "./respond.js";

export interface InteractionDependencies {
  readonly chat: Chat;
  /** Remembers for a while which private answers have been shared. */
  readonly shared: Seen;
}

/**
 * Answers an interaction. The answer itself is the acknowledgement: it is made in memory within milliseconds, and a
 * deferral first would cost a second request and show "thinking" for nothing.
 */
export async function handleInteraction(
  interaction: Interaction,
  dependencies: InteractionDependencies,
): Promise<void> {
  const { chat } = dependencies;
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
  if (interaction.isModalSubmit() && interaction.customId === ASK_FORM_ID) {
    return answerAskForm(interaction, chat);
  }
  if (interaction.isButton()) {
    return act(interaction, decodeAction(interaction.customId), dependencies);
  }
  if (interaction.isStringSelectMenu()) {
    return act(interaction, decodeAction(interaction.values[0] ?? ""), dependencies);
  }
  // A command or a form of another version of this bot.
  if (interaction.isRepliable()) return tell(interaction, STRINGS.oldButton);
}

/** Says that something failed on our side, to who asked and to nobody else, where that is still possible. */
export async function apologise(interaction: Interaction, reference: string): Promise<void> {
  if (interaction.isAutocomplete()) return interaction.respond([]);
  if (!interaction.isRepliable() || interaction.replied || interaction.deferred) return;
  await tell(interaction, STRINGS.failed(reference));
}
