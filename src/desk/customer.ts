import type { Asker } from "../answer/ask.js";
import type { Chat } from "../chat/chat.js";
import type { Rules } from "../chat/rules.js";
import type { Store } from "../store/store.js";
import type { Limiter } from "./limiter.js";
import type { Place, Visitor } from "./place.js";
import type { SettingsBook } from "./settings-book.js";

/** What everything at the desk works with. */
export interface Office {
  readonly asker: () => Asker;
  readonly store: Store;
  readonly book: SettingsBook;
  /** Counts what people write; see letters.ts. */
  readonly letters: Limiter;
  /** The collection's home, where issues can be opened; undefined: no links are offered. */
  readonly collectionUrl: string | undefined;
  readonly nowMs: () => number;
}

/** Who stands at the desk, and what holds there. */
export interface Customer {
  readonly place: Place;
  readonly visitor: Visitor;
  readonly rules: Rules;
  readonly chatUnder: (rules: Rules) => Chat;
}
