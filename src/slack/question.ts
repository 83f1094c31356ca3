import { LENGTHS, type Length } from "../chat/length.js";

/** What stands in a slash command's text beside the question. */
export interface CommandText {
  readonly question: string;
  readonly party: string | undefined;
  readonly length: Length | undefined;
  readonly share: boolean;
}

const PARTY = /(?:^|\s)party:("[^"]*"|“[^”]*”|\S+)/i;
const LENGTH = new RegExp(`(?:^|\\s)length:(${LENGTHS.join("|")})(?=\\s|$)`, "i");
const SHARE = /(?:^|\s)share(?=\s|$)/i;

/**
 * Reads `party:france length:full share` anywhere in a command's text; unknown words stay part of the question.
 *
 * @example readCommandText("litvinov pact party:france share"); // { question: "litvinov pact", party: "france", … }
 */
export function readCommandText(text: string): CommandText {
  const party = PARTY.exec(text)?.[1]?.replace(/["“”]/g, "");
  const lengthText = LENGTH.exec(text)?.[1]?.toLowerCase();
  const rest = text.replace(PARTY, " ").replace(LENGTH, " ");
  return {
    question: questionIn(rest.replace(SHARE, " ")),
    party: party || undefined,
    length: LENGTHS.find((length) => length === lengthText),
    share: SHARE.test(rest),
  };
}

/** Mentions of people, channels and groups, and links, as they stand in a message's text. */
const LINK_WITH_LABEL = /<(?:https?:|mailto:)[^|>]*\|([^>]*)>/g;
const SLACK_MARKUP = /<[@#!][^>]*>|<(?:https?:|mailto:)[^>]*>/g;

/** The question in a message: its text without Slack's markup. */
export function questionIn(text: string): string {
  return text
    .replace(LINK_WITH_LABEL, " $1 ")
    .replace(SLACK_MARKUP, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}
