import { type Numbering, numberCitations } from "../answer/numbering.js";
import type { Outcome } from "../answer/outcome.js";
import { orderedReasons } from "../answer/reasons.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import { dateInWords } from "../knowledge/dates.js";
import type { Case, Citation, Decision, Reason } from "../knowledge/model.js";
import { isVerified } from "../knowledge/verified.js";
import { isPlain, type ToldLength, tellsAll } from "./length.js";
import { presentBelief } from "./present-premise.js";
import { presentSources } from "./present-sources.js";
import {
  type Block,
  emphasis,
  type ListItem,
  plain,
  type Span,
  strong,
  type Text,
} from "./reply.js";
import { STRINGS } from "./strings.js";

type Answer = Extract<Outcome, { kind: "answer" }>;

/** A case in the making: its numbering, and every citation that the blocks so far refer to. */
interface Draft {
  readonly base: KnowledgeBase;
  readonly entry: Case;
  readonly numbering: Numbering;
  readonly cited: Citation[];
}

/** Reasons on the first card, and sources that a decision and a reason name there: one phone screen, one page. */
const SHORT_REASONS_MAX = 4;
const SHORT_DECISION_CITES_MAX = 1;
const SHORT_REASON_CITES_MAX = 1;

/** An answer: the part of the case that was asked for, the sources that it cites, and which entry it is. */
export function presentCase(base: KnowledgeBase, answer: Answer, length: ToldLength): Text {
  const { id, revision, curated } = answer.entry;
  return {
    blocks: presentView(base, answer, length),
    foot: STRINGS.entryLine(`${id}@${revision}`, dateInWords(curated.reviewed)),
  };
}

function presentView(
  base: KnowledgeBase,
  { entry, parties, view, beside }: Answer,
  length: ToldLength,
): Block[] {
  const draft: Draft = {
    base,
    entry,
    numbering: numberCitations(entry),
    cited: [],
  };
  const part = {
    reasons: () => reasonsView(draft, parties, length),
    sources: () => [],
    aftermath: () => aftermathView(draft),
    "case-for": () => caseForView(draft),
    corrections: () => correctionsView(draft),
  }[view]();
  const cited =
    view === "sources" ? draft.numbering.all.map(({ citation }) => citation) : draft.cited;
  return [
    { type: "title", text: entry.title },
    proposalLine(draft),
    ...(beside && view === "reasons" ? [presentBelief(base, beside)] : []),
    ...part,
    ...presentSources(base, entry, draft.numbering, cited, {
      withQuotations: view === "sources" || length === "full",
    }),
  ];
}

/** "Proposed on 17 March 1938 by the Soviet Union." */
function proposalLine({ base, entry }: Draft): Block {
  const by = joined(entry.proposal.by.map((id) => base.partyName(id)));
  return {
    type: "small",
    spans: [plain(STRINGS.proposed(dateInWords(entry.proposal.date), by))],
  };
}

function reasonsView(draft: Draft, parties: readonly string[], length: ToldLength): Block[] {
  const { entry } = draft;
  const decisions = [...entry.decisions].sort(
    (a, b) => Number(parties.includes(b.by)) - Number(parties.includes(a.by)),
  );
  const reasons = orderedReasons(entry, parties);
  const shown = tellsAll(length) ? reasons : reasons.slice(0, SHORT_REASONS_MAX);
  const left = reasons.length - shown.length;
  return [
    { type: "list", items: decisions.map((decision) => decisionItem(draft, decision, length)) },
    { type: "paragraph", spans: [plain(entry.in_short)] },
    { type: "heading", text: STRINGS.whyTitle },
    { type: "list", items: shown.map((reason) => reasonItem(draft, reason, length)) },
    ...(left > 0 ? [{ type: "small", spans: [plain(STRINGS.moreReasons(left))] } as const] : []),
  ];
}

function decisionItem(draft: Draft, decision: Decision, length: ToldLength): ListItem {
  const { by, outcome, date, how, vote, dissent, cites } = decision;
  const when = date ? `, ${dateInWords(date)}` : "";
  return {
    spans: [
      strong(`${capitalised(draft.base.partyName(by))} ${STRINGS.outcome[outcome]}${when}.`),
      plain(` ${how}`),
      ...(vote ? [plain(` ${STRINGS.vote(vote.for, vote.against, vote.needed)}`)] : []),
      ...(dissent && length === "full" ? [plain(` ${STRINGS.dissent} ${dissent}`)] : []),
      ...numbers(draft, cites, length === "full" ? undefined : SHORT_DECISION_CITES_MAX),
    ],
  };
}

function reasonItem(draft: Draft, reason: Reason, length: ToldLength): ListItem {
  const { held_by, claim, detail, strength, voice, cites, against } = reason;
  const citesMax = length === "full" ? undefined : SHORT_REASON_CITES_MAX;
  const verified = isVerified(reason, (id) => draft.base.findSource(draft.entry, id));
  const grade = [
    STRINGS.strength[strength],
    STRINGS.voice[voice],
    ...(verified ? [] : [STRINGS.unverified]),
  ].join(", ");
  return {
    spans: [
      strong(`${capitalised(holdersLine(draft.base, held_by))}:`),
      plain(` ${isPlain(length) ? reason.plain : claim}`),
      ...(length === "full" ? [plain(` ${detail}`)] : []),
      emphasis(` (${grade})`),
      ...numbers(draft, cites, citesMax),
      ...(against && (length === "full" || strength === "contested")
        ? [
            plain(` ${STRINGS.otherSide} ${against.claim}`),
            ...numbers(draft, against.cites, citesMax),
          ]
        : []),
    ],
  };
}

/** "Britain (Neville Chamberlain)": the parties, and behind them the persons who are named. */
function holdersLine(base: KnowledgeBase, heldBy: readonly string[]): string {
  const isPerson = (id: string) => base.parties[id]?.kind === "person";
  const parties = heldBy.filter((id) => !isPerson(id)).map((id) => base.partyName(id));
  const persons = heldBy.filter(isPerson).map((id) => base.partyName(id));
  if (parties.length === 0) return joined(persons);
  return joined(parties) + (persons.length > 0 ? ` (${joined(persons)})` : "");
}

function aftermathView(draft: Draft): Block[] {
  const items = draft.entry.aftermath.map(({ date, event, cites }) => ({
    spans: [
      ...(date ? [strong(`${capitalised(dateInWords(date))}:`), plain(" ")] : []),
      plain(event),
      ...numbers(draft, cites),
    ],
  }));
  return listView(STRINGS.aftermathTitle, items);
}

/** What spoke for the proposal, who was for it, and what is held against the reasons that are given. */
function caseForView(draft: Draft): Block[] {
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
    against
      ? [
          {
            spans: [
              emphasis(claim),
              plain(` ${STRINGS.otherSide} ${against.claim}`),
              ...numbers(draft, against.cites),
            ],
          },
        ]
      : [],
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

function correctionsView(draft: Draft): Block[] {
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

/**
 * " [1][4]", and a note that these are cited.
 *
 * @param max - how many are named: the first are the strongest
 */
function numbers(
  draft: Draft,
  cites: readonly Citation[],
  max: number = Number.POSITIVE_INFINITY,
): Span[] {
  const named = cites.slice(0, max);
  draft.cited.push(...named);
  const marks = draft.numbering.numbersOf(named).map((n) => `[${n}]`);
  return marks.length > 0 ? [plain(` ${marks.join("")}`)] : [];
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
