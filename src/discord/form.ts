import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from "discord.js";
import type { Field, Form, FormValues } from "../chat/form.js";
import { truncate } from "../text.js";
import { DISCORD_LIMITS } from "./limits.js";

/** A form as a modal: a label around each field. Pure. */
export function renderForm({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return { custom_id: id, title, components: fields.map(label) };
}

function label(field: Field): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: truncate(field.label, DISCORD_LIMITS.labelChars),
    ...(field.hint
      ? { description: truncate(field.hint, DISCORD_LIMITS.labelDescriptionChars) }
      : {}),
    component: control(field),
  };
}

function control(field: Field): APIComponentInLabel {
  switch (field.kind) {
    case "text":
      return {
        type: ComponentType.TextInput,
        custom_id: field.id,
        style: field.isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: field.isRequired,
        max_length: field.maxChars,
        ...(field.value ? { value: field.value.slice(0, field.maxChars) } : {}),
      };
    case "choice":
      return {
        type: ComponentType.StringSelect,
        custom_id: field.id,
        options: field.options.map(({ value, label }) => ({
          value,
          label,
          default: value === field.value,
        })),
      };
    case "checks":
      return {
        type: ComponentType.CheckboxGroup,
        custom_id: field.id,
        required: false,
        min_values: 0,
        options: field.options.map(({ value, label }) => ({
          value,
          label,
          default: field.values.includes(value),
        })),
      };
  }
}

/** What was filled in. Fields of a kind that no form has are left out. */
export function valuesOf({ fields }: ModalSubmitInteraction): FormValues {
  return new Map(
    fields.fields.map((field) => {
      switch (field.type) {
        case ComponentType.TextInput:
          return [field.customId, [field.value]];
        case ComponentType.StringSelect:
        case ComponentType.CheckboxGroup:
          return [field.customId, field.values];
        default:
          return [field.customId, []];
      }
    }),
  );
}
