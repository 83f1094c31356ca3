import type { InputBlock, ModalView, PlainTextElement } from "@slack/types";
import type { Field, Form, FormValues, Option } from "../chat/form.js";
import { STRINGS } from "../chat/strings.js";
import { truncate } from "../text.js";
import { SLACK_LIMITS } from "./limits.js";

/** Every field has one element, so its block says which it is. */
const ELEMENT_ID = "value";

/** A form as a modal. Pure. @param metadata - comes back with what was filled in; see metadata.ts */
export function renderForm({ id, title, submit, fields }: Form, metadata: string): ModalView {
  return {
    type: "modal",
    callback_id: id,
    title: words(truncate(title, SLACK_LIMITS.viewTitleChars)),
    submit: words(truncate(submit, SLACK_LIMITS.viewTitleChars)),
    close: words(STRINGS.askFormCancel),
    private_metadata: metadata,
    blocks: fields.map(input),
  };
}

function input(field: Field): InputBlock {
  return {
    type: "input",
    block_id: field.id,
    optional: field.kind === "checks" || (field.kind === "text" && !field.isRequired),
    label: words(field.label),
    ...(field.hint ? { hint: words(field.hint) } : {}),
    element: element(field),
  };
}

function element(field: Field): InputBlock["element"] {
  switch (field.kind) {
    case "text": {
      const maxChars = Math.min(field.maxChars, SLACK_LIMITS.inputChars);
      return {
        type: "plain_text_input",
        action_id: ELEMENT_ID,
        multiline: field.isLong,
        max_length: maxChars,
        ...(field.value ? { initial_value: field.value.slice(0, maxChars) } : {}),
      };
    }
    case "choice": {
      const chosen = field.options.find(({ value }) => value === field.value);
      return {
        type: "static_select",
        action_id: ELEMENT_ID,
        options: field.options.map(option),
        ...(chosen ? { initial_option: option(chosen) } : {}),
      };
    }
    case "checks": {
      const chosen = field.options.filter(({ value }) => field.values.includes(value));
      return {
        type: "checkboxes",
        action_id: ELEMENT_ID,
        options: field.options.map(option),
        // Slack refuses an empty list.
        ...(chosen.length > 0 ? { initial_options: chosen.map(option) } : {}),
      };
    }
  }
}

function option({ value, label }: Option) {
  return { value, text: words(truncate(label, SLACK_LIMITS.optionTextChars)) };
}

function words(text: string): PlainTextElement {
  return { type: "plain_text", text };
}

/** The values of a view as Bolt gives them. */
export type ViewValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value?: string } | null;
          readonly selected_options?: readonly { readonly value?: string }[] | null;
        }
      >
    >
  >
>;

/** What was filled in. */
export function valuesOf(view: ViewValues): FormValues {
  return new Map(
    Object.entries(view).map(([id, { [ELEMENT_ID]: given }]) => {
      const picked = given?.selected_options ?? [given?.selected_option ?? {}];
      const values = picked.flatMap(({ value }) => value ?? []);
      return [id, given?.value ? [given.value] : values];
    }),
  );
}
