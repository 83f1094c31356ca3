import type { KnowledgeBase } from "../knowledge/base.js";
import { dateInWords } from "../knowledge/dates.js";
import { ASK_BUTTON, browseLines } from "./browse.js";
import { inOrderOfTime } from "./headings.js";
import { changesOf, recentCases } from "./recent.js";
import { plain, type Reply } from "./reply.js";
import { STRINGS } from "./strings.js";

/** The collection's front: what this is, how much of it there is, what is new, and the ways in. */
export function front(base: KnowledgeBase): Reply {
  const [newest] = recentCases(base);
  return {
    blocks: [
      { type: "title", text: STRINGS.helpTitle },
      { type: "paragraph", spans: [plain(STRINGS.help)] },
      ...(newest
        ? [
            {
              type: "small" as const,
              spans: [
                plain(
                  STRINGS.frontCount(base.current.length, dateInWords(newest.curated.reviewed)),
                ),
              ],
            },
          ]
        : []),
      ...changesOf(base),
    ],
    buttons: [ASK_BUTTON],
    menu: { label: STRINGS.browseLabel, items: browseLines() },
  };
}

/** A question that the collection answers, under the name of its case. */
export interface Example {
  readonly title: string;
  readonly question: string;
}

/**
 * Questions from all times of the collection.
 *
 * @param count - how many, at most
 * @param turn - another number gives others, as long as there are some
 */
export function examples({ current }: KnowledgeBase, count: number, turn: number): Example[] {
  const inTime = inOrderOfTime(current);
  const span = Math.max(1, Math.floor(inTime.length / count));
  return inTime
    .filter((_, index) => index % span === turn % span)
    .slice(0, count)
    .map(({ title, question }) => ({ title, question }));
}
