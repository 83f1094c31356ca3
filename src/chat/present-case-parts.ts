import { datesInWords } from "../knowledge/dates.js";
import type { Case } from "../knowledge/model.js";
import { againstLine, capitalised, type Draft, numbers } from "./case-draft.js";
import { type Block, emphasis, type ListItem, plain, strong } from "./reply.js";
import { STRINGS } from "./strings.js";

export function aftermathView(draft: Draft): Block[] {
  const items = draft.entry.aftermath.map((event) => datedItem(draft, event, event.event));
  return listView(STRINGS.aftermathTitle, items);
}

function datedItem(
  draft: Draft,
  { date, old_style, cites }: Pick<Case["aftermath"][number], "date" | "old_style" | "cites">,
  text: string,
): ListItem {
  const when = date && capitalised(datesInWords({ date, old_style }));
  return {
    spans: [
      ...(when ? [strong(`${when}:`), plain(" ")] : []),
      plain(text),
      ...numbers(draft, cites),
    ],
  };
}

export function knownThenView(draft: Draft): Block[] {
  const { evidence_then: evidence = [] } = draft.entry;
  const items = evidence.map(({ side, claim, cites }) => ({
    spans: [strong(STRINGS.side[side]), plain(` ${claim}`), ...numbers(draft, cites)],
  }));
  return listView(STRINGS.knownThenTitle, items);
}

export function changedView(draft: Draft): Block[] {
  const { accepted } = draft.entry;
  return listView(
    STRINGS.changedTitle,
    accepted ? [datedItem(draft, accepted, accepted.text)] : [],
  );
}

/** What spoke for the proposal, who was for it, and what is held against the reasons that are given. */
export function caseForView(draft: Draft): Block[] {
  const { case_for: caseFor, decisions, reasons } = draft.entry;
  const forIt = caseFor ? [{ spans: [plain(caseFor.text), ...numbers(draft, caseFor.cites)] }] : [];
  const people = decisions.flatMap(({ by, outcome, dissent, how, cites }) => {
    const said = dissent ?? (outcome === "accepted" ? how : undefined);
    const party = draft.base.partyName(by);
    const name = dissent ? STRINGS.within(party) : capitalised(party);
    return said
      ? [{ spans: [strong(`${name}:`), plain(` ${said}`), ...numbers(draft, cites)] }]
      : [];
  });
  const counter = reasons.flatMap(({ claim, against }) =>
    against ? [{ spans: [strong(claim)], below: [againstLine(draft, against)] }] : [],
  );
  return [
    ...(forIt.length > 0 ? listView(STRINGS.caseForTitle, forIt) : []),
    ...(people.length > 0 ? listView(STRINGS.forItTitle, people) : []),
    ...(counter.length > 0 ? listView(STRINGS.againstTitle, counter) : []),
    ...(forIt.length + people.length + counter.length > 0
      ? []
      : listView(STRINGS.otherSideItem, [])),
  ];
}

export function correctionsView(draft: Draft): Block[] {
  const items = draft.entry.corrections.map(({ claim, truth, cites }) => ({
    spans: [
      emphasis(claim),
      plain(` ${STRINGS.correctionTruth} ${truth}`),
      ...numbers(draft, cites),
    ],
  }));
  return listView(STRINGS.correctionsTitle, items);
}

function listView(title: string, items: readonly ListItem[]): Block[] {
  return [
    { type: "heading", text: title },
    items.length > 0
      ? { type: "list", items }
      : { type: "paragraph", spans: [plain(STRINGS.nothingHere)] },
  ];
}
