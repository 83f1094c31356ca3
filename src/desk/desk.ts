import type { Asker } from "../answer/ask.js";
import { type AskRecord, type Chat, createChat } from "../chat/chat.js";
import { NO_RULES, type Rules } from "../chat/rules.js";
import { StoreFailure } from "../store/failure.js";
import { DEFAULT_SETTINGS, type Settings } from "../store/settings.js";
import type { Store } from "../store/store.js";
import { LETTERS_SECONDS } from "./letters.js";
import { createLimiter } from "./limiter.js";
import type { Place, Visitor } from "./place.js";
import { type Service, serve } from "./serve.js";
import { createSettingsBook } from "./settings-book.js";
import { STRINGS } from "./strings.js";

/** One person at one place, now. */
export interface Visit extends Service {
  /** Answers under what holds here. */
  readonly chat: Chat;
  readonly rules: Rules;
  /** Whether this person may make an answer public here. */
  maySpread(): Promise<boolean>;
}

/** How somebody is received. Where no visit is given, the word says why. */
export type Reception =
  | { readonly kind: "open"; readonly visit: Visit }
  | { readonly kind: "off"; readonly word: string }
  /** `isFirst`: said for the first time within this minute. */
  | { readonly kind: "limited"; readonly word: string; readonly isFirst: boolean };

export type Purpose = "ask" | "manage";

/** Where adapters take everybody first: it knows what holds at a place, and keeps what people choose to have kept. */
export interface Desk {
  /** @param purpose - managing goes on where the answers are switched off, or few questions are allowed */
  receive(place: Place, visitor: Visitor, purpose?: Purpose): Promise<Reception>;
  /** Answers under what holds at a place, without counting: for suggestions while somebody types. */
  chatAt(place: Place): Promise<Chat>;
  /** An event is taken once, by whichever replica comes first. Where the store is dead, by each. */
  isFirst(eventId: string): Promise<boolean>;
  /** Deletes all that is kept of a space: the bot was removed from it. @throws {StoreFailure} */
  leave(space: string): Promise<void>;
}

export interface DeskDependencies {
  readonly asker: () => Asker;
  readonly record: (record: AskRecord) => void;
  readonly store: Store;
  /** The collection's home, where issues can be opened. */
  readonly collectionUrl: string | undefined;
  /** What a person may ask where nobody chose another number. */
  readonly asksPerMinute: number;
  readonly nowMs?: () => number;
}

const MINUTE_SECONDS = 60;
/** Settings and forms; whoever allowed one question a minute must be able to change that. */
const MANAGED_PER_MINUTE = 60;
/** As many persons' full use as one space may take, so that it cannot take the whole process. */
const SPACE_PERSONS = 20;

export function createDesk(dependencies: DeskDependencies): Desk {
  const { asker, record, store, asksPerMinute, nowMs = Date.now } = dependencies;
  const book = createSettingsBook(store.settings, { ...DEFAULT_SETTINGS, asksPerMinute }, nowMs);
  const limiter = createLimiter(MINUTE_SECONDS);
  const letters = createLimiter(LETTERS_SECONDS);
  const office = { ...dependencies, book, letters, nowMs };
  const chatUnder = (rules: Rules) => createChat({ asker, record, rules });

  /** Counts this one, and says whether it is too many. */
  const refusal = async (
    { space, isManaged }: Place,
    { id }: Visitor,
    purpose: Purpose,
    perPerson: number,
  ): Promise<Reception | undefined> => {
    const own = await limiter.count(purpose, space, id);
    if (own > perPerson) return tooMany(STRINGS.tooMany(perPerson), own, perPerson);
    // Direct messages of a whole platform are no space of their own.
    const all = isManaged ? await limiter.count("space", space) : 0;
    const perSpace = asksPerMinute * SPACE_PERSONS;
    return all > perSpace ? tooMany(STRINGS.busy, all, perSpace) : undefined;
  };

  return {
    async receive(place, visitor, purpose = "ask") {
      const settings = await book.at(place);
      if (purpose === "ask" && !settings.isOn) return { kind: "off", word: STRINGS.off };
      const perPerson = purpose === "ask" ? settings.asksPerMinute : MANAGED_PER_MINUTE;
      const refused = await refusal(place, visitor, purpose, perPerson);
      if (refused) return refused;
      const rules = rulesOf(settings);
      const visit: Visit = {
        ...serve(office, { place, visitor, rules, chatUnder }),
        chat: chatUnder(rules),
        rules,
        maySpread: async () =>
          settings.sharing === "everyone" ||
          (settings.sharing === "managers" && (await visitor.isManager())),
      };
      return { kind: "open", visit };
    },
    chatAt: async (place) => chatUnder(rulesOf(await book.at(place))),
    async isFirst(eventId) {
      try {
        return await store.answered.claim(eventId);
      } catch (error) {
        // Better answered twice than never.
        if (error instanceof StoreFailure) return true;
        throw error;
      }
    },
    leave: (space) => store.spaceData.remove(space),
  };
}

function tooMany(word: string, count: number, limit: number): Reception {
  return { kind: "limited", word, isFirst: count === limit + 1 };
}

function rulesOf(settings: Settings): Rules {
  const { hiddenCases, visibility, sharing, revealedCases, isPlain, isEvidenceFirst } = settings;
  return {
    ...NO_RULES,
    hiddenCases: new Set(hiddenCases),
    isPlain,
    visibility: visibility === "platform" ? undefined : visibility,
    // Whether the one who presses may is asked then: it takes a question to the platform.
    maySpread: sharing !== "nobody",
    isEvidenceFirst,
    revealedCases: new Set(revealedCases),
    canKeep: true,
  };
}
