import { z } from "zod";
import type { SqlDriver } from "./driver.js";

export const VISIBILITIES = ["platform", "private", "public"] as const;
export const SHARERS = ["everyone", "managers", "nobody"] as const;
export const ASKS_PER_MINUTE_MAX = 1000;
const CASE_ID_MAX_CHARS = 40;
/** As many ids as the settings' form has room for. */
export const HIDDEN_CASES_MAX = 70;
export const REVEALED_CASES_MAX = 100;

const caseId = z.string().min(1).max(CASE_ID_MAX_CHARS);

/**
 * What a server or workspace can choose, for all of it or for a channel. Unknown fields are dropped, not refused: an older
 * replica reads what a newer one wrote.
 */
const someSettings = z.object({
  isOn: z.boolean().exactOptional(),
  /** Who sees an answer where the asker does not say: as the platform has it, the asker alone, or everyone. */
  visibility: z.enum(VISIBILITIES).exactOptional(),
  /** Who may make a private answer public. */
  sharing: z.enum(SHARERS).exactOptional(),
  isPlain: z.boolean().exactOptional(),
  /** Per person. */
  asksPerMinute: z.int().min(1).max(ASKS_PER_MINUTE_MAX).exactOptional(),
  /** Cases that are not answered here. */
  hiddenCases: z.array(caseId).max(HIDDEN_CASES_MAX).exactOptional(),
  /** For classes: question, context and sources are shown, and the reasons when somebody who manages says so. */
  isEvidenceFirst: z.boolean().exactOptional(),
  /** Cases whose reasons were revealed although evidence comes first. */
  revealedCases: z.array(caseId).max(REVEALED_CASES_MAX).exactOptional(),
});

export type SomeSettings = z.infer<typeof someSettings>;
export type Settings = Required<SomeSettings>;

export const DEFAULT_SETTINGS: Settings = {
  isOn: true,
  visibility: "platform",
  sharing: "everyone",
  isPlain: false,
  asksPerMinute: 12,
  hiddenCases: [],
  isEvidenceFirst: false,
  revealedCases: [],
};

/** The whole space, in the place of a channel's id. */
export const WHOLE_SPACE = "";

/** What was chosen in a space: by channel, the whole space under `WHOLE_SPACE`. */
export type ChosenSettings = ReadonlyMap<string, SomeSettings>;

export interface SettingsTable {
  read(space: string): Promise<ChosenSettings>;
  /** Replaces what was chosen for a channel or the whole space; nothing chosen removes it. */
  write(space: string, channel: string, chosen: SomeSettings): Promise<void>;
}

export function createSettingsTable(driver: SqlDriver, nowMs: () => number): SettingsTable {
  return {
    async read(space) {
      const rows = await driver.all({
        sql: "select channel, value from settings where space = $1",
        values: [space],
      });
      return new Map(rows.map(({ channel, value }) => [String(channel), parse(String(value))]));
    },
    async write(space, channel, chosen) {
      const value = JSON.stringify(someSettings.parse(chosen));
      if (value === "{}") {
        await driver.run({
          sql: "delete from settings where space = $1 and channel = $2",
          values: [space, channel],
        });
        return;
      }
      await driver.run({
        sql: `insert into settings (space, channel, value, changed_at_ms) values ($1, $2, $3, $4)
          on conflict (space, channel) do update
          set value = excluded.value, changed_at_ms = excluded.changed_at_ms`,
        values: [space, channel, value, nowMs()],
      });
    },
  };
}

/** What holds in a channel: its own choice, else the space's, else the default. */
export function settingsAt(
  chosen: ChosenSettings,
  channel: string,
  defaults: Settings = DEFAULT_SETTINGS,
): Settings {
  return { ...defaults, ...chosen.get(WHOLE_SPACE), ...chosen.get(channel) };
}

/** A choice that no longer fits counts as none, field by field: one bad value must not switch a channel back on. */
function parse(text: string): SomeSettings {
  const raw: unknown = JSON.parse(text);
  const whole = someSettings.safeParse(raw);
  if (whole.success) return whole.data;
  const bad = new Set(whole.error.issues.map(({ path: [field] }) => field));
  const good = Object.entries(raw ?? {}).filter(([field]) => !bad.has(field));
  return someSettings.parse(Object.fromEntries(good));
}
