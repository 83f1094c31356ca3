import fc from "fast-check";
import { type Name, SOURCE_TYPES, type Source } from "../../src/knowledge/model.js";

/** Text as curators type it, and what breaks formats: quotation marks, LaTeX's characters, other alphabets. */
export const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(..."ab {}\\%&$#_~^\"',.-–:;@=|éßЖ"),
      minLength: 1,
      maxLength: 20,
    }),
  )
  .map((value) => value.trim().replace(/\s+/g, " "))
  .filter((value) => value !== "");

const year = fc.integer({ min: -800, max: 2030 }).map((value) => {
  const digits = String(Math.abs(value)).padStart(4, "0");
  return value < 0 ? `-${digits}` : digits;
});
const two = (max: number) =>
  fc.integer({ min: 1, max }).map((value) => String(value).padStart(2, "0"));
const day = fc.oneof(
  year,
  fc.tuple(year, two(12)).map((parts) => parts.join("-")),
  fc.tuple(year, two(12), two(28)).map((parts) => parts.join("-")),
);

/** EDTF in the forms that the knowledge uses, and some that it does not. */
export const edtfDate = fc.oneof(
  day,
  fc.tuple(day, fc.constantFrom("~", "?", "%")).map((parts) => parts.join("")),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map((parts) => parts.join("-")),
  fc.tuple(day, fc.constantFrom("", "~"), day).map(([from, mark, to]) => `${from}${mark}/${to}`),
  day.map((from) => `${from}/..`),
  fc.constantFrom("193X", "18XX", "../1938", "[1667,1668]", "1938-21/1938-23"),
);

const name: fc.Arbitrary<Name> = fc.oneof(
  fc.record({ literal: text }),
  fc.record({ family: text }),
  fc.record({ family: text, given: text }),
);
const names = fc.array(name, { minLength: 1, maxLength: 5 });

/** Any source of the right shape. */
export const source: fc.Arbitrary<Source> = fc.record(
  {
    type: fc.constantFrom(...SOURCE_TYPES),
    title: text,
    "title-short": text,
    author: names,
    editor: names,
    translator: names,
    recipient: names,
    "container-title": text,
    "container-title-short": text,
    "collection-title": text,
    genre: text,
    volume: text,
    issue: text,
    number: text,
    page: fc.oneof(text, fc.constantFrom("1399-514", "12", "xii")),
    section: text,
    edition: text,
    publisher: text,
    "publisher-place": text,
    archive: text,
    archive_location: text,
    issued: edtfDate,
    "original-date": edtfDate,
    language: fc.constantFrom("de", "fr", "ru"),
    URL: fc.webUrl({ withFragments: true, withQueryParameters: true }),
    DOI: text.map((end) => `10.1000/${end.replace(/\s/g, "")}`),
    ISBN: text,
    custom: fc.record(
      {
        class: fc.constantFrom("primary", "scholarly", "press", "reference", "community"),
        origin: fc.constantFrom("foreign-office", "keith-neilson"),
        archived: fc.webUrl(),
        access: fc.constantFrom("open", "library", "paywall"),
      },
      { requiredKeys: ["class", "origin"] },
    ),
  },
  { requiredKeys: ["type", "title", "custom"] },
);

/** Sources by id. */
export const sources = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4})?$/), source, {
  maxKeys: 8,
  noNullPrototype: true,
});
