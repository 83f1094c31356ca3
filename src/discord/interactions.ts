import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import { type Action, decodeAction, takenBy } from "../chat/action.js";
import type { Chat } from "../chat/chat.js";
import { ASK_COMMAND, MESSAGE_COMMAND } from "../chat/commands.js";
import { LENGTHS } from "../chat/length.js";
import type { Reply } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import { truncate } from "../text.js";
import { deliver } from "./deliver.js";
import { DISCORD_LIMITS } from "./limits.js";
import { questionIn } from "./question.js";
import { renderDiscord } from "./render.js";

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
}

async function suggest(interaction: AutocompleteInteraction, chat: Chat): Promise<void> {
  const { value } = interaction.options.getFocused(true);
  const suggestions = chat.suggest(value, DISCORD_LIMITS.autocompleteChoices);
  await interaction.respond(
    suggestions.map(({ id, title }) => ({
      name: truncate(title, DISCORD_LIMITS.choiceNameChars),
      value: id,
    })),
  );
}

async function answerCommand(interaction: ChatInputCommandInteraction, chat: Chat): Promise<void> {
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
  await deliver(() => interaction.reply(messageOf(reply, isPrivate)));
}

async function answerMessageCommand(
  interaction: MessageContextMenuCommandInteraction,
  chat: Chat,
): Promise<void> {
  const reply = chat.answer({
    via: "message-command",
    question: questionIn(interaction.targetMessage.content),
    asker: interaction.user.id,
    isPrivate: false,
  });
  await deliver(() => interaction.reply(messageOf(reply, false)));
}

/** A pressed button or a line picked from a menu. */
async function act(
  interaction: MessageComponentInteraction,
  action: Action | undefined,
  chat: Chat,
): Promise<void> {
  if (!action) return tell(interaction, STRINGS.oldButton);
  const asker = interaction.user.id;
  switch (action.name) {
    case "browse":
    case "show": {
      const reply = chat.open(takenBy(asker, action), true);
      // In one's own private message pages turn in place; a public card is left as it is for the others.
      if (!isPrivateMessage(interaction)) {
        await deliver(() => interaction.reply(messageOf(reply, true)));
      } else {
        await deliver(() => interaction.update({ components: renderDiscord(reply) }));
      }
      return;
    }
    case "choose":
    case "none": {
      const isPrivate = isPrivateMessage(interaction);
      // Only the asker's choice becomes everybody's answer.
      if (asker === action.asker) {
        const reply = chat.open(action, isPrivate);
        await deliver(() => interaction.update({ components: renderDiscord(reply) }));
      } else {
        const reply = chat.open(takenBy(asker, action), true);
        await deliver(() => interaction.reply(messageOf(reply, true)));
      }
      return;
    }
    case "share":
      await deliver(() =>
        interaction.reply(messageOf(chat.open(takenBy(asker, action), false), false)),
      );
      return;
    case "dismiss": {
      const mayDismiss =
        asker === action.asker ||
        interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
      if (!mayDismiss) return tell(interaction, STRINGS.onlyAsker);
      await deliver(() => interaction.deferUpdate());
      await deliver(() => interaction.deleteReply());
    }
  }
}

function isPrivateMessage({ message }: MessageComponentInteraction): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}

/** A short word to the one who pressed, seen by nobody else. */
async function tell(interaction: MessageComponentInteraction, text: string): Promise<void> {
  await deliver(() =>
    interaction.reply(
      messageOf({ blocks: [{ type: "paragraph", spans: [{ text }] }], buttons: [] }, true),
    ),
  );
}

export function messageOf(reply: Reply, isPrivate: boolean): InteractionReplyOptions {
  return {
    components: renderDiscord(reply),
    flags: isPrivate
      ? [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral]
      : [MessageFlags.IsComponentsV2],
    allowedMentions: { parse: [] },
  };
}
