import type { Name, Source } from "../../knowledge/model.js";
import { readEdtf } from "../edtf-date.js";
import { completeRange } from "../number-range.js";
import { extraFields } from "./extra-fields.js";
import { citationKeys } from "./keys.js";

const TYPES: Readonly<Record<Source["type"], string>> = {
  "article-journal": "JOUR",
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  book: "BOOK",
  chapter: "CHAP",
  classic: "CLSWK",
  document: "GEN",
  hearing: "HEAR",
  manuscript: "MANSCPT",
  post: "BLOG",
  report: "RPRT",
  review: "JOUR",
  speech: "GEN",
  thesis: "THES",
  treaty: "GEN",
  webpage: "ELEC",
};

/** The tags of fields that are one line of text. */
const TAGS = {
  title: "TI",
  "title-short": "ST",
  "container-title": "T2",
  "container-title-short": "J2",
  "collection-title": "T3",
  genre: "M3",
  volume: "VL",
  issue: "IS",
  number: "M1",
  section: "SE",
  edition: "ET",
  publisher: "PB",
  "publisher-place": "CY",
  archive_location: "AV",
  language: "LA",
  ISBN: "SN",
  DOI: "DO",
  URL: "UR",
} as const satisfies Partial<Record<keyof Source, string>>;
const TEXT_FIELDS = Object.keys(TAGS) as readonly (keyof typeof TAGS)[];

/**
 * The sources in RIS, for EndNote, Zotero, Mendeley and library catalogues. Names, dates and fields that RIS has no place
 * for stand in notes, one "name: value" each.
 *
 * @param sources - by id
 * @example toRis({ neilson }); // "TY  - BOOK\r\nID  - neilson2006\r\nAU  - Neilson, Keith\r\n..."
 */
export function toRis(sources: Readonly<Record<string, Source>>): string {
  const keys = citationKeys(sources);
  return Object.entries(sources)
    .map(([id, source]) => {
      const lines = [
        ["TY", TYPES[source.type]] as const,
        ["ID", keys.get(id) ?? id] as const,
        ...fieldsOf(source),
        ["ER", ""] as const,
      ];
      return lines.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, " ")}\r\n`).join("");
    })
    .join("\r\n");
}

type Line = readonly [tag: string, value: string];

function fieldsOf(source: Source): Line[] {
  const dates = dateLines(source);
  const placed = ["author", "editor", "translator", "page", ...TEXT_FIELDS, ...dates.placed];
  return [
    ...nameLines("AU", source.author),
    ...nameLines("ED", source.editor),
    ...nameLines("A4", source.translator),
    ...TEXT_FIELDS.flatMap((field): Line[] => {
      const value = source[field];
      return value === undefined ? [] : [[TAGS[field], value]];
    }),
    ...pageLines(source.page),
    ...dates.lines,
    ...extraFields(source, placed).map((note): Line => ["N1", note]),
  ];
}

function nameLines(tag: string, names: readonly Name[] = []): Line[] {
  return names.map((name) => [
    tag,
    "literal" in name ? name.literal : [name.family, name.given].filter(Boolean).join(", "),
  ]);
}

function pageLines(page: string | undefined): Line[] {
  if (page === undefined) return [];
  const [, first, last] = /^(\d+)[-–](\d+)$/.exec(page) ?? [];
  if (first === undefined || last === undefined) return [["SP", page]];
  return [
    ["SP", first],
    ["EP", completeRange(first, last)],
  ];
}

/** The year, and the day as year/month/day/. RIS knows no "about", no range and no year before 1. */
function dateLines(source: Source): { lines: Line[]; placed: string[] } {
  const field = source.issued === undefined ? "original-date" : "issued";
  const date = readEdtf(source[field] ?? "");
  const day = date?.kind === "day" ? date.day : date?.from;
  if (!day || day.year < 1) return { lines: [], placed: [] };
  const { year, month, day: dayOfMonth } = day;
  const two = (part: number | undefined) =>
    part === undefined ? "" : String(part).padStart(2, "0");
  const four = String(year).padStart(4, "0");
  const hasDay = month !== undefined && month <= 12;
  const lines: Line[] = [
    ["PY", four],
    ...(hasDay ? [["DA", `${four}/${two(month)}/${two(dayOfMonth)}/`] as const] : []),
  ];
  const isWhole = /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(source[field] ?? "");
  // Whose date it is, the note says where it is not that of the publication.
  return { lines, placed: isWhole && field === "issued" ? ["issued"] : [] };
}
