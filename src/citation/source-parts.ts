import type { Source } from "../knowledge/model.js";
import type { Locator } from "./locator.js";

/**
 * What a source is to a style manual. CSL's types tell more than the manuals' patterns do: a treaty and a telegram, for
 * one, are both a "record", words of their own date that somebody has printed or keeps.
 */
export type SourceKind =
  | "book"
  | "thesis"
  | "record"
  /** In a periodical with volumes and numbers. */
  | "journal"
  /** In a periodical that is known by its date. */
  | "issue"
  | "debate"
  | "page";

export function kindOf(source: Source): SourceKind {
  switch (source.type) {
    case "book":
    case "classic":
    case "report":
      return "book";
    case "thesis":
      return "thesis";
    case "article-journal":
      return "journal";
    case "article-magazine":
    case "review":
      return source.volume || source.issue ? "journal" : "issue";
    case "article-newspaper":
      return "issue";
    case "hearing":
      return "debate";
    case "post":
    case "webpage":
      return "page";
    case "chapter":
    case "document":
    case "manuscript":
    case "speech":
    case "treaty":
      return "record";
  }
}

/** The dates of a source, as EDTF. */
export interface SourceDates {
  /** When the words were written or spoken, where they were published later. */
  readonly written: string | undefined;
  readonly published: string | undefined;
}

export function datesOf(source: Source): SourceDates {
  const { issued, "original-date": original } = source;
  switch (kindOf(source)) {
    case "record": {
      // The only date of a printed record is that of the book; of an unprinted one, its own.
      const isPrinted = original !== undefined || source["container-title"] !== undefined;
      return isPrinted
        ? { written: original, published: issued }
        : { written: issued, published: undefined };
    }
    case "book":
    case "thesis":
      return { written: issued && original, published: issued ?? original };
    case "journal":
    case "issue":
    case "debate":
    case "page":
      // The dateline of a report in a newspaper is not what it is found by.
      return { written: undefined, published: issued ?? original };
  }
}

/** True for a container like "quoted in Neilson, Collapse (2006)": a remark, not the title of a work. */
export function isQuotedFrom(containerTitle: string): boolean {
  return /^(?:cited|printed|quoted|reprinted|transcribed|translated) /.test(containerTitle);
}

/** True for a review that has no title but what it reviews: it goes without quotation marks. */
export function isUntitledReview({ type, title }: Source): boolean {
  return type === "review" && /^review of /i.test(title);
}

/** Volumes are counted in Arabic numerals, whatever the work itself has. @example arabicVolume("XVII"); // "17" */
export function arabicVolume(volume: string): string {
  if (!/^(?=.)M*(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(volume))
    return volume;
  const values = [...volume].map((numeral) => NUMERALS[numeral] ?? 0);
  const signed = values.map((value, index) => (value < (values[index + 1] ?? 0) ? -value : value));
  return String(signed.reduce((sum, value) => sum + value, 0));
}

const NUMERALS: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
};

/** @example editionInWords("3"); // "3rd ed." */
export function editionInWords(edition: string): string {
  // "Troisième édition" has said it already, in its own language.
  if (!/^\d+$/.test(edition)) return /\bed\b|dition/i.test(edition) ? edition : `${edition} ed.`;
  const plural = new Intl.PluralRules("en", { type: "ordinal" }).select(Number(edition));
  const suffix = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" }[plural];
  return `${edition}${suffix} ed.`;
}

/** The number of a source: "doc. 459" in a series, "no. 153" of a periodical or series, "Cmd. 5479" as it stands. */
export function numberInWords({ type, number = "" }: Source): string {
  if (type === "document") return number && `doc. ${number}`;
  return /^\d/.test(number) ? `no. ${number}` : number;
}

/** @example hasSeveral("236-38"); // true */
export function hasSeveral(places: string): boolean {
  return /[-–,]/.test(places);
}

const PASSAGES: readonly Locator["label"][] = [
  "book",
  "chapter",
  "section",
  "paragraph",
  "part",
  "line",
  "verse",
];

/**
 * The place in an ancient text by its traditional division, which every edition has and which needs no label.
 *
 * @example passageOf(thucydides, { label: "section", value: "5.89" }); // "5.89"
 * @returns undefined for modern works, and for the pages of an edition
 */
export function passageOf({ type }: Source, at: Locator | undefined): string | undefined {
  if (type !== "classic" || !at || !PASSAGES.includes(at.label)) return undefined;
  return /^\d/.test(at.value) ? at.value : undefined;
}
