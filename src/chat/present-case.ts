import { numberCitations } from "../answer/numbering.js";
import type { Outcome } from "../answer/outcome.js";
import { orderedReasons } from "../answer/reasons.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import { dateInWords, datesInWords } from "../knowledge/dates.js";
import type { Decision, Reason } from "../knowledge/model.js";
import { isVerified } from "../knowledge/verified.js";
import { areWitnessesLate, isToldLater } from "../knowledge/witnesses.js";
import { againstLine, capitalised, type Draft, joined, numbers, sourceOf } from "./case-draft.js";
import { isPlain, type ToldLength, tellsAll } from "./length.js";
import {
  aftermathView,
  caseForView,
  changedView,
  correctionsView,
  knownThenView,
} from "./present-case-parts.js";
import { presentBelief } from "./present-premise.js";
import { presentSources } from "./present-sources.js";
import { type Block, emphasis, type ListItem, plain, strong, type Text } from "./reply.js";
import { STRINGS } from "./strings.js";

type Answer = Extract<Outcome, { kind: "answer" }>;

/** Reasons on the first card, and sources that a decision and a reason name there: one phone screen, one page. */
const SHORT_REASONS_MAX = 4;
/** The same where the card has to say how late the witnesses are, which takes the room of a reason. */
const SHORT_REASONS_LATE_MAX = 3;
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
    "known-then": () => knownThenView(draft),
    changed: () => changedView(draft),
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

/** "Proposed 17 March 1938 by the Soviet Union." An idea is put forward. */
function proposalLine({ base, entry }: Draft): Block {
  const by = joined(entry.proposal.by.map((id) => base.partyName(id)));
  const words = entry.kind === "idea" ? STRINGS.putForward : STRINGS.proposed;
  return { type: "small", spans: [plain(words(datesInWords(entry.proposal), by))] };
}

function reasonsView(draft: Draft, parties: readonly string[], length: ToldLength): Block[] {
  const { entry } = draft;
  const decisions = [...entry.decisions].sort(
    (a, b) => Number(parties.includes(b.by)) - Number(parties.includes(a.by)),
  );
  const reasons = orderedReasons(entry, parties);
  const isFull = tellsAll(length);
  const record = isFull || areWitnessesLate(entry, sourceOf(draft)) ? recordLine(draft) : [];
  const max = record.length > 0 ? SHORT_REASONS_LATE_MAX : SHORT_REASONS_MAX;
  const shown = isFull ? reasons : reasons.slice(0, max);
  const left = reasons.length - shown.length;
  return [
    { type: "list", items: decisions.map((decision) => decisionItem(draft, decision, length)) },
    { type: "paragraph", spans: [plain(entry.in_short)] },
    ...record,
    { type: "heading", text: STRINGS.whyTitle },
    { type: "list", items: shown.map((reason) => reasonItem(draft, reason, length)) },
    ...(left > 0 ? [{ type: "small", spans: [plain(STRINGS.moreReasons(left))] } as const] : []),
    ...(isFull && entry.kind === "idea" ? [...knownThenView(draft), ...changedView(draft)] : []),
  ];
}

/** How we know: how late and how partial the witnesses are. */
function recordLine(draft: Draft): Block[] {
  const { record } = draft.entry;
  if (!record) return [];
  return [
    {
      type: "paragraph",
      spans: [emphasis(STRINGS.record), plain(` ${record.text}`), ...numbers(draft, record.cites)],
    },
  ];
}

function decisionItem(draft: Draft, decision: Decision, length: ToldLength): ListItem {
  const { by, outcome, date, old_style, how, vote, dissent, cites } = decision;
  const when = date ? `, ${datesInWords({ date, old_style })}` : "";
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
  const verified = isVerified(reason, sourceOf(draft));
  const grade = [
    STRINGS.strength[strength],
    isToldLater(reason, draft.entry, sourceOf(draft)) ? STRINGS.toldLater : STRINGS.voice[voice],
    ...(verified ? [] : [STRINGS.unverified]),
  ].join(", ");
  return {
    spans: [
      strong(`${capitalised(holdersLine(draft.base, held_by))}:`),
      plain(` ${isPlain(length) ? reason.plain : claim}`),
      emphasis(` (${grade})`),
      ...numbers(draft, cites, citesMax),
    ],
    below: [
      ...(length === "full" ? [[plain(detail)]] : []),
      ...(against && (length === "full" || strength === "contested")
        ? [againstLine(draft, against, citesMax)]
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
