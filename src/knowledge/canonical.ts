import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
} from "yaml";
import { repeatedIndexes } from "./rules/repeated-names.js";

/** The order in which a case is read; fields that are not named here keep their place at the end. */
const CASE_ORDER = [
  "title",
  "question",
  "asked_as",
  "names",
  "ambiguous_names",
  "kind",
  "proposal",
  "decisions",
  "in_short",
  "record",
  "reasons",
  "case_for",
  "evidence_then",
  "accepted",
  "aftermath",
  "corrections",
  "see_also",
  "questions",
  "sources",
  "curated",
  "status",
];
const PART_ORDER = [
  "id",
  "side",
  "what",
  "by",
  "people",
  "to",
  "outcome",
  "held_by",
  "facet",
  "date",
  "old_style",
  "how",
  "vote",
  "dissent",
  "claim",
  "truth",
  "detail",
  "text",
  "event",
  "plain",
  "voice",
  "strength",
  "source",
  "at",
  "quote",
  "translation",
  "seen",
  "cites",
  "against",
];
const SOURCE_ORDER = [
  "type",
  "title",
  "title-short",
  "author",
  "editor",
  "translator",
  "recipient",
  "container-title",
  "container-title-short",
  "collection-title",
  "genre",
  "volume",
  "issue",
  "number",
  "page",
  "section",
  "edition",
  "publisher",
  "publisher-place",
  "archive",
  "archive_location",
  "issued",
  "original-date",
  "language",
  "URL",
  "DOI",
  "ISBN",
  "custom",
];
const LINE_WIDTH = 120;

/**
 * A case file in its one canonical form: fields in order, one way of breaking lines, no wording twice. Comments stay with
 * what they stand before. Text that is no YAML map comes back as it is; reading it reports what is wrong.
 */
export function canonicalCase(text: string): string {
  const document = parseDocument(text);
  return document.errors.length > 0 ? text : (canonicalText(document) ?? text);
}

/** The same for a document that was read already. It is changed on the way. */
function canonicalText(document: Document): string | undefined {
  if (!isMap(document.contents)) return undefined;
  const root = document.contents;
  eachMap(root, orderKeys);
  const title = textOf(root, "title");
  const names = dropRepeated(root, "names", title);
  dropRepeated(root, "ambiguous_names", [...title, ...names]);
  dropRepeated(root, "asked_as", textOf(root, "question"));
  return printed(document);
}

/** Whether a document that was read already has its canonical form; nothing is changed. */
export function isCanonical(document: Document, text: string): boolean {
  if (!isMap(document.contents)) return true;
  let isInOrder = true;
  eachMap(document.contents, (map, order) => {
    const ranks = map.items.map((pair) => rankOf(pair, order));
    if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) isInOrder = false;
  });
  return isInOrder && printed(document) === text;
}

function printed(document: Document): string {
  return document.toString({ lineWidth: LINE_WIDTH, flowCollectionPadding: false });
}

/** Every map of a case with the order that its fields have. */
function eachMap(root: YAMLMap, visit: (map: YAMLMap, order: readonly string[]) => void): void {
  visit(root, CASE_ORDER);
  for (const item of root.items) {
    if (isScalar(item.key) && item.key.value === "sources" && isMap(item.value)) {
      for (const { value } of item.value.items) if (isMap(value)) visit(value, SOURCE_ORDER);
    } else {
      eachPart(item.value, visit);
    }
  }
}

function eachPart(node: unknown, visit: (map: YAMLMap, order: readonly string[]) => void): void {
  if (isMap(node)) {
    visit(node, PART_ORDER);
    for (const { value } of node.items) eachPart(value, visit);
  } else if (isSeq(node)) {
    for (const item of node.items) eachPart(item, visit);
  }
}

function orderKeys(map: YAMLMap, order: readonly string[]): void {
  // Sorting is stable, so fields without a rank keep their order.
  map.items.sort((a, b) => rankOf(a, order) - rankOf(b, order));
}

function rankOf({ key }: Pair, order: readonly string[]): number {
  const index = isScalar(key) ? order.indexOf(String(key.value)) : -1;
  return index < 0 ? order.length : index;
}

function textOf(map: YAMLMap, key: string): string[] {
  const value = map.get(key);
  return typeof value === "string" ? [value] : [];
}

/** Takes repeated entries out of a list of texts; returns what is left. */
function dropRepeated(map: YAMLMap, key: string, others: readonly string[]): string[] {
  const list: unknown = map.get(key, true);
  if (!isSeq<Node>(list)) return [];
  const texts = list.items.map((item) => (isScalar(item) ? String(item.value) : ""));
  const repeated = new Set(repeatedIndexes(texts, others));
  list.items = list.items.filter((_item, index) => !repeated.has(index));
  return texts.filter((_text, index) => !repeated.has(index));
}
