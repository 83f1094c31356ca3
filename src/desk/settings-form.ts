import type { Form, FormValues } from "../chat/form.js";
import { wordsIn } from "../chat/form.js";
import {
  ASKS_PER_MINUTE_MAX,
  HIDDEN_CASES_MAX,
  type Settings,
  SHARERS,
  VISIBILITIES,
} from "../store/settings.js";
import { STRINGS } from "./strings.js";

/** What settings are for: the whole space, or one channel. */
export const SCOPES = ["everywhere", "channel"] as const;
export type Scope = (typeof SCOPES)[number];

const SWITCHES = ["isOn", "isPlain", "isEvidenceFirst"] as const;
/** Room for as many ids as may be switched off, of forty characters each, with a line break. */
const HIDDEN_MAX_CHARS = 3000;

/** The settings as they are, to be changed. */
export function settingsForm(id: string, scope: Scope, now: Settings): Form {
  return {
    id,
    title: STRINGS.settingsTitle[scope],
    submit: STRINGS.settingsSubmit,
    fields: [
      {
        kind: "checks",
        id: "switches",
        label: STRINGS.field.switches,
        options: SWITCHES.map((value) => ({ value, label: STRINGS.switchOption[value] })),
        values: SWITCHES.filter((name) => now[name]),
      },
      {
        kind: "choice",
        id: "visibility",
        label: STRINGS.field.visibility,
        options: VISIBILITIES.map((value) => ({ value, label: STRINGS.visibilityOption[value] })),
        value: now.visibility,
      },
      {
        kind: "choice",
        id: "sharing",
        label: STRINGS.field.sharing,
        options: SHARERS.map((value) => ({ value, label: STRINGS.sharingOption[value] })),
        value: now.sharing,
      },
      {
        kind: "text",
        id: "rate",
        label: STRINGS.field.rate,
        value: String(now.asksPerMinute),
        isLong: false,
        isRequired: true,
        maxChars: 3,
      },
      {
        kind: "text",
        id: "hidden",
        label: STRINGS.field.hidden,
        hint: STRINGS.field.hiddenHint,
        value: now.hiddenCases.join("\n"),
        isLong: true,
        isRequired: false,
        maxChars: HIDDEN_MAX_CHARS,
      },
    ],
  };
}

/** What was chosen, or the word on why it cannot be. */
export type ReadSettings =
  | { readonly settings: Omit<Settings, "revealedCases"> }
  | { readonly problem: string };

/** @param isCase - whether the collection has a case of that id */
export function readSettings(values: FormValues, isCase: (id: string) => boolean): ReadSettings {
  const rate = wordsIn(values, "rate");
  const asksPerMinute = Number(rate);
  if (!/^\d+$/.test(rate) || asksPerMinute < 1 || asksPerMinute > ASKS_PER_MINUTE_MAX) {
    return { problem: STRINGS.settingsBadRate(ASKS_PER_MINUTE_MAX) };
  }
  const hiddenCases = [
    ...new Set(
      wordsIn(values, "hidden")
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ]
    // As it stands under an answer, with the revision, will do too.
    .map((id) => id.split("@")[0] ?? "");
  const unknown = hiddenCases.filter((id) => !isCase(id));
  if (unknown.length > 0) return { problem: STRINGS.settingsUnknownCases(unknown.slice(0, 5)) };
  if (hiddenCases.length > HIDDEN_CASES_MAX) {
    return { problem: STRINGS.settingsTooManyCases(HIDDEN_CASES_MAX) };
  }
  const on = new Set(values.get("switches"));
  return {
    settings: {
      isOn: on.has("isOn"),
      isPlain: on.has("isPlain"),
      isEvidenceFirst: on.has("isEvidenceFirst"),
      visibility: VISIBILITIES.find((one) => one === wordsIn(values, "visibility")) ?? "platform",
      sharing: SHARERS.find((one) => one === wordsIn(values, "sharing")) ?? "everyone",
      asksPerMinute,
      hiddenCases,
    },
  };
}
