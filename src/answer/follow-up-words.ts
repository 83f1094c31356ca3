import { loadCommonEnglish } from "../question/english.js";
import { NEGATIONS, STOP_WORDS, type Word, wordOf } from "../question/words.js";
import { createNearWords, type NearWords } from "../search/near-words.js";
import type { View } from "./outcome.js";

/** Words that ask for a part of the case at hand, as people write them. */
const VIEW_WORDS: Readonly<Partial<Record<View, string>>> = {
  sources: `source sources reference references citation citations cite cited proof prove evidence quote quotes quotation
    link links footnote footnotes bibliography literature`,
  aftermath: `next aftermath afterwards consequence consequences result results outcome later eventually ended finally
    followed`,
  "case-for": `side favour favor argument arguments support supporters supported accept accepted dissent dissenters
    defence defended advantage advantages pro pros counterargument`,
  corrections: `myth myths error errors mistake mistakes misconception misconceptions wrong misunderstood legend legends`,
};

/** What some of them ask for where the case at hand is an idea: evidence and acceptance are parts of their own there. */
const IDEA_VIEW_WORDS: Readonly<Partial<Record<View, string>>> = {
  "known-then": "evidence known knew",
  changed: "change changed accept accepted",
};

/** Said on the way; they name no case. */
const FILLER = `ok okay pls plz bit part about usual usually common commonly told yes else leave drop answer view position
  case story show list give read look point points role stance attitude reaction response opinion take motive motives
  motivation thoughts anything something nothing again short full long detail details more main real own
  government governments leader leaders country countries party parties thanks whole please come came
  alright right sure hmm same guy guys folks back called`;

export type FollowUpWord =
  | { readonly kind: "view"; readonly view: View }
  | { readonly kind: "filler" }
  /** An English word that follow-ups are not made of: it asks for something else. */
  | { readonly kind: "own" }
  /** No English word: a name, or something mistyped. */
  | { readonly kind: "unknown" };

/** Tells what a word of a follow-up does, typing errors mended against the words that follow-ups are made of. */
export type FollowUpReader = (word: Word, isIdea: boolean) => FollowUpWord;

/** Shorter unknown words are fillers mistyped ("teh"), or nothing that could name a case. */
const OWN_MIN_CHARS = 4;

/** Built once; what it reads is not kept. */
export function createFollowUpReader(): FollowUpReader {
  const views = viewsByStem(VIEW_WORDS);
  const ideaViews = new Map([...views, ...viewsByStem(IDEA_VIEW_WORDS)]);
  const fillers = new Set(wordsIn(FILLER).map(({ stem }) => stem));
  const known = [
    ...Object.values({ ...VIEW_WORDS, ...IDEA_VIEW_WORDS }).flatMap(wordsIn),
    ...wordsIn(FILLER),
    ...[...STOP_WORDS, ...NEGATIONS].map(wordOf),
  ].map(({ surface }) => surface);
  const near: NearWords = createNearWords([...new Set(known)]);
  const english = loadCommonEnglish();

  const readKnown = ({ surface, stem }: Word, isIdea: boolean): FollowUpWord | undefined => {
    const view = (isIdea ? ideaViews : views).get(stem);
    if (view !== undefined) return { kind: "view", view };
    const isFiller = fillers.has(stem) || STOP_WORDS.has(surface) || NEGATIONS.has(surface);
    return isFiller ? { kind: "filler" } : undefined;
  };
  return (word, isIdea) => {
    const read = readKnown(word, isIdea);
    if (read) return read;
    if (english.has(word.surface)) return { kind: "own" };
    if (word.surface.length < OWN_MIN_CHARS) return { kind: "filler" };
    const [nearest] = near.near(word.surface);
    return (nearest && readKnown(wordOf(nearest.word), isIdea)) ?? { kind: "unknown" };
  };
}

function viewsByStem(words: Readonly<Partial<Record<View, string>>>): ReadonlyMap<string, View> {
  return new Map(
    (Object.keys(words) as View[]).flatMap((view) =>
      wordsIn(words[view]).map(({ stem }) => [stem, view] as const),
    ),
  );
}

function wordsIn(text = ""): Word[] {
  return text.split(/\s+/).filter(Boolean).map(wordOf);
}
