import { STUB_ID, STUB_MARK } from "../../knowledge/rules/no-stubs.js";

/** One argument of a text, to be checked: whose words they are, and the words. */
export interface SkeletonReason {
  readonly id: string;
  /** The words as they stand in the text; they go into a comment, never into the entry. */
  readonly words: string;
}

export interface SkeletonOptions {
  /** A question in somebody's words; else it is left to write. */
  readonly question?: string | undefined;
  /** One stub for each; else one empty stub. */
  readonly reasons?: readonly SkeletonReason[] | undefined;
  /** ISO date for `reviewed`. */
  readonly today: string;
}

const REASON_STUB: SkeletonReason = { id: "first-reason", words: "" };
const COMMENT_COLUMNS = 110;

/**
 * A commented skeleton of a case, as YAML. Every part that a person has to write is marked, and the check refuses it
 * until that is done.
 */
export function caseSkeleton({ question, reasons, today }: SkeletonOptions): string {
  const stubs = reasons && reasons.length > 0 ? reasons : [REASON_STUB];
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return `# A new case. Write what is marked ${STUB_MARK}, then run: npm run -s knowledge -- check
# Never write a quotation, page, number or address from memory: see it, or leave it out.
# knowledge/README.md explains every field; the other cases are examples.
title: ${STUB_MARK} what was proposed, with its year
question: ${quoted(question || `${STUB_MARK} Why did ... turn down ... in ...?`)}
# Six or more wordings as people really type them, bare negatives ("why didn't ...") among them.
asked_as:
  - ${STUB_MARK} another wording
# What the proposal is called; each name must lead to this case alone.
names:
  - ${STUB_MARK} a name
ambiguous_names: []
# For an idea that a science refused: kind: idea, and below evidence_then and accepted.
proposal:
  what: ${STUB_MARK} what was proposed, at most 40 words
  by: [${STUB_ID}]
  people: []
  to: [${STUB_ID}]
  date: "${STUB_MARK} 1938-03-17"
  cites:
    - source: first-source
      seen: none
# One for each party that answered.
decisions:
  - by: ${STUB_ID}
    outcome: rejected
    date: "${STUB_MARK} 1938-03-24"
    how: ${STUB_MARK} how and by whom the answer was given, one sentence
    cites:
      - source: first-source
        seen: none
in_short: ${STUB_MARK} the answer in at most 60 words; only what is cited below
# Where the witnesses are late or partial, how we know (60 words): record: {text: ..., cites: [...]}
# Strongest first. Two to six for each party, twelve in all at most.
reasons:
${stubs.map(reasonStub).join("\n")}
case_for:
  text: ${STUB_MARK} the strongest case for the proposal, as its authors would put it
  cites:
    - source: first-source
      seen: none
# Of an idea only: what was known then, for and against it (30 words each), and when and why it came to be held (60 words).
# evidence_then: [{side: against, claim: ..., cites: [...]}]
# accepted: {date: "1966", text: ..., cites: [...]}
aftermath: []
corrections: []
see_also: []
# To test the search with; readers never see them. At least ten and five.
questions:
  answer: []
  near_miss: []
sources:
  first-source:
    type: book
    title: ${STUB_MARK} the work's title
    custom: {class: scholarly, origin: who-first-said-it}
curated: {by: [${STUB_MARK} your name], reviewed: "${today}", review_by: "${nextYear}"}
status: current
`;
}

function reasonStub({ id, words }: SkeletonReason): string {
  const comment = words === "" ? "" : `${comments(`Unverified, from the text: ${words}`)}\n`;
  return `${comment}  - id: ${id}
    held_by: [${STUB_ID}]
    facet: ${STUB_ID}
    claim: ${STUB_MARK} one sentence, at most 25 words
    detail: ${STUB_MARK} who said it, when, to whom, in what document; at most 90 words
    plain: ${STUB_MARK} the claim again for a twelve-year-old
    voice: said-then
    strength: inferred
    cites:
      - source: first-source
        seen: none`;
}

/** Text as comment lines of a readable width. */
function comments(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < COMMENT_COLUMNS) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(`  # ${word}`);
    }
  }
  return lines.join("\n");
}

/** A YAML string on one line, whatever stands in it. */
function quoted(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, " ").trim());
}
