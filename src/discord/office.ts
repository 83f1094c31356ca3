import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
} from "discord.js";
import type { DeskAnswer } from "../desk/answers.js";
import type { Visit } from "../desk/desk.js";
import { deliver } from "./deliver.js";
import { renderForm, valuesOf } from "./form.js";
import { answerWith } from "./respond.js";

/** The settings' form; or, where the channel shall follow the server again, that. */
export async function answerSettings(
  interaction: ChatInputCommandInteraction,
  visit: Visit,
): Promise<void> {
  await give(interaction, await visit.settings(interaction.options.getString("where") ?? ""));
}

export async function answerInsight(
  interaction: ChatInputCommandInteraction,
  visit: Visit,
): Promise<void> {
  await give(interaction, await visit.insight());
}

/** A form of the desk, filled in. */
export async function takeForm(interaction: ModalSubmitInteraction, visit: Visit): Promise<void> {
  await give(interaction, await visit.submit(interaction.customId, valuesOf(interaction)));
}

/** What the desk gives: a message, or a form to fill in. */
export async function give(
  interaction:
    | ButtonInteraction
    | ChatInputCommandInteraction
    | ModalSubmitInteraction
    | StringSelectMenuInteraction,
  answer: DeskAnswer,
): Promise<void> {
  if (answer.kind === "reply") return answerWith(interaction, answer.reply, answer.isPrivate);
  // No form can answer a form, and the desk gives none there.
  if (interaction.isModalSubmit()) return;
  await deliver(() => interaction.showModal(renderForm(answer.form)));
}
