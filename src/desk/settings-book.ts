import { StoreFailure } from "../store/failure.js";
import { createRemembered } from "../store/remembered.js";
import {
  type ChosenSettings,
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsTable,
  type SomeSettings,
  settingsAt,
  WHOLE_SPACE,
} from "../store/settings.js";
import type { Place } from "./place.js";

/** What holds at a place, without asking the store each time, and without the store where it is dead. */
export interface SettingsBook {
  at(place: Place): Promise<Settings>;
  /**
   * Chooses for a channel, or with `WHOLE_SPACE` for the space.
   *
   * @throws {StoreFailure} where it cannot be kept
   */
  choose(place: Place, change: (before: Settings) => Settings): Promise<void>;
  /** Takes back what a channel chose for itself. @throws {StoreFailure} */
  forget(place: Place): Promise<void>;
}

/** A choice made through another replica holds here after this long. */
const FRESH_MS = 15_000;
const SPACES_MAX = 20_000;

export function createSettingsBook(
  table: SettingsTable,
  defaults: Settings = DEFAULT_SETTINGS,
  nowMs: () => number = Date.now,
): SettingsBook {
  // A teacher's choice is not dropped for a fault of ours: what was last known holds while the store is dead.
  const spaces = createRemembered({ read: table.read, freshMs: FRESH_MS, max: SPACES_MAX, nowMs });
  const current = async (space: string): Promise<ChosenSettings> => {
    try {
      return await spaces.get(space);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      return new Map();
    }
  };

  return {
    at: async ({ space, channel }) => settingsAt(await current(space), channel, defaults),
    async choose({ space, channel }, change) {
      const chosen = await spaces.refresh(space);
      const wanted = change(settingsAt(chosen, channel, defaults));
      const beneath =
        channel === WHOLE_SPACE ? defaults : settingsAt(chosen, WHOLE_SPACE, defaults);
      await table.write(space, channel, differences(wanted, beneath));
      await spaces.refresh(space);
    },
    async forget({ space, channel }) {
      await table.write(space, channel, {});
      await spaces.refresh(space);
    },
  };
}

/** Only what differs is kept, so that a later change of the whole space reaches the channel too. */
function differences(wanted: Settings, beneath: Settings): SomeSettings {
  const names = Object.keys(wanted) as (keyof Settings)[];
  const different = names.filter(
    (name) => JSON.stringify(wanted[name]) !== JSON.stringify(beneath[name]),
  );
  return Object.fromEntries(different.map((name) => [name, wanted[name]]));
}
