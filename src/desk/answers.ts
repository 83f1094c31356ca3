import type { Form } from "../chat/form.js";
import { type Reply, textReply } from "../chat/reply.js";

/** What is done for somebody: a reply, to them alone or to everybody, or a form for them to fill in. */
export type DeskAnswer =
  | { readonly kind: "reply"; readonly reply: Reply; readonly isPrivate: boolean }
  | { readonly kind: "form"; readonly form: Form };

export function say(text: string): DeskAnswer {
  return toThem(textReply(text));
}

export function toThem(reply: Reply): DeskAnswer {
  return { kind: "reply", reply, isPrivate: true };
}

export function opens(form: Form): DeskAnswer {
  return { kind: "form", form };
}

/** The forms of the desk, among a platform's others. */
export const FORM_PREFIX = "desk|";

/** @example formId("report", "baruch-plan-1946", "1a2b3c"); // "desk|report|baruch-plan-1946|1a2b3c" */
export function formId(...parts: string[]): string {
  return FORM_PREFIX + parts.join("|");
}

/** The parts of a form's id; none where it is no form of the desk. */
export function formParts(id: string): string[] {
  return id.startsWith(FORM_PREFIX) ? id.slice(FORM_PREFIX.length).split("|") : [];
}
