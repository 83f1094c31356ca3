import type { CaseDeskAction } from "../chat/desk-action.js";
import { note } from "../chat/reply.js";
import { type DeskAnswer, say, toThem } from "./answers.js";
import type { Customer, Office } from "./customer.js";
import { STRINGS } from "./strings.js";

/** Counts a vote. Whoever was not helped is offered to say why. */
export async function vote(
  { store }: Office,
  { place, visitor }: Customer,
  { name, caseId, revision }: CaseDeskAction,
): Promise<DeskAnswer> {
  const isHelpful = name === "helpful";
  const { space } = place;
  await store.votes.cast({ space, caseId, revision, personId: visitor.id, isHelpful });
  if (isHelpful) return say(STRINGS.voted.helpful);
  return toThem({
    blocks: [note(STRINGS.voted.unhelpful)],
    buttons: [{ label: STRINGS.reportButton, action: { name: "report", caseId, revision } }],
  });
}
