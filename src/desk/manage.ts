import type { FormValues } from "../chat/form.js";
import { WHOLE_SPACE } from "../store/settings.js";
import { type DeskAnswer, formId, opens, say, toThem } from "./answers.js";
import type { Customer, Office } from "./customer.js";
import { gatherInsight, presentInsight } from "./insight.js";
import { readSettings, type Scope, settingsForm } from "./settings-form.js";
import { STRINGS } from "./strings.js";

/** Why somebody may not manage here; undefined where they may. The platform is asked, never what came with the form. */
export async function whyNotManager({ place, visitor }: Customer): Promise<string | undefined> {
  if (!place.isManaged) return STRINGS.noSettingsHere;
  return (await visitor.isManager()) ? undefined : STRINGS.onlyManagers;
}

export async function openSettings(
  { book }: Office,
  { place }: Customer,
  scope: Scope,
): Promise<DeskAnswer> {
  const where = scope === "channel" ? place : { ...place, channel: WHOLE_SPACE };
  return opens(settingsForm(formId("settings", scope), scope, await book.at(where)));
}

export async function takeSettings(
  { book, asker }: Office,
  { place }: Customer,
  scope: Scope,
  values: FormValues,
): Promise<DeskAnswer> {
  const read = readSettings(values, (id) => asker().base.findCase(id) !== undefined);
  if ("problem" in read) return say(read.problem);
  const where = scope === "channel" ? place : { ...place, channel: WHOLE_SPACE };
  await book.choose(where, ({ revealedCases }) => ({ ...read.settings, revealedCases }));
  return say(STRINGS.settingsSaved);
}

export async function forgetSettings({ book }: Office, { place }: Customer): Promise<DeskAnswer> {
  await book.forget(place);
  return say(STRINGS.settingsForgotten);
}

export async function tellInsight(
  { store, asker, nowMs }: Office,
  { place }: Customer,
): Promise<DeskAnswer> {
  return toThem(presentInsight(await gatherInsight(store, asker().base, nowMs(), place.space)));
}
