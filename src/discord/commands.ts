import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
} from "discord.js";
import type { Chat } from "../chat/chat.js";
import { LENGTHS } from "../chat/length.js";
import { note } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import type { Visit } from "../desk/desk.js";
import { truncate } from "../text.js";
import { DISCORD_LIMITS } from "./limits.js";
import { missingToAnswer } from "./permissions.js";
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
  visit: Visit,
): Promise<void> {
  const { options, user } = interaction;
  const isPrivate = await staysPrivate(visit, options.getBoolean("private"));
  const question = questionIn(options.getString("question") ?? "");
  const reply = visit.chat.answer({
    via: "command",
    question,
    party: options.getString("party") ?? undefined,
    length: LENGTHS.find((length) => length === options.getString("length")),
    asker: user.id,
    isPrivate,
  });
  const missing = question === "" ? missingHere(interaction) : [];
  const said =
    missing.length > 0
      ? { ...reply, blocks: [...reply.blocks, note(STRINGS.noMentionsHere(missing))] }
      : reply;
  await answerWith(interaction, said, isPrivate);
}

/** Names of the rights that mentions need in this place, where the server has the bot and has not given them. */
function missingHere(interaction: ChatInputCommandInteraction): string[] {
  const { appPermissions, authorizingIntegrationOwners: owners, channel } = interaction;
  if (!interaction.inGuild() || owners.guildId === null) return [];
  const isThread = channel?.isThread() ?? false;
  return missingToAnswer(appPermissions, isThread).map(({ name }) => name);
}

/** The command on a message, whose text is the question. */
export async function answerMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  visit: Visit,
): Promise<void> {
  const isPrivate = await staysPrivate(visit, null);
  const reply = visit.chat.answer({
    via: "message-command",
    question: questionIn(interaction.targetMessage.content),
    asker: interaction.user.id,
    isPrivate,
  });
  await answerWith(interaction, reply, isPrivate);
}

/** Whether the asker alone sees the answer: as they say, else as it holds here; and always where they may not share. */
async function staysPrivate(visit: Visit, wanted: boolean | null): Promise<boolean> {
  const isPrivate = wanted ?? visit.rules.visibility === "private";
  return isPrivate || !(await visit.maySpread());
}
