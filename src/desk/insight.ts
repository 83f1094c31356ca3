import { type Block, type ListItem, plain, type Reply } from "../chat/reply.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import { parseDate } from "../knowledge/dates.js";
import type { Report, SentQuestion } from "../store/letters.js";
import type { Store } from "../store/store.js";
import type { VoteCount } from "../store/votes.js";
import { truncate } from "../text.js";
import { STRINGS } from "./strings.js";

/** What people make of the answers, and what waits for the curators. */
export interface Insight {
  /** By case, those with most votes first; revisions taken together. */
  readonly votes: readonly Omit<VoteCount, "revision">[];
  readonly questions: readonly SentQuestion[];
  readonly reports: readonly Report[];
  /** Ids of cases whose review was due before today. */
  readonly reviewsDue: readonly string[];
}

/**
 * @param space - undefined: of all spaces together
 * @throws {StoreFailure} where the store does not answer
 */
export async function gatherInsight(
  { votes, questions, reports }: Pick<Store, "votes" | "questions" | "reports">,
  base: KnowledgeBase,
  todayMs: number,
  space?: string,
): Promise<Insight> {
  return {
    votes: byCase(await votes.count(space)),
    questions: await questions.list(space),
    reports: await reports.list(space),
    reviewsDue: base.current.flatMap(({ id, curated }) => {
      const due = parseDate(curated.review_by);
      return due && due.latestMs < todayMs ? [id] : [];
    }),
  };
}

function byCase(counts: readonly VoteCount[]): Insight["votes"] {
  const cases = new Map<string, { caseId: string; helpful: number; unhelpful: number }>();
  for (const { caseId, helpful, unhelpful } of counts) {
    const before = cases.get(caseId) ?? { caseId, helpful: 0, unhelpful: 0 };
    cases.set(caseId, {
      caseId,
      helpful: before.helpful + helpful,
      unhelpful: before.unhelpful + unhelpful,
    });
  }
  const all = ({ helpful, unhelpful }: Omit<VoteCount, "revision">) => helpful + unhelpful;
  return [...cases.values()].sort((a, b) => all(b) - all(a) || a.caseId.localeCompare(b.caseId));
}

/** Lines of each list that a chat message shows. */
const LINES_MAX = 8;
/** Of somebody's words, on one line. */
const WORDS_MAX_CHARS = 200;

export function presentInsight({ votes, questions, reports, reviewsDue }: Insight): Reply {
  const sum = (name: "helpful" | "unhelpful") => votes.reduce((all, one) => all + one[name], 0);
  const helpful = sum("helpful");
  const lists: readonly [string, readonly string[]][] = [
    [
      STRINGS.insightCases,
      votes.map((one) => STRINGS.insightCase(one.caseId, one.helpful, one.unhelpful)),
    ],
    [STRINGS.insightQuestions, questions.map(({ words }) => short(words))],
    [
      STRINGS.insightReports,
      reports.map(({ caseId, words, source }) => short(`${caseId}: ${words} (${source})`)),
    ],
    [STRINGS.insightDue, reviewsDue],
  ];
  return {
    blocks: [
      { type: "title", text: STRINGS.insightTitle },
      {
        type: "paragraph",
        spans: [plain(STRINGS.insightVotes(helpful, helpful + sum("unhelpful")))],
      },
      ...lists.flatMap(([title, lines]) => listOf(title, lines)),
    ],
    buttons: [],
  };
}

function listOf(title: string, lines: readonly string[]): Block[] {
  const left = lines.length - LINES_MAX;
  const shown = [
    ...lines.slice(0, LINES_MAX),
    ...(lines.length === 0 ? [STRINGS.insightNone] : []),
    ...(left > 0 ? [STRINGS.insightMore(left)] : []),
  ];
  const items: ListItem[] = shown.map((line) => ({ spans: [plain(line)] }));
  return [
    { type: "heading", text: title },
    { type: "list", items },
  ];
}

function short(text: string): string {
  return truncate(text.replace(/\s+/g, " "), WORDS_MAX_CHARS);
}
