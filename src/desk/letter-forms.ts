import type { Form } from "../chat/form.js";
import { STRINGS } from "./strings.js";

/** Longest words that are kept of anybody. */
export const WORDS_MAX_CHARS = 1000;
export const SOURCE_MAX_CHARS = 500;

/** What is wrong with a case; nothing is taken without a source. */
export function reportForm(id: string): Form {
  return {
    id,
    title: STRINGS.reportTitle,
    submit: STRINGS.reportSubmit,
    fields: [
      {
        kind: "text",
        id: "words",
        label: STRINGS.reportWords,
        hint: STRINGS.reportWordsHint,
        isLong: true,
        isRequired: true,
        maxChars: WORDS_MAX_CHARS,
      },
      {
        kind: "text",
        id: "source",
        label: STRINGS.reportSource,
        hint: STRINGS.reportSourceHint,
        isLong: false,
        isRequired: true,
        maxChars: SOURCE_MAX_CHARS,
      },
    ],
  };
}

/** A question for the curators: its asker sees the words that will be kept, changes them, and sends them or does not. */
export function sendForm(id: string, words: string): Form {
  return {
    id,
    title: STRINGS.sendTitle,
    submit: STRINGS.sendSubmit,
    fields: [
      {
        kind: "text",
        id: "words",
        label: STRINGS.sendWords,
        hint: STRINGS.sendWordsHint,
        value: words.slice(0, WORDS_MAX_CHARS),
        isLong: true,
        isRequired: true,
        maxChars: WORDS_MAX_CHARS,
      },
    ],
  };
}
