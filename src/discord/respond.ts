import {
  type AttachmentPayload,
  type InteractionReplyOptions,
  type InteractionUpdateOptions,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type RepliableInteraction,
} from "discord.js";
import { type Reply, textReply } from "../chat/reply.js";
import { deliver } from "./deliver.js";
import { classifyFailure } from "./failures.js";
import { renderDiscord } from "./render.js";

/** Answers with a message of its own. The answer is the acknowledgement. */
export async function answerWith(
  interaction: RepliableInteraction,
  reply: Reply,
  isPrivate: boolean,
): Promise<void> {
  await withFileOrWithout(reply, async (one, files) => {
    const options: InteractionReplyOptions = {
      components: renderDiscord(one),
      files: [...files],
      flags: isPrivate
        ? [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral]
        : [MessageFlags.IsComponentsV2],
      allowedMentions: { parse: [] },
    };
    await interaction.reply(options);
  });
}

/** Turns the message whose control was used into this. */
export async function replaceWith(
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
  reply: Reply,
): Promise<void> {
  await withFileOrWithout(reply, async (one, files) => {
    const options: InteractionUpdateOptions = {
      components: renderDiscord(one),
      files: [...files],
      // Files that the message had before go.
      attachments: [],
      allowedMentions: { parse: [] },
    };
    await interaction.update(options);
  });
}

/** A short word to the one who acted, seen by nobody else. */
export async function tell(interaction: RepliableInteraction, text: string): Promise<void> {
  await answerWith(interaction, textReply(text), true);
}

/**
 * Sends a reply with its file; where Discord forbids that, its code blocks once more without. An answer to an
 * interaction may always carry files (discord-api-docs issue 5316), so this is for the day on which it may not.
 */
async function withFileOrWithout(
  reply: Reply,
  send: (reply: Reply, files: readonly AttachmentPayload[]) => Promise<void>,
): Promise<void> {
  const { file, ...without } = reply;
  if (!file) return deliver(() => send(without, []));
  try {
    await deliver(() =>
      send(reply, [{ attachment: Buffer.from(file.text, "utf8"), name: file.name }]),
    );
  } catch (error) {
    if (classifyFailure(error) !== "forbidden") throw error;
    await deliver(() => send(without, []));
  }
}
