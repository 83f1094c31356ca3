import { fold } from "../../question/words.js";
import type { SkeletonReason } from "./skeleton.js";

/** A question-and-answer post, taken apart. */
export interface Post {
  readonly question: string;
  /** One for each paragraph of the answer. */
  readonly arguments: readonly SkeletonReason[];
}

/** The model's limit for a question. */
const QUESTION_MAX_CHARS = 160;
const REASONS_MAX = 12;
const ID_WORDS = 4;
/** Words that would make every id alike. */
const DULL = new Set(
  "a an and as at but by for from had in is it of on or so that the their they this to was were with".split(
    " ",
  ),
);

/**
 * Takes a post apart: its first line is the question, the paragraphs of the answer are the arguments. Where two empty
 * lines stand, the answer begins behind the first such gap; else behind the first paragraph.
 */
export function readPost(text: string): Post {
  const [head = "", ...tail] = text
    .replace(/\r/g, "")
    .trim()
    .split(/\n{3,}/);
  const headParagraphs = paragraphsOf(head);
  const answer = tail.length > 0 ? tail.flatMap(paragraphsOf) : headParagraphs.slice(1);
  const used = new Set<string>();
  return {
    question: (headParagraphs[0] ?? "").slice(0, QUESTION_MAX_CHARS).trim(),
    arguments: answer.slice(0, REASONS_MAX).map((words) => ({ id: uniqueId(words, used), words })),
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n|\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}

/** The first telling words of an argument, joined by hyphens; numbered where they are taken. */
function uniqueId(words: string, used: Set<string>): string {
  const telling = fold(words)
    .replace(/[^a-z0-9\s]/g, "")
    .split(/\s+/)
    .filter((word) => word && !DULL.has(word));
  const base = telling.slice(0, ID_WORDS).join("-").slice(0, 36) || "argument";
  let id = base;
  for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
  used.add(id);
  return id;
}
