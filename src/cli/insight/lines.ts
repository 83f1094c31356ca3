import type { Insight } from "../../desk/insight.js";

/** Enough of an id to tell letters apart. */
const ID_CHARS = 8;

/** Everything, as lines of text. Pure. */
export function insightLines({ votes, questions, reports, reviewsDue }: Insight): string[] {
  const sum = (name: "helpful" | "unhelpful") => votes.reduce((all, one) => all + one[name], 0);
  const all = sum("helpful") + sum("unhelpful");
  const share =
    all === 0 ? "none" : `${all}, helpful: ${Math.round((sum("helpful") / all) * 100)} %`;
  return [
    `votes: ${share}`,
    ...votes.map(
      ({ caseId, helpful, unhelpful }) => `  ${caseId}: ${helpful} helpful, ${unhelpful} not`,
    ),
    "",
    `questions to the curators: ${questions.length}`,
    ...questions.map(({ id, sentAtMs, space, words }) =>
      oneLine(`  ${id.slice(0, ID_CHARS)} ${dayOf(sentAtMs)} ${space}: ${words}`),
    ),
    "",
    `reports: ${reports.length}`,
    ...reports.map(({ id, sentAtMs, caseId, revision, words, source }) =>
      oneLine(
        `  ${id.slice(0, ID_CHARS)} ${dayOf(sentAtMs)} ${caseId}@${revision}: ${words} [${source}]`,
      ),
    ),
    "",
    `reviews due: ${reviewsDue.length === 0 ? "none" : reviewsDue.join(", ")}`,
  ];
}

const COLUMNS = [
  "kind",
  "id",
  "date",
  "space",
  "case",
  "revision",
  "helpful",
  "unhelpful",
  "words",
  "source",
];
type Row = Readonly<Record<string, string | number>>;

/** The same as a table for other programs (RFC 4180): one row a case with votes, a letter, a review due. Pure. */
export function insightCsv({ votes, questions, reports, reviewsDue }: Insight): string {
  const rows: Row[] = [
    ...votes.map(({ caseId, helpful, unhelpful }) => ({
      kind: "votes",
      case: caseId,
      helpful,
      unhelpful,
    })),
    ...questions.map(({ id, sentAtMs, space, words }) => ({
      kind: "question",
      id,
      date: dayOf(sentAtMs),
      space,
      words,
    })),
    ...reports.map(({ id, sentAtMs, space, caseId, revision, words, source }) => ({
      kind: "report",
      id,
      date: dayOf(sentAtMs),
      space,
      case: caseId,
      revision,
      words,
      source,
    })),
    ...reviewsDue.map((caseId) => ({ kind: "review-due", case: caseId })),
  ];
  const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))];
  return lines.map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
}

/** Strangers wrote some of it: a spreadsheet must not take it for a formula. */
function cell(value: string | number): string {
  const text = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Without what would steer a terminal. */
function oneLine(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/^ /, "  ")
    .replace(/\p{Cc}/gu, "");
}
