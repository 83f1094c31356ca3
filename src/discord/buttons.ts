import { type MessageComponentInteraction, MessageFlags, PermissionFlagsBits } from "discord.js";
import { type Action, takenBy } from "../chat/action.js";
import type { Chat } from "../chat/chat.js";
import { STRINGS } from "../chat/strings.js";
import { askForm } from "./ask-form.js";
import { deliver } from "./deliver.js";
import { answerWith, replaceWith, tell } from "./respond.js";

/** A pressed button or a line picked from a menu. */
export async function act(
  interaction: MessageComponentInteraction,
  action: Action | undefined,
  chat: Chat,
): Promise<void> {
  if (!action) return tell(interaction, STRINGS.oldButton);
  const asker = interaction.user.id;
  switch (action.name) {
    case "ask":
      await deliver(() => interaction.showModal(askForm()));
      return;
    case "browse":
    case "show": {
      const reply = chat.open(takenBy(asker, action), true);
      // In one's own private message pages turn in place; a public card is left as it is for the others.
      return isPrivateMessage(interaction)
        ? replaceWith(interaction, reply)
        : answerWith(interaction, reply, true);
    }
    case "choose":
    case "none": {
      // Only the asker's choice becomes everybody's answer.
      return asker === action.asker
        ? replaceWith(interaction, chat.open(action, isPrivateMessage(interaction)))
        : answerWith(interaction, chat.open(takenBy(asker, action), true), true);
    }
    case "share":
      return answerWith(interaction, chat.open(takenBy(asker, action), false), false);
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
