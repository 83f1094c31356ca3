import type { Source } from "../../knowledge/model.js";
import { addressOf } from "../format.js";
import type { Locator } from "../locator.js";
import { capitalised, plainText, type RichText } from "../rich-text.js";

/** What one style manual makes of a source. */
export interface Style {
  readonly id: string;
  /** For people: the manual and its edition. */
  readonly name: string;
  /** The first reference: a full note, or what stands in the text. */
  note(source: Source, at?: Locator): RichText;
  /** A later reference. Styles that cite in the text write both alike. */
  short(source: Source, at?: Locator): RichText;
  /** The entry in the list at the end. */
  bibliography(source: Source): RichText;
}

/** The address letter by letter: nothing in it is a quotation mark to be set. */
export function addressText(source: Source): RichText {
  const address = addressOf(source);
  return address === undefined ? [] : [{ text: address }];
}

/** A part of a list's entry opens a sentence; an address keeps its case. */
export function raised(part: RichText): RichText {
  return /^https?:/.test(plainText(part)) ? part : capitalised(part);
}
