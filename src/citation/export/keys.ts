import type { Source } from "../../knowledge/model.js";
import { type CalendarDay, historicalYear, readEdtf } from "../edtf-date.js";
import { familyName } from "../names.js";

/**
 * A key for each source, as people write them: author or first word, and year. Letters tell apart those that would be
 * alike, in the order of the sources' ids, so that the same sources have the same keys in whatever order they come.
 *
 * @param sources - by id
 * @returns keys by id: each once, of a-z and 0-9 alone, which BibTeX and shells leave in peace
 * @example citationKeys({ neilson }).get("neilson"); // "neilson2006"
 */
export function citationKeys(sources: Readonly<Record<string, Source>>): Map<string, string> {
  const idsOf = new Map<string, string[]>();
  for (const id of Object.keys(sources).sort()) {
    const source = sources[id];
    if (!source) continue;
    const stem = stemOf(id, source);
    idsOf.set(stem, [...(idsOf.get(stem) ?? []), id]);
  }
  const keys = new Map<string, string>();
  // Those with a stem of their own come first: a letter never takes a key that somebody has by name.
  const taken = new Set([...idsOf].flatMap(([stem, ids]) => (ids.length === 1 ? [stem] : [])));
  for (const [stem, ids] of idsOf) {
    let count = 0;
    for (const id of ids) {
      let key = stem;
      if (ids.length > 1) {
        do key = stem + letters(count++);
        while (taken.has(key));
      }
      taken.add(key);
      keys.set(id, key);
    }
  }
  return keys;
}

function stemOf(id: string, source: Source): string {
  const name = source.author?.[0] ?? source.editor?.[0];
  const title = (source["title-short"] ?? source.title).replace(/^(?:an?|the)\s+/i, "");
  // Other alphabets leave nothing; the id then has letters that everybody can type.
  const word =
    asciiLetters(name ? familyName(name) : (title.split(/\s/)[0] ?? "")) || asciiLetters(id);
  return word + yearOf(source["original-date"] ?? source.issued);
}

/** @example asciiLetters("Núñez Seixas"); // "nunezseixas" */
function asciiLetters(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[ßøłđæœþð]/g, (letter) => SPELLED[letter] ?? "")
    .replace(/[^a-z]/g, "");
}

/** Letters that are no letter with a mark, and so do not come apart. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
};

/** @example yearOf("-0399"); // "400bc" */
function yearOf(edtf: string | undefined): string {
  const date = edtf === undefined ? undefined : readEdtf(edtf);
  const day: CalendarDay | undefined = date?.kind === "day" ? date.day : (date?.from ?? date?.to);
  if (!day) return "nd";
  const year = historicalYear(day.year);
  return year < 0 ? `${-year}bc` : String(year);
}

/** a to z, then aa, ab and on. */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last;
}
