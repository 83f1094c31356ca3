import type { Name, Source } from "../../knowledge/model.js";
import { extraFields } from "./extra-fields.js";
import { citationKeys } from "./keys.js";

type EntryType =
  | "article"
  | "book"
  | "incollection"
  | "misc"
  | "online"
  | "report"
  | "thesis"
  | "unpublished";

/** biblatex's entry types for sources that are not printed in another work. */
const TYPES: Readonly<Record<Source["type"], EntryType>> = {
  "article-journal": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  book: "book",
  chapter: "incollection",
  classic: "book",
  document: "misc",
  hearing: "article",
  manuscript: "unpublished",
  post: "online",
  report: "report",
  review: "article",
  speech: "unpublished",
  thesis: "thesis",
  treaty: "misc",
  webpage: "online",
};

/** What biblatex calls the work or the site that holds an entry; other types cannot name one. */
const CONTAINERS: Partial<Record<EntryType, string>> = {
  article: "journaltitle",
  incollection: "booktitle",
  online: "organization",
};

/**
 * The sources as a biblatex file in UTF-8. Dates are EDTF, which biblatex reads. CSL's type and fields that biblatex has
 * no place for stand in `annotation`, which its usual styles do not print.
 *
 * @param sources - by id
 * @example toBibtex({ neilson }); // "@book{neilson2006,\n  author = {Neilson, Keith},\n  title = {{Britain, ...
 */
export function toBibtex(sources: Readonly<Record<string, Source>>): string {
  const keys = citationKeys(sources);
  return Object.entries(sources)
    .map(([id, source]) => entry(keys.get(id) ?? id, source))
    .join("\n");
}

function entry(key: string, source: Source): string {
  const isPrintedIn = ["misc", "unpublished"].includes(TYPES[source.type]);
  const type = isPrintedIn && source["container-title"] ? "incollection" : TYPES[source.type];
  const { fields, placed } = fieldsOf(source, type);
  const annotation = escapeLatex(extraFields(source, placed).join("; "));
  const lines = [...fields, ["annotation", annotation] as const]
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${type}{${key},\n${lines.join("")}}\n`;
}

/** biblatex's fields in their order, and the names of ours that have found a place. */
function fieldsOf(source: Source, type: EntryType) {
  const isArticle = type === "article";
  const container = CONTAINERS[type];
  const place = <K extends keyof Source>(
    ours: K,
    theirs: string | false | undefined,
    write: (value: NonNullable<Source[K]>) => string,
  ) => {
    const value = source[ours];
    return theirs && value ? [{ ours, field: [theirs, write(value)] as const }] : [];
  };
  const found = [
    ...place("author", "author", names),
    ...place("editor", "editor", names),
    ...place("translator", "translator", names),
    ...place("title", "title", title),
    ...place("title-short", "shorttitle", title),
    ...place("container-title", container, title),
    ...place("container-title-short", isArticle && "shortjournal", title),
    ...place("collection-title", "series", title),
    ...place("genre", "type", escapeLatex),
    ...place("volume", "volume", escapeLatex),
    ...place("issue", isArticle && "number", escapeLatex),
    ...place("number", !isArticle && "number", escapeLatex),
    ...place("page", "pages", (page) => escapeLatex(page).replace(/(\d)[-–](?=\d)/g, "$1--")),
    ...place("edition", "edition", escapeLatex),
    ...place("publisher", ["report", "thesis"].includes(type) ? "institution" : "publisher", title),
    ...place("publisher-place", "location", escapeLatex),
    ...place("issued", "date", verbatim),
    // An entry without a date sorts nowhere: that of the words stands in for it.
    ...place("original-date", source.issued ? "origdate" : "date", verbatim),
    ...place("language", "language", escapeLatex),
    ...place("ISBN", "isbn", escapeLatex),
    ...place("DOI", "doi", verbatim),
    ...place("URL", "url", verbatim),
  ];
  return { fields: found.map(({ field }) => field), placed: found.map(({ ours }) => ours) };
}

/** In braces of their own, so that no style lowers the capitals of names. */
function title(text: string): string {
  return `{${escapeLatex(text)}}`;
}

function names(list: readonly Name[]): string {
  return list.map(nameText).join(" and ");
}

/** Braces keep together what would be taken for several names, for particles or for first names. */
function nameText(name: Name): string {
  if ("literal" in name) return title(name.literal);
  const family = /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(name.family) ? name.family : title(name.family);
  if (name.given === undefined) return family;
  return `${family}, ${/,|\band\b/i.test(name.given) ? title(name.given) : escapeLatex(name.given)}`;
}

const LATEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escapeLatex(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\~^]|[&%$#_{}]/g, (character) => LATEX[character] ?? `\\${character}`);
}

/** Addresses and dates are read letter by letter; only what would end the field is written in another way. */
function verbatim(address: string): string {
  return address.replace(/[{}\\\s]/g, encodeURIComponent);
}
