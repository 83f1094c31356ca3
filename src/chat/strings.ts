import type { Decision, Premise, Reason, Source } from "../knowledge/model.js";
import type { Length } from "./length.js";
import type { CitationFormat } from "./part.js";

/** What is said of a kind of source, whatever its words. */
interface Examination {
  readonly kind: string;
  readonly can: string;
  readonly cannot: string;
  readonly ask: readonly [string, string, string];
}

/** Every word that the bot says of its own accord; all else comes from the entries. English. */
export const STRINGS = {
  proposed: (date: string, by: string) => `Proposed ${date} by ${by}.`,
  putForward: (date: string, by: string) => `Put forward ${date} by ${by}.`,
  record: "How we know:",
  whyTitle: "Why",
  sourcesTitle: "Sources",
  aftermathTitle: "What happened next",
  otherSideItem: "The other side",
  caseForTitle: "The case for it",
  forItTitle: "Who was for it",
  within: (party: string) => `Within ${party}`,
  againstTitle: "What is held against these reasons",
  plainItem: "In plain words",
  usualItem: "In the usual words",
  knownThenTitle: "What was known then",
  side: { for: "For it:", against: "Against it:" },
  changedTitle: "What changed",
  correctionsTitle: "Common errors",
  otherSide: "But:",
  dissent: "For it:",
  correctionTruth: "The record:",
  moreReasons: (count: number) =>
    count === 1
      ? "One more reason in the full answer."
      : `${count} more reasons in the full answer.`,
  entryLine: (entry: string, reviewed: string) =>
    `${entry} · reviewed ${reviewed} · curated from sources, not generated`,
  unverified: "not yet verified",
  translation: "In English:",
  seen: {
    passage: "read",
    heading: "document seen, passage not read",
    none: "not seen",
  } satisfies Record<Reason["cites"][number]["seen"], string>,
  outcome: {
    rejected: "rejected it",
    declined: "declined it",
    "voted-down": "voted it down",
    vetoed: "vetoed it",
    unanswered: "left it unanswered",
    lapsed: "let it drop",
    accepted: "accepted it",
  } satisfies Record<Decision["outcome"], string>,
  vote: (votesFor: number, against: number, needed: string | undefined) =>
    `${votesFor} for, ${against} against${needed ? ` (needed: ${needed})` : ""}.`,
  strength: {
    documented: "documented",
    inferred: "inferred",
    contested: "contested",
  } satisfies Record<Reason["strength"], string>,
  voice: {
    "said-then": "said at the time",
    "judged-since": "historians' judgement",
  } satisfies Record<Reason["voice"], string>,
  toldLater: "said at the time, as told later",
  verdict: {
    adopted: "It was adopted",
    "partly-adopted": "It was adopted in part",
    "never-proposed": "It was never proposed",
    "refused-by-another": "Somebody else refused it",
  } satisfies Record<Premise["verdict"], string>,
  believed: "Often believed:",
  premiseTitle: "About that premise",
  related: "Related:",
  nothingHere: "The entry says nothing about this.",
  choicesTitle: "Which of these do you mean?",
  choicesHint:
    "Choose it from the menu, or ask with its title. If it is none of these, the collection has no entry on it yet.",
  unknownTitle: "No entry on this",
  unknown:
    "The collection has no reviewed entry on this, so there is no answer. It covers proposals in history that were turned down.",
  nearest: "Nearest titles, which may not be what you mean:",
  helpTitle: "Why was it turned down?",
  help: "Ask why a proposal in history was rejected, in your own words. The answer gives the reasons, who held them, how sure we are, and sources that you can open. Nothing is generated.",
  helpExamples: "For example:",
  menuLabel: "More...",
  examineTitle: "Examine a source",
  examineOther: "Another source of this case",
  examineCut: (shown: number, all: number) =>
    `The menu has the first ${shown} of this case's ${all} sources.`,
  examineUses: "What rests on it here",
  examineCan: "What it can and cannot tell",
  examineAsk: "Three questions to ask of it",
  unnamed: "not named",
  fact: {
    by: "Made by",
    to: "To",
    written: "Written",
    published: "Published",
    kind: "Kind",
    keptAt: "Kept at",
    language: "Language",
    access: "To read it",
  },
  access: {
    open: "open to everybody",
    library: "in a library",
    paywall: "behind a paywall",
  },
  examine: {
    primary: {
      kind: "a primary source, from those who took part or were there",
      can: "It can show what its maker said, wanted or recorded at the time.",
      cannot: "It cannot show alone that this was the whole of the motives, or that it was true.",
      ask: [
        "Who was meant to read or hear this, and what should they think or do?",
        "What did its maker know at that moment, and what not yet?",
        "What would a document of the other side say about the same day?",
      ],
    },
    scholarly: {
      kind: "the work of a scholar, written afterwards",
      can: "It can weigh many documents against each other and say what followed.",
      cannot:
        "It cannot replace them: it is a judgement, made at its own time and from what was open then.",
      ask: [
        "Which documents does the author rest this on, and can they be read?",
        "What was closed to the author that has been opened since?",
        "Which historian disagrees, and about the facts or about their weight?",
      ],
    },
    press: {
      kind: "a report in the press",
      can: "It can show what the public was told, and when.",
      cannot: "It cannot show what was said behind closed doors, or how the reporter came to know.",
      ask: [
        "Whose words does the report pass on, and who chose them?",
        "How close was the reporter to what happened, in place and in days?",
        "Did other papers, at home and abroad, report it alike?",
      ],
    },
    reference: {
      kind: "a work of reference",
      can: "It can give dates, names and the state of common knowledge.",
      cannot: "It cannot settle what is disputed: it seldom shows how it knows.",
      ask: [
        "Which works does the article itself rest on?",
        "When was it last revised, and by whom?",
        "What does it leave out for want of space?",
      ],
    },
    community: {
      kind: "a contribution from a community of readers",
      can: "It can show how the question is asked and answered today.",
      cannot: "It cannot carry a claim alone: nobody had to check it.",
      ask: [
        "Does the writer say where this comes from?",
        "Which of the claims can be found in a document of the time?",
        "What did others reply?",
      ],
    },
  } satisfies Record<Source["custom"]["class"], Examination>,
  browseLabel: "Browse the collection",
  browseTitle: "The collection",
  browseCount: (cases: number) => `${cases} proposals that were turned down.`,
  browse: {
    period: "By time",
    party: "By who turned it down",
    facet: "By kind of reason",
    recent: "Recently reviewed",
  },
  browseHeading: (label: string, cases: number) => `${label} (${cases})`,
  browseRange: (from: number, to: number, all: number) => `${from} to ${to} of ${all}`,
  browseBack: "Back",
  period: (from: string, to: string) => (from === "" ? "Years BC" : `${from}-${to}`),
  browseButton: "Browse the collection",
  reviewedOn: (day: string) => `Reviewed ${day}`,
  goneTitle: "No longer told",
  mergedInto: (title: string) => `Now told under “${title}”.`,
  sameReasons: "Others turned down for this reason",
  sameReasonsTitle: "Others turned down for the same kinds of reason",
  noneOfThese: "None of these",
  chooseLabel: "Choose the one you mean",
  relatedLabel: "Open a related case",
  nearestLabel: "Open one of these",
  citeItem: (format: string) => `Cite: ${format}`,
  citationsTitle: (format: string) => `Sources, ${format}`,
  citationFormat: {
    chicago: "Chicago",
    mla: "MLA",
    apa: "APA",
    bibtex: "BibTeX",
    ris: "RIS (Zotero, EndNote)",
  } satisfies Record<CitationFormat, string>,
  moreButton: "More detail",
  shortButton: "Shorter",
  sourcesButton: "Sources",
  shareButton: "Share here",
  dismissButton: "Dismiss",
  pageLine: (page: number, pageCount: number) => `page ${page} of ${pageCount}`,
  pageButton: (page: number, pageCount: number) => `Page ${page} of ${pageCount}`,
  /** Joins what stands at the foot of a page. */
  footSeparator: " · ",
  cutNotice: "(cut here; the entry has the rest)",
  changedSince: "This entry has changed since that answer. Here is how it stands now.",
  movedSince: "That entry has been merged into this one since.",
  withdrawn: (why: string) => `This entry was withdrawn: ${why}`,
  entryGone: "This entry is no longer in the collection.",
  oldButton: "This button is too old to be understood. Please ask again.",
  sharedBefore: "It has been shared here already.",
  notThere: (missing: readonly string[]) =>
    `I may not write where you asked${missing.length > 0 ? ` (the server has not given me: ${missing.join(", ")})` : ""}, so here is the answer. The slash command works there all the same.`,
  noMentionsHere: (missing: readonly string[]) =>
    `Mentions cannot be answered here: the server has not given me ${missing.join(", ")}. The slash command works all the same.`,
  onlyAsker: "Only the person who asked, or a moderator, can dismiss this.",
  failed: (reference: string) =>
    `Something went wrong on our side, and this was not answered. Please try again. (${reference})`,
  hiddenHere: "Those who manage this place have switched this case off here.",
  evidenceQuestion: "The question",
  evidenceTask:
    "Which reasons do you find in the sources below? Who says so, and when? The reasons that the collection gives are shown when whoever teaches here reveals them.",
  mayNotShare: "Those who manage this place have not allowed you to share answers here.",
  revealButton: "Reveal the reasons",
  sendButton: "Ask the curators",
  feedbackItem: {
    helpful: "This was helpful",
    unhelpful: "This was not helpful",
    report: "Report a problem",
  },
  askButton: "Search",
  askFormTitle: "Why was it turned down?",
  askFormCase: "Find a case",
  askFormCaseHint: "Type a name",
  askFormQuestion: "Or ask in your own words",
  askFormParty: "Whose refusal you mean",
  askFormPartyHint: "A state, a body or a person; may be left empty",
  askFormLength: "How much to tell",
  lengthName: {
    short: "In short: one screen",
    full: "In full",
    plain: "In plain words",
  } satisfies Record<Length, string>,
  askFormWhere: "Answer in",
  askFormWhereHint: "Left empty, only you see the answer",
  askFormNothing: "Type a question here, or pick a case above.",
  askFormSubmit: "Ask",
  askFormCancel: "Cancel",
  fileSent: (name: string) => `The sources are in the file ${name}, in this conversation.`,
  promptsTitle: "For example",
  frontCount: (cases: number, reviewed: string) =>
    `${cases} cases, every one of them reviewed, the last on ${reviewed}.`,
} as const;
