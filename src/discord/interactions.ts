import type { Interaction } from "discord.js";
import { decodeAction } from "../chat/action.js";
import {
  ASK_COMMAND,
  INSIGHT_COMMAND,
  MESSAGE_COMMAND,
  SETTINGS_COMMAND,
} from "../chat/commands.js";
import type { Seen } from "../chat/seen.js";
import { STRINGS } from "../chat/strings.js";
import type { Desk } from "../desk/desk.js";
import { ASK_FORM_ID, answerAskForm } from "./ask-form.js";
import { act, type PressDependencies } from "./buttons.js";
import { answerCommand, answerMessageCommand, suggest } from "./commands.js";
import { answerInsight, answerSettings, takeForm } from "./office.js";
import { placeOfInteraction, visitorOf } from "./place.js";
import { tell } from "./respond.js";

export interface InteractionDependencies {
  readonly desk: Desk;
  /** Remembers for a while which private answers have been shared. */
  readonly shared: Seen;
}

/**
 * Answers an interaction. The answer itself is the acknowledgement: it is made in memory within milliseconds, and a
 * deferral first would cost a second request and show "thinking" for nothing.
 */
export async function handleInteraction(
  interaction: Interaction,
  { desk, shared }: InteractionDependencies,
): Promise<void> {
  const place = placeOfInteraction(interaction);
  if (interaction.isAutocomplete()) return suggest(interaction, await desk.chatAt(place));
  // Each keystroke asks for suggestions; everything else is taken once by all replicas together.
  if (!(await desk.isFirst(`discord:${interaction.id}`))) return;
  const purpose = isManaging(interaction) ? "manage" : "ask";
  const reception = await desk.receive(place, visitorOf(interaction), purpose);
  if (reception.kind === "open") return serve(interaction, { visit: reception.visit, shared });
  if (interaction.isRepliable()) await tell(interaction, reception.word);
}

async function serve(interaction: Interaction, dependencies: PressDependencies): Promise<void> {
  const { visit } = dependencies;
  if (interaction.isChatInputCommand()) {
    switch (interaction.commandName) {
      case ASK_COMMAND.name:
        return answerCommand(interaction, visit);
      case SETTINGS_COMMAND.name:
        return answerSettings(interaction, visit);
      case INSIGHT_COMMAND.name:
        return answerInsight(interaction, visit);
    }
  }
  if (
    interaction.isMessageContextMenuCommand() &&
    interaction.commandName === MESSAGE_COMMAND.name
  ) {
    return answerMessageCommand(interaction, visit);
  }
  if (interaction.isModalSubmit()) {
    return interaction.customId === ASK_FORM_ID
      ? answerAskForm(interaction, visit.chat)
      : takeForm(interaction, visit);
  }
  if (interaction.isButton()) {
    return act(interaction, decodeAction(interaction.customId), dependencies);
  }
  if (interaction.isStringSelectMenu()) {
    return act(interaction, decodeAction(interaction.values[0] ?? ""), dependencies);
  }
  // A command of another version of this bot.
  if (interaction.isRepliable()) return tell(interaction, STRINGS.oldButton);
}

/** Managing goes on where the answers are switched off: how else would they be switched on again. */
function isManaging(interaction: Interaction): boolean {
  if (interaction.isModalSubmit()) return interaction.customId !== ASK_FORM_ID;
  return (
    interaction.isChatInputCommand() &&
    (interaction.commandName === SETTINGS_COMMAND.name ||
      interaction.commandName === INSIGHT_COMMAND.name)
  );
}

/** Says that something failed on our side, to who asked and to nobody else, where that is still possible. */
export async function apologise(interaction: Interaction, reference: string): Promise<void> {
  if (interaction.isAutocomplete()) return interaction.respond([]);
  if (!interaction.isRepliable() || interaction.replied || interaction.deferred) return;
  await tell(interaction, STRINGS.failed(reference));
}
