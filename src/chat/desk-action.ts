/**
 * What a button does that concerns more than the collection: a vote, a report, words for the curators, and the reasons
 * shown to a class. Each carries all that it needs.
 */
export type DeskAction = CaseDeskAction | SendAction;

export const CASE_DESK_NAMES = ["helpful", "unhelpful", "report", "reveal"] as const;

export interface CaseDeskAction {
  readonly name: (typeof CASE_DESK_NAMES)[number];
  readonly caseId: string;
  readonly revision: string;
}

/** Opens the form in which a question goes to the curators. */
export interface SendAction {
  readonly name: "send";
  /** Who asked: nobody else is shown the words. */
  readonly asker: string;
  /** As much of the question as fits. */
  readonly words: string;
}

const CASE_CODES = {
  helpful: "+",
  unhelpful: "-",
  report: "!",
  reveal: "v",
} as const satisfies Record<CaseDeskAction["name"], string>;
const SEND_CODE = "?";

export function isDeskAction<T extends { readonly name: string }>(
  action: T,
): action is T & DeskAction {
  return action.name === "send" || CASE_DESK_NAMES.some((name) => name === action.name);
}

/** The parts of a button's id. The words of a question come last and are cut to the room that is left. */
export function deskParts(action: DeskAction): string[] {
  return action.name === "send"
    ? [SEND_CODE, action.asker, action.words]
    : [CASE_CODES[action.name], action.caseId, action.revision];
}

/** Reads what `deskParts` wrote; undefined where it did not. */
export function readDeskAction(parts: readonly string[]): DeskAction | undefined {
  const [code, first, second, ...more] = parts;
  if (first === undefined || second === undefined) return undefined;
  // The words may hold the sign that parts the parts.
  if (code === SEND_CODE) return { name: "send", asker: first, words: [second, ...more].join("|") };
  const name = CASE_DESK_NAMES.find((one) => CASE_CODES[one] === code);
  if (!name || more.length > 0 || !first || !second) return undefined;
  return { name, caseId: first, revision: second };
}
