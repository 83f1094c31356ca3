import { stemmer } from "stemmer";

/** One word of a text as read: folded surface, stem, and where it stood. */
export interface Word {
  /** Lower case, without accents or possessive: "litvinov" for "Litvínov’s". */
  readonly surface: string;
  /** Porter stem of the surface; equal for "refuse", "refused" and "refusing". */
  readonly stem: string;
  /** As written, so that "US" can be told from "us". */
  readonly written: string;
}

/** Letters that Unicode does not take apart into a base letter and an accent. */
const LETTERS_WITHOUT_PARTS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
  ı: "i",
};

/** Lower case, accents off, apostrophes straight. @example fold("Dąbrowski’s"); // "dabrowski's" */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[’‘ʼ`´]/g, "'")
    .toLowerCase()
    .replace(/[łøđßæœþðı]/g, (letter) => LETTERS_WITHOUT_PARTS[letter] ?? letter);
}

const INITIALISM = /\b(?:\p{L}\.){2,}/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ`´][\p{L}\p{M}\p{N}]+)*/gu;

/** The comma of "20,000": it is one number. */
const THOUSANDS = /(\d),(?=\d{3}(?!\d))/g;

/** The words of a text in order, contractions kept whole ("didn't"), possessives off. */
export function wordsOf(text: string): Word[] {
  return writtenWords(text).map(wordOf);
}

/** The words of a text as written; the dots of initialisms go, so that "U.S.S.R." is one word. */
export function writtenWords(text: string): readonly string[] {
  const plain = mayHaveInitials(text)
    ? text.replace(INITIALISM, (initials) => initials.replaceAll(".", ""))
    : text;
  return plain.replace(THOUSANDS, "$1").match(WORD) ?? [];
}

/** Whether two dots stand with one letter between; nearly no text has them, and looking is quick. */
function mayHaveInitials(text: string): boolean {
  for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", dot + 1)) {
    if (text[dot + 2] === ".") return true;
  }
  return false;
}

/** A word as it stands in a text, read by itself. */
export function wordOf(written: string): Word {
  const surface = fold(written).replace(/'s$/, "");
  return { surface, stem: stemmer(surface), written };
}

/** Words that say nothing about which case is meant. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being between both but by came can
  come could did do does doing done down during each even ever every few for from further get getting give gave go
  got had has have having he her here him his how i if in into is it its itself just let like made make many me
  more most much my n no nor not of off on once one only or other our out over own please r really s same say said
  she should so some still such tell than that the their them then there these they thing this those though
  through to too u under until up upon us use very want wanted was way we well went were what when where whether
  which while who whom whose why will with would wouldnt ya you your anyone explain reason reasons people
  happen happened instead exactly actually ever hey hi hello thanks thank know think wonder wondering question
  answer curious understand propose proposed proposing proposal offer offered best start started`.split(
    /\s+/,
  ),
);

/** Ways of saying no. */
export const REFUSAL_WORDS: readonly string[] =
  `reject rejected rejection refuse refused refusal decline declined turn turned veto vetoed vetoes dismiss dismissed
  spurn spurned rebuff rebuffed oppose opposed opposition block blocked ignore ignored deny denied denial shelve
  shelved scrap scrapped abandon abandoned fail failed failure`.split(/\s+/);

/** They tell no case from another: the whole collection is about them. Stemmed. */
export const REFUSAL_STEMS: ReadonlySet<string> = new Set(
  REFUSAL_WORDS.map((word) => stemmer(word)),
);

/** Whether a word can tell one case from another; a year is compared as a date instead. */
export function isTelling({ surface, stem }: Pick<Word, "surface" | "stem">): boolean {
  return (
    surface.length > 1 &&
    !STOP_WORDS.has(surface) &&
    !NEGATIONS.has(surface) &&
    !REFUSAL_STEMS.has(stem) &&
    !isBareNumber(surface)
  );
}

/** One digit tells nothing; a year is compared as a date. "49 votes", "20,000 children" and "49th" tell. */
function isBareNumber(surface: string): boolean {
  return /^(?:\d|1\d{3}s?|20\d{2}s?|0+|\d\ds)$/.test(surface);
}

/** Negations, with and without their apostrophe. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  `no not never didn't didnt don't dont doesn't doesnt wasn't wasnt weren't werent wouldn't wouldnt couldn't couldnt
  won't wont can't cant cannot isn't isnt aren't arent hasn't hasnt haven't havent hadn't hadnt`.split(
    /\s+/,
  ),
);
