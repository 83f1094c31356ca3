import { LENGTHS } from "./length.js";

/**
 * The one declaration of what people can call. Discord's JSON, Slack's parsing and manifest, the help and the README's
 * table all come from it. Names are part of the outside contract and never change.
 */
export const ASK_COMMAND = {
  name: "why-rejected",
  description: "Why was a proposal in history turned down? The reasons, with their sources.",
  usage: "[question] [party:france] [length:short|full|plain] [share]",
  options: {
    question: { description: "Your question in your own words, or a case from the list" },
    party: { description: "Whose refusal you mean: a state, a body or a person" },
    length: { description: "How much to tell", choices: LENGTHS },
    private: { description: "Show the answer only to you" },
  },
} as const;

/** For those who manage a server or workspace. Who may is checked where it is carried out. */
export const SETTINGS_COMMAND = {
  name: "why-rejected-settings",
  description: "For those who manage this place: what holds for the answers here",
  usage: "[everywhere|channel|as-everywhere]",
  options: {
    where: {
      description: "What to set: everything, this channel alone, or this channel as everywhere",
      choices: ["everywhere", "channel", "as-everywhere"],
    },
  },
} as const;

export const INSIGHT_COMMAND = {
  name: "why-rejected-insight",
  description: "For those who manage this place: votes, open questions, reports, reviews due",
} as const;

/** Offered on any message: takes its text as the question. */
export const MESSAGE_COMMAND = {
  name: "Why was this rejected?",
  /** Where a platform wants an id without spaces. */
  id: "why_was_this_rejected",
  description: "Answers the question in this message",
} as const;

/** Opens the form from anywhere, where a platform has such a thing. */
export const GLOBAL_SHORTCUT = {
  name: "Ask why it was rejected",
  id: "ask_why_rejected",
  description: "Opens a form: a case or a question, whose refusal, and where to answer",
} as const;

/** Longest question that a form or an option takes; longer ones are cut by the reader anyway. */
export const QUESTION_FIELD_MAX_CHARS = 1000;
