import type { WebClient } from "@slack/web-api";
import type { Desk, Purpose, Visit } from "../desk/desk.js";
import type { Logger } from "../logger.js";
import type { Responder } from "./respond.js";

/** Where something was done in Slack, and by whom. */
export interface Doer {
  readonly teamId: string | undefined;
  /** Empty where Slack names none, as on the home page. */
  readonly channel: string;
  readonly userId: string;
  /** Asks Slack who somebody is. */
  readonly client: WebClient;
}

/** Something that somebody did. */
export interface Deed {
  /** The same for every delivery of it. */
  readonly id: string;
  readonly doer: Doer;
  readonly purpose?: Purpose;
  readonly serve: (visit: Visit) => Promise<void>;
  /** Says a word to the one who did it: that it failed on our side; and, without `refuse`, why it is not served. */
  readonly tell: (word: string) => Promise<void>;
  readonly refuse?: (word: string) => Promise<void>;
}

/** What every listener has at hand. */
export interface Handlers {
  readonly desk: Desk;
  /** Takes a deed once, however often and to however many replicas it is delivered, and finishes it before the end. */
  readonly take: (deed: Deed) => void;
  /** True the first time; for what can be done twice by hand. */
  readonly isFirst: (id: string) => boolean;
  /** Runs what nobody asked for, before the process ends. */
  readonly run: (work: () => Promise<void>) => void;
  readonly respond: Responder;
  readonly log: Logger;
}
