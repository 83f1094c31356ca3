import {
  type ButtonInteraction,
  MessageFlags,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from "discord.js";
import { type Action, encodeAction, takenBy } from "../chat/action.js";
import { isDeskAction } from "../chat/desk-action.js";
import type { Reply } from "../chat/reply.js";
import type { Seen } from "../chat/seen.js";
import { STRINGS } from "../chat/strings.js";
import type { Visit } from "../desk/desk.js";
import { askForm } from "./ask-form.js";
import { deliver } from "./deliver.js";
import { isGone } from "./failures.js";
import { give } from "./office.js";
import { answerWith, replaceWith, tell } from "./respond.js";

/** A pressed button, or a line picked from a menu. */
export type Press = ButtonInteraction | StringSelectMenuInteraction;

export interface PressDependencies {
  readonly visit: Visit;
  /** Remembers for a while which private answers have been shared. */
  readonly shared: Seen;
}

export async function act(
  interaction: Press,
  action: Action | undefined,
  { visit, shared }: PressDependencies,
): Promise<void> {
  if (!action) return tell(interaction, STRINGS.oldButton);
  if (isDeskAction(action)) return give(interaction, await visit.act(action));
  const { chat } = visit;
  const presser = interaction.user.id;
  switch (action.name) {
    case "ask":
      await deliver(() => interaction.showModal(askForm()));
      return;
    case "browse":
    case "show": {
      const reply = chat.open(takenBy(presser, action), true);
      // In one's own private message pages turn in place; a public card is left as it is for the others.
      return isPrivateMessage(interaction)
        ? replaceWith(interaction, reply)
        : answerWith(interaction, reply, true);
    }
    case "choose":
    case "none":
      // Only the asker's choice becomes everybody's answer.
      return presser === action.asker && stands(interaction, action)
        ? replaceWith(interaction, chat.open(action, isPrivateMessage(interaction)))
        : answerWith(interaction, chat.open(takenBy(presser, action), true), true);
    case "share":
      if (!(await visit.maySpread())) return tell(interaction, STRINGS.mayNotShare);
      return share(interaction, chat.open(takenBy(presser, action), false), shared);
    case "dismiss": {
      const isAsker = presser === action.asker && stands(interaction, action);
      return isAsker || isModerator(interaction)
        ? dismiss(interaction)
        : tell(interaction, STRINGS.onlyAsker);
    }
  }
}

/** Posts the answer for everybody; a double click posts it once. */
async function share(interaction: Press, reply: Reply, shared: Seen): Promise<void> {
  const { id } = interaction.message;
  if (!shared.isFirst(id)) return tell(interaction, STRINGS.sharedBefore);
  try {
    await answerWith(interaction, reply, false);
  } catch (error) {
    shared.forget(id);
    throw error;
  }
}

/** Takes the message away. A second click, or a moderator, may have been faster. */
async function dismiss(interaction: Press): Promise<void> {
  await deliver(() => interaction.deferUpdate());
  try {
    await deliver(() => interaction.deleteReply());
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isModerator({ memberPermissions }: Press): boolean {
  return memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
}

/**
 * Whether the message really has a control for the action: the id that names the asker could be made up by a client
 * that is not Discord's.
 */
function stands({ message }: Press, action: Action): boolean {
  const controls = JSON.stringify(message.components.map((component) => component.toJSON()));
  return controls.includes(JSON.stringify(encodeAction(action)));
}

function isPrivateMessage({ message }: Press): boolean {
  return message.flags.has(MessageFlags.Ephemeral);
}
