import type { DeskAction } from "../chat/desk-action.js";
import type { FormValues } from "../chat/form.js";
import { StoreFailure } from "../store/failure.js";
import { type DeskAnswer, formId, formParts, opens, say } from "./answers.js";
import type { Customer, Office } from "./customer.js";
import { reportForm, sendForm } from "./letter-forms.js";
import { takeQuestion, takeReport } from "./letters.js";
import {
  forgetSettings,
  openSettings,
  takeSettings,
  tellInsight,
  whyNotManager,
} from "./manage.js";
import { reveal } from "./reveal.js";
import { SCOPES, type Scope } from "./settings-form.js";
import { STRINGS } from "./strings.js";
import { vote } from "./vote.js";

/** What can be done at the desk beside asking. */
export interface Service {
  /** A vote, a report, a question for the curators, reasons revealed. */
  act(action: DeskAction): Promise<DeskAnswer>;
  /** Takes a form that was filled in. */
  submit(formId: string, values: FormValues): Promise<DeskAnswer>;
  /**
   * The settings' form, for everywhere unless the word is "channel"; with "as-everywhere" the channel follows the whole
   * space again.
   */
  settings(where: string): Promise<DeskAnswer>;
  insight(): Promise<DeskAnswer>;
}

/** Whatever cannot be kept is said politely; nothing here fails for want of a store. */
export function serve(office: Office, customer: Customer): Service {
  const act = async (action: DeskAction): Promise<DeskAnswer> => {
    switch (action.name) {
      case "helpful":
      case "unhelpful":
        return vote(office, customer, action);
      case "reveal":
        return reveal(office, customer, action);
      case "report":
        return opens(reportForm(formId("report", action.caseId, action.revision)));
      case "send":
        return customer.visitor.id === action.asker
          ? opens(sendForm(formId("send"), action.words))
          : say(STRINGS.sendOnlyAsker);
    }
  };
  const submit = async (id: string, values: FormValues): Promise<DeskAnswer> => {
    const [name, first = "", second = ""] = formParts(id);
    if (name === "report") {
      return takeReport(office, customer, { caseId: first, revision: second }, values);
    }
    if (name === "send") return takeQuestion(office, customer, values);
    const scope = scopeOf(first);
    if (name !== "settings" || !scope) return say(STRINGS.formGone);
    return forManagers(() => takeSettings(office, customer, scope, values));
  };
  const forManagers = async (work: () => Promise<DeskAnswer>): Promise<DeskAnswer> => {
    const why = await whyNotManager(customer);
    return why === undefined ? work() : say(why);
  };
  return {
    act: (action) => politely(() => act(action)),
    submit: (id, values) => politely(() => submit(id, values)),
    settings: (where) =>
      politely(() =>
        forManagers(() =>
          where === AS_EVERYWHERE
            ? forgetSettings(office, customer)
            : openSettings(office, customer, scopeOf(where) ?? "everywhere"),
        ),
      ),
    insight: () => politely(() => forManagers(() => tellInsight(office, customer))),
  };
}

/** What the settings command also takes (SETTINGS_COMMAND). */
const AS_EVERYWHERE = "as-everywhere";

function scopeOf(word: string): Scope | undefined {
  return SCOPES.find((one) => one === word);
}

async function politely(work: () => Promise<DeskAnswer>): Promise<DeskAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFailure) return say(STRINGS.cannotKeep);
    throw error;
  }
}
