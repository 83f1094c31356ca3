import type { InputBlock, ModalView, PlainTextElement } from "@slack/types";
import { QUESTION_FIELD_MAX_CHARS } from "../chat/commands.js";
import { LENGTHS, type Length } from "../chat/length.js";
import { STRINGS } from "../chat/strings.js";
import type { ViewValues } from "./form.js";
import { SLACK_LIMITS } from "./limits.js";
import { questionIn } from "./question.js";

export const ASK_FORM_ID = "ask_form";
export const CASE_SELECT_ID = "ask_form_case";
/** Where the word stands that the form is empty. */
export const QUESTION_BLOCK_ID = "question";
const CASE_BLOCK_ID = "case";
const QUESTION_INPUT_ID = "ask_form_question";
const PARTY_BLOCK_ID = "party";
const PARTY_INPUT_ID = "ask_form_party";
const LENGTH_BLOCK_ID = "length";
const LENGTH_SELECT_ID = "ask_form_length";
const WHERE_BLOCK_ID = "where";
const WHERE_SELECT_ID = "ask_form_where";

/**
 * The one form, wherever it is opened: a case by type-ahead or a question in one's own words, whose refusal, how much,
 * and where to answer.
 *
 * @param metadata - comes back with what was filled in; see metadata.ts
 */
export function askForm(metadata = ""): ModalView {
  return {
    type: "modal",
    callback_id: ASK_FORM_ID,
    title: text(STRINGS.askFormTitle),
    submit: text(STRINGS.askFormSubmit),
    close: text(STRINGS.askFormCancel),
    private_metadata: metadata,
    blocks: [
      input(CASE_BLOCK_ID, STRINGS.askFormCase, {
        type: "external_select",
        action_id: CASE_SELECT_ID,
        placeholder: text(STRINGS.askFormCaseHint),
        min_query_length: 0,
      }),
      input(QUESTION_BLOCK_ID, STRINGS.askFormQuestion, {
        type: "plain_text_input",
        action_id: QUESTION_INPUT_ID,
        multiline: true,
        max_length: QUESTION_FIELD_MAX_CHARS,
      }),
      input(PARTY_BLOCK_ID, STRINGS.askFormParty, {
        type: "plain_text_input",
        action_id: PARTY_INPUT_ID,
        placeholder: text(STRINGS.askFormPartyHint),
        max_length: SLACK_LIMITS.partyChars,
      }),
      input(LENGTH_BLOCK_ID, STRINGS.askFormLength, {
        type: "static_select",
        action_id: LENGTH_SELECT_ID,
        initial_option: lengthOption(LENGTHS[0]),
        options: LENGTHS.map(lengthOption),
      }),
      input(WHERE_BLOCK_ID, STRINGS.askFormWhere, {
        type: "conversations_select",
        action_id: WHERE_SELECT_ID,
        placeholder: text(STRINGS.askFormWhereHint),
        // Slack then sends the address under which the answer can be put there.
        response_url_enabled: true,
        filter: { include: ["public", "private", "mpim", "im"], exclude_bot_users: true },
      }),
    ],
  };
}

function lengthOption(length: Length) {
  return { text: text(STRINGS.lengthName[length]), value: length };
}

function input(id: string, label: string, element: InputBlock["element"]): InputBlock {
  return { type: "input", block_id: id, optional: true, label: text(label), element };
}

function text(words: string): PlainTextElement {
  return { type: "plain_text", text: words };
}

/** What a filled form asks. */
export interface Asked {
  readonly question: string;
  /** The case that was picked, where a question stands beside it. */
  readonly about: string | undefined;
  readonly party: string | undefined;
  readonly length: Length | undefined;
}

/** Reads the form; undefined where neither a case nor a question is in it. */
export function readAskForm(values: ViewValues): Asked | undefined {
  const typed = values[QUESTION_BLOCK_ID]?.[QUESTION_INPUT_ID]?.value;
  const words = questionIn(typed ?? "");
  const caseId = values[CASE_BLOCK_ID]?.[CASE_SELECT_ID]?.selected_option?.value;
  const question = words || caseId;
  if (!question) return undefined;
  const party = values[PARTY_BLOCK_ID]?.[PARTY_INPUT_ID]?.value?.trim();
  const picked = values[LENGTH_BLOCK_ID]?.[LENGTH_SELECT_ID]?.selected_option?.value;
  return {
    question,
    about: words ? caseId : undefined,
    party: party || undefined,
    length: LENGTHS.find((length) => length === picked),
  };
}
