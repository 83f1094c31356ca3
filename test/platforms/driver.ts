/** An answer as a person sees it. */
export interface Seen {
  readonly text: string;
  readonly isPrivate: boolean;
  readonly buttons: readonly { readonly label: string; readonly id: string }[];
  /** The lines of the menu; empty where there is none. */
  readonly menu: readonly { readonly label: string; readonly id: string }[];
  /** What is attached; empty where there is none. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** The platform's own message, for the driver. */
  readonly handle: unknown;
}

/** Who acts: the one who asked, somebody else, or somebody else who keeps order there. */
export type Person = "asker" | "another" | "moderator";

/** What a person can do on a platform. One shared suite drives every platform through it. */
export interface Driver {
  readonly name: string;
  /** The ways in which a question can be put. */
  readonly ways: Readonly<Record<string, (question: string) => Promise<Seen>>>;
  /** A follow-up to an answer by typing; undefined where the platform has none for that answer. */
  readonly followUp: (to: Seen, text: string) => Promise<Seen>;
  /** Presses a button; the answer that it opens, or undefined where the message is gone afterwards. */
  readonly press: (seen: Seen, label: string, by?: Person) => Promise<Seen | undefined>;
  /** Presses a button with this id, as an old message would have it. */
  readonly pressId: (seen: Seen, id: string) => Promise<Seen>;
  /** Picks a line of the menu; what is to be seen then. */
  readonly pick: (seen: Seen, label: string, by?: Person) => Promise<Seen>;
  /** Asks by slash command so that nobody else sees the answer. */
  readonly askPrivately: (question: string) => Promise<Seen>;
  /** The titles that are offered for what has been typed so far. */
  readonly suggest: (typed: string) => Promise<readonly string[]>;
  /** Asks in direct messages and follows up there; the second answer. */
  readonly converse: (question: string, followUp: string) => Promise<Seen>;
  /** Presses *Search*, and fills in the form that it opens. */
  readonly search: (seen: Seen, question: string) => Promise<Seen>;
  /** What the fake refused: a limit broken, a mention made. Must stay empty. */
  readonly refusals: () => readonly string[];
}

export function menuId(seen: Seen, label: string): string {
  const line = seen.menu.find((one) => one.label === label);
  if (!line) throw new Error(`no line "${label}" among ${JSON.stringify(seen.menu)}`);
  return line.id;
}

export function buttonId(seen: Seen, label: string): string {
  const button = seen.buttons.find((one) => one.label === label);
  if (!button) throw new Error(`no button "${label}" among ${JSON.stringify(seen.buttons)}`);
  return button.id;
}
