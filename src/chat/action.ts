import { type BrowseAction, browseParts, readBrowse } from "./browse-action.js";
import { type DeskAction, deskParts, isDeskAction, readDeskAction } from "./desk-action.js";
import { TOLD_LENGTHS, type ToldLength } from "./length.js";
import { PARTS, type Part } from "./part.js";

/**
 * What a button or a line of a menu does. `show` opens a part of a case; `choose` answers with a case that was offered,
 * `none` with the word that none of them was meant; `dismiss` and `share` act on the message that carries the button.
 */
export const CASE_ACTION_NAMES = ["show", "choose", "none", "dismiss", "share"] as const;

/**
 * All that a button needs to work: after a restart, on another replica, a year later. Nothing is remembered between
 * messages.
 */
export type Action = OpenAction | AskAction | DeskAction;

/** Opens something of the collection. */
export type OpenAction = CaseAction | BrowseAction;

/** Opens the form in which a question can be put: what a form is, each platform knows. */
export interface AskAction {
  readonly name: "ask";
}

export interface CaseAction {
  readonly name: (typeof CASE_ACTION_NAMES)[number];
  /** For `none`, the first of the cases that were offered. */
  readonly caseId: string;
  /** The entry's revision when the button was made, so that a change since can be told. */
  readonly revision: string;
  readonly part: Part;
  readonly length: ToldLength;
  /** Deciding parties asked about, as positions among the case's decisions: ids would not fit. */
  readonly partyIndexes: readonly number[];
  /** From 0; for a source to examine, its place among those of the case. */
  readonly page: number;
  /** Who asked, in the platform's own id; only they may choose, they and moderators dismiss. Empty where it does not matter. */
  readonly asker: string;
}

/** The action as somebody takes it who did not ask: what it opens is theirs. */
export function takenBy(asker: string, action: OpenAction): OpenAction {
  return action.name === "browse" ? action : { ...action, asker };
}

/** A case from its beginning. Short, since a menu's line holds fewer characters than a button on one of the platforms. */
export function blankAction(caseId: string, revision: string): Omit<CaseAction, "name"> {
  return {
    caseId,
    revision,
    part: "reasons",
    length: "short",
    partyIndexes: [],
    page: 0,
    asker: "",
  };
}

/** Discord's custom_id is the tightest place (https://discord.com/developers/docs/components/reference). */
export const ACTION_ID_MAX_CHARS = 100;
const VERSION = "1";
const SEPARATOR = "|";
/** Single signs, since the longest case, asker and parties must fit beside them. They never change their meaning. */
const NAME_CODES = {
  show: "s",
  choose: "c",
  none: "n",
  dismiss: "d",
  share: "h",
} as const satisfies Record<CaseAction["name"], string>;
const BROWSE_CODE = "b";
const ASK_CODE = "q";
const PART_CODES = {
  reasons: "r",
  sources: "s",
  aftermath: "a",
  "case-for": "f",
  "known-then": "k",
  changed: "g",
  corrections: "c",
  "cite-chicago": "C",
  "cite-mla": "M",
  "cite-apa": "A",
  "cite-bibtex": "B",
  "cite-ris": "R",
  examine: "x",
} as const satisfies Record<Part, string>;
const LENGTH_CODES = {
  short: "s",
  full: "f",
  plain: "p",
  "plain-full": "P",
} as const satisfies Record<ToldLength, string>;

/**
 * An action as the id of a button.
 *
 * @param maxChars - how long it may get; only the words of a question are cut to it
 * @example encodeAction(action); // "1|s|baruch-plan-1946|1a2b3c|s|s|0.2|0|81384788765712384"
 * @throws {RangeError} over the limit; cannot happen with ids of the lengths that the lint allows
 */
export function encodeAction(action: Action, maxChars: number = ACTION_ID_MAX_CHARS): string {
  const id = [VERSION, ...partsOf(action)].join(SEPARATOR);
  // A sign of two units is not cut in half.
  if (action.name === "send") return id.slice(0, maxChars).replace(/[\uD800-\uDBFF]$/, "");
  if (id.length > maxChars) throw new RangeError(`the action id ${id} is too long`);
  return id;
}

function partsOf(action: Action): (string | number)[] {
  if (isDeskAction(action)) return deskParts(action);
  switch (action.name) {
    case "ask":
      return [ASK_CODE];
    case "browse":
      return [BROWSE_CODE, ...browseParts(action)];
    default:
      return casePartsOf(action);
  }
}

function casePartsOf(action: CaseAction): (string | number)[] {
  const { name, caseId, revision, part, length, partyIndexes, page, asker } = action;
  return [
    NAME_CODES[name],
    caseId,
    revision,
    PART_CODES[part],
    LENGTH_CODES[length],
    partyIndexes.join("."),
    page,
    asker,
  ];
}

/** Reads a button's id; undefined where it is none of ours, or of a version that is no longer understood. */
export function decodeAction(id: string): Action | undefined {
  const [version, ...parts] = id.split(SEPARATOR);
  if (version !== VERSION) return undefined;
  if (parts[0] === BROWSE_CODE) return readBrowse(parts.slice(1));
  if (parts[0] === ASK_CODE) return parts.length === 1 ? { name: "ask" } : undefined;
  return readDeskAction(parts) ?? readCaseAction(parts);
}

function readCaseAction(parts: readonly string[]): CaseAction | undefined {
  const [nameCode, caseId, revision, partCode, lengthCode, parties, page, asker] = parts;
  const name = CASE_ACTION_NAMES.find((one) => NAME_CODES[one] === nameCode);
  const part = PARTS.find((one) => PART_CODES[one] === partCode);
  const length = TOLD_LENGTHS.find((one) => LENGTH_CODES[one] === lengthCode);
  if (parts.length !== 8 || !name || !part || !length) return undefined;
  if (!caseId || !revision || parties === undefined || asker === undefined) return undefined;
  if (!/^\d{1,3}$/.test(page ?? "") || !/^(?:\d+(?:\.\d+)*)?$/.test(parties)) return undefined;
  return {
    name,
    caseId,
    revision,
    part,
    length,
    partyIndexes: parties === "" ? [] : parties.split(".").map(Number),
    page: Number(page),
    asker,
  };
}
