import type { CaseDeskAction } from "../chat/desk-action.js";
import { note } from "../chat/reply.js";
import { StoreFailure } from "../store/failure.js";
import { REVEALED_CASES_MAX } from "../store/settings.js";
import { type DeskAnswer, say } from "./answers.js";
import type { Customer, Office } from "./customer.js";
import { STRINGS } from "./strings.js";

/** Shows everybody the reasons of a case whose sources came first; from then on they can be opened in this channel. */
export async function reveal(
  office: Office,
  customer: Customer,
  { caseId, revision }: CaseDeskAction,
): Promise<DeskAnswer> {
  const { visitor, rules, chatUnder } = customer;
  if (!(await visitor.isManager())) return say(STRINGS.onlyManagers);
  const isKept = await keepRevealed(office, customer, caseId);
  const revealedCases = new Set([...rules.revealedCases, caseId]);
  const reply = chatUnder({ ...rules, revealedCases }).open(
    {
      name: "show",
      caseId,
      revision,
      part: "reasons",
      length: rules.isPlain ? "plain" : "short",
      partyIndexes: [],
      page: 0,
      asker: visitor.id,
    },
    false,
  );
  const blocks = isKept ? reply.blocks : [note(STRINGS.revealUnkept), ...reply.blocks];
  return { kind: "reply", reply: { ...reply, blocks }, isPrivate: false };
}

/** A dead store does not keep a teacher from going on with the lesson. */
async function keepRevealed(
  { book }: Office,
  { place }: Customer,
  caseId: string,
): Promise<boolean> {
  try {
    await book.choose(place, (before) => ({
      ...before,
      // The oldest fall out, and are evidence again.
      revealedCases: [...before.revealedCases.filter((id) => id !== caseId), caseId].slice(
        -REVEALED_CASES_MAX,
      ),
    }));
    return true;
  } catch (error) {
    if (error instanceof StoreFailure) return false;
    throw error;
  }
}
