import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from "discord.js";
import type { Chat } from "../chat/chat.js";
import { QUESTION_FIELD_MAX_CHARS } from "../chat/commands.js";
import { LENGTHS } from "../chat/length.js";
import { STRINGS } from "../chat/strings.js";
import { DISCORD_LIMITS } from "./limits.js";
import { questionIn } from "./question.js";
import { answerWith, replaceWith } from "./respond.js";

export const ASK_FORM_ID = "ask_form";
const FIELD = { question: "question", party: "party", length: "length" } as const;

/** The form behind *Search*: what the slash command can be told, each with its label. */
export function askForm(): APIModalInteractionResponseCallbackData {
  return {
    custom_id: ASK_FORM_ID,
    title: STRINGS.askFormTitle,
    components: [
      {
        type: ComponentType.Label,
        label: STRINGS.askFormQuestion,
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD.question,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: QUESTION_FIELD_MAX_CHARS,
        },
      },
      {
        type: ComponentType.Label,
        label: STRINGS.askFormParty,
        description: STRINGS.askFormPartyHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELD.party,
          style: TextInputStyle.Short,
          required: false,
          max_length: DISCORD_LIMITS.partyChars,
        },
      },
      {
        type: ComponentType.Label,
        label: STRINGS.askFormLength,
        component: {
          type: ComponentType.StringSelect,
          custom_id: FIELD.length,
          required: false,
          options: LENGTHS.map((length, index) => ({
            label: STRINGS.lengthName[length],
            value: length,
            default: index === 0,
          })),
        },
      },
    ],
  };
}

/** Answers the form for the one who filled it in; in one's own private message the answer takes its place. */
export async function answerAskForm(
  interaction: ModalSubmitInteraction,
  chat: Chat,
): Promise<void> {
  const picked = valueIn(interaction, FIELD.length);
  const reply = chat.answer({
    via: "form",
    question: questionIn(valueIn(interaction, FIELD.question)),
    party: valueIn(interaction, FIELD.party) || undefined,
    length: LENGTHS.find((length) => length === picked),
    asker: interaction.user.id,
    isPrivate: true,
  });
  if (interaction.isFromMessage() && interaction.message.flags.has(MessageFlags.Ephemeral)) {
    return replaceWith(interaction, reply);
  }
  return answerWith(interaction, reply, true);
}

/** What a field holds; nothing where the form is not as we sent it. */
function valueIn({ fields }: ModalSubmitInteraction, id: string): string {
  const field = fields.fields.get(id);
  if (field?.type === ComponentType.TextInput) return field.value;
  if (field?.type === ComponentType.StringSelect) return field.values[0] ?? "";
  return "";
}
