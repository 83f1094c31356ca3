import { stemmer } from "stemmer";
import type { Gazetteer, Mention } from "./gazetteer.js";
import { isTelling, NEGATIONS, REFUSAL_STEMS, REFUSAL_WORDS, type Word, wordsOf } from "./words.js";
import { type YearSpan, yearsIn } from "./years.js";

/** Longer questions are read up to here, in UTF-16 units: a post with its context fits, a novel does not. */
export const QUESTION_MAX_CHARS = 3000;
/** Content words considered, so that hostile input stays cheap. */
const CONTENT_WORDS_MAX = 80;

/** How a question says that something was turned down. */
export type Shape =
  /** A verb of refusal: "why did X reject". */
  | "refusal"
  /** The missing action: "why didn't X join". */
  | "negative"
  /** A name and no question: "litvinov pact". */
  | "name"
  /** Unwillingness in other words: "what was wrong with", "why was Britain kept out". */
  | "other"
  /** A question about what was done: "how did Franco win the civil war", "why did they move the capital". */
  | "fact";

export interface Interpretation {
  readonly text: string;
  /** Content words without stop words, words of refusal and names of parties; each once, in order. */
  readonly content: readonly Word[];
  /** The content words of the sentence that asks; all of them where no sentence does. */
  readonly focus: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Those parties that are said to have refused: before the verb, or after "by"; all of them where there is no verb. */
  readonly refusers: readonly Mention[];
  readonly years: readonly YearSpan[];
  readonly shape: Shape;
  /** The case that this follows up. */
  readonly about: string | undefined;
}

const ASKING = /\b(?:why|how come|what made|reasons?|what stopped|what kept)\b/i;

/** What reading a question needs from the base. */
export interface Reader {
  readonly gazetteer: Gazetteer;
  /** The word that was meant where one was mistyped; else the word itself. */
  readonly repair: (word: Word) => Word;
  /** The same for a word that says no (`SIGN_WORDS`): "dindt". */
  readonly repairSign: (word: Word) => Word;
}

/** Reads a question: whom and when it names, how it says no, and which words are left to search by. */
export function interpret(question: string, reader: Reader, about?: string): Interpretation {
  const text = question.slice(0, QUESTION_MAX_CHARS).trim();
  const words = wordsOf(text);
  const mentions = reader.gazetteer.mentions(words.map(reader.repair));
  const signs = words.map(reader.repairSign);
  const named = new Set(mentions.flatMap(({ start, end }) => range(start, end)));
  const content = distinct(words.filter((word, index) => !named.has(index) && isTelling(word)));
  const asking = text
    .split(/(?<=[.?!])\s+|\n+/)
    .filter((sentence) => ASKING.test(sentence))
    .join(" ");
  const askedStems = new Set(wordsOf(asking).map(({ stem }) => stem));
  const focus = content.filter(({ stem }) => askedStems.has(stem));
  return {
    text,
    content,
    focus: focus.length > 0 ? focus : content,
    mentions,
    refusers: findRefusers(signs, mentions),
    years: yearsIn(text),
    shape: shapeOf(signs),
    about,
  };
}

function distinct(words: readonly Word[]): Word[] {
  const byStem = new Map(words.map((word) => [word.stem, word]));
  return [...byStem.values()].slice(0, CONTENT_WORDS_MAX);
}

/** Words of unwillingness and of coming to nothing, stemmed: they say no without a word of refusal. */
const RELUCTANCE_WORDS =
  `against afraid fear scared worry worried unwilling reluctant hesitate object objection resist withhold without lack
  lacked nobody nothing none nowhere neither nor instead wrong problem trouble unacceptable dislike hate hostile
  impossible ban forbid forbade cancel cancelled defeat lost lose collapse fell fall sink sank unable delay insist
  unratified outvote exclude shut condemn censor stop prevent keep kept drop die died kill away stay stayed out leave
  left only too useless difficulty put hold held wave`.split(/\s+/);
const RELUCTANCE_STEMS: ReadonlySet<string> = new Set(
  RELUCTANCE_WORDS.map((word) => stemmer(word)),
);

/** All words by which a question says no. */
export const SIGN_WORDS: readonly string[] = [...NEGATIONS, ...REFUSAL_WORDS, ...RELUCTANCE_WORDS];

function shapeOf(words: readonly Word[]): Shape {
  if (words.some(({ stem }) => REFUSAL_STEMS.has(stem))) return "refusal";
  if (words.some(({ surface }) => NEGATIONS.has(surface))) return "negative";
  const asks = words.some(({ surface }) =>
    /^(?:why|how|what|when|who|where|did|was|is)$/.test(surface),
  );
  if (!asks) return "name";
  return words.some(({ stem }) => RELUCTANCE_STEMS.has(stem)) ? "other" : "fact";
}

/** In "why did A and B refuse C's offer" A and B; in "why was A's offer refused by B" B. */
function findRefusers(words: readonly Word[], mentions: readonly Mention[]): readonly Mention[] {
  const isNo = ({ surface, stem }: Word) => NEGATIONS.has(surface) || REFUSAL_STEMS.has(stem);
  const verb = words.findIndex(isNo);
  if (verb < 0) return mentions;
  const passive = words.findIndex(({ surface }, index) => index > verb && surface === "by");
  if (passive > 0) {
    const agents = mentions.filter(({ start }) => start > passive);
    if (agents.length > 0) return agents;
  }
  // "why didn't A want": the negation comes first and its subject right after it.
  const negated = NEGATIONS.has(words[verb]?.surface ?? "");
  const before = mentions.filter(({ end }) => end <= verb);
  if (before.length > 0) return before;
  const next = mentions.find(({ start }) => start >= verb && start <= verb + 2);
  return negated && next ? conjoined(words, mentions, next) : [];
}

/** A mention and those joined to it by "and". */
function conjoined(
  words: readonly Word[],
  mentions: readonly Mention[],
  first: Mention,
): Mention[] {
  const joined = [first];
  for (const mention of mentions) {
    const last = joined.at(-1);
    if (!last || mention.start <= last.start) continue;
    const between = words.slice(last.end, mention.start).map(({ surface }) => surface);
    if (!between.every((word) => /^(?:and|or|nor|n|the)$/.test(word))) break;
    joined.push(mention);
  }
  return joined;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
