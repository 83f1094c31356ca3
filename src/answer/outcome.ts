import type { Case, Premise } from "../knowledge/model.js";

/** What of a case is wanted: its reasons, or what a follow-up asks for. */
export const VIEWS = [
  "reasons",
  "sources",
  "aftermath",
  "case-for",
  "known-then",
  "changed",
  "corrections",
] as const;
export type View = (typeof VIEWS)[number];

/** How a question is answered. Four honest outcomes, and help for an empty one. */
export type Outcome =
  | {
      readonly kind: "answer";
      readonly entry: Case;
      /** Deciding parties that were asked about; empty where all were. */
      readonly parties: readonly string[];
      readonly view: View;
      readonly confidence: number;
      /** A popular belief about the case that the question may rest on, to be put right beside the answer. */
      readonly beside?: Premise | undefined;
    }
  | { readonly kind: "choices"; readonly choices: readonly Case[]; readonly confidence: number }
  | { readonly kind: "premise"; readonly premise: Premise; readonly confidence: number }
  | {
      readonly kind: "unknown";
      /** The nearest cases, offered as such: not an answer. */
      readonly nearest: readonly Case[];
      readonly confidence: number;
    }
  | { readonly kind: "help" };
