import type { ModalView } from "@slack/types";
import { QUESTION_FIELD_MAX_CHARS } from "../chat/commands.js";
import { STRINGS } from "../chat/strings.js";

export const ASK_FORM_ID = "ask_form";
export const CASE_SELECT_ID = "ask_form_case";
const CASE_BLOCK_ID = "case";
const QUESTION_BLOCK_ID = "question";
const QUESTION_INPUT_ID = "ask_form_question";

/** The form that an empty command opens: a case by type-ahead, or a question in one's own words. */
export function askForm(responseUrl: string): ModalView {
  return {
    type: "modal",
    callback_id: ASK_FORM_ID,
    title: { type: "plain_text", text: STRINGS.askFormTitle },
    submit: { type: "plain_text", text: STRINGS.askFormSubmit },
    close: { type: "plain_text", text: STRINGS.askFormCancel },
    // Where the answer goes: valid for 30 minutes, and for this command's user alone.
    private_metadata: responseUrl,
    blocks: [
      {
        type: "input",
        block_id: CASE_BLOCK_ID,
        optional: true,
        label: { type: "plain_text", text: STRINGS.askFormCase },
        element: {
          type: "external_select",
          action_id: CASE_SELECT_ID,
          placeholder: { type: "plain_text", text: STRINGS.askFormCaseHint },
          min_query_length: 0,
        },
      },
      {
        type: "input",
        block_id: QUESTION_BLOCK_ID,
        optional: true,
        label: { type: "plain_text", text: STRINGS.askFormQuestion },
        element: {
          type: "plain_text_input",
          action_id: QUESTION_INPUT_ID,
          max_length: QUESTION_FIELD_MAX_CHARS,
        },
      },
    ],
  };
}

/** The values of a view as Bolt gives them. */
type FormValues = Readonly<
  Record<
    string,
    Readonly<
      Record<
        string,
        {
          readonly value?: string | null;
          readonly selected_option?: { readonly value?: string } | null;
        }
      >
    >
  >
>;

/** What the form asks: the question in words if there is one, else the case that was picked. */
export function readAskForm(values: FormValues): string {
  const question = values[QUESTION_BLOCK_ID]?.[QUESTION_INPUT_ID]?.value;
  const caseId = values[CASE_BLOCK_ID]?.[CASE_SELECT_ID]?.selected_option?.value;
  return question || caseId || "";
}
