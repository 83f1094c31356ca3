import { numberCitations } from "../answer/numbering.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import { dateInWords } from "../knowledge/dates.js";
import type { Case } from "../knowledge/model.js";
import { presentSources } from "./present-sources.js";
import { plain, type Text } from "./reply.js";
import { STRINGS } from "./strings.js";

/**
 * A case for a class that is to find the reasons itself: what was proposed, who answered, and every source with what it
 * says. Neither summary nor reasons.
 */
export function presentEvidence(base: KnowledgeBase, entry: Case): Text {
  const { proposal, decisions, curated, id, revision } = entry;
  const numbering = numberCitations(entry);
  const names = (ids: readonly string[]) => ids.map((one) => base.partyName(one)).join(", ");
  return {
    blocks: [
      { type: "title", text: entry.title },
      {
        type: "small",
        spans: [plain(STRINGS.proposed(dateInWords(proposal.date), names(proposal.by)))],
      },
      { type: "paragraph", spans: [plain(proposal.what)] },
      { type: "heading", text: STRINGS.evidenceQuestion },
      { type: "paragraph", spans: [plain(entry.question)] },
      {
        type: "list",
        items: decisions.map(({ by, outcome }) => ({
          spans: [plain(`${base.partyName(by)}: ${STRINGS.outcome[outcome]}.`)],
        })),
      },
      { type: "paragraph", spans: [plain(STRINGS.evidenceTask)] },
      ...presentSources(
        base,
        entry,
        numbering,
        numbering.all.map(({ citation }) => citation),
        { withQuotations: true },
      ),
    ],
    foot: STRINGS.entryLine(`${id}@${revision}`, dateInWords(curated.reviewed)),
  };
}
