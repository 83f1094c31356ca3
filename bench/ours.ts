import { deserialize, serialize } from "node:v8";
import { createAsker } from "../src/answer/ask.js";
import { createRandom, withSlips } from "../src/evaluation/slips.js";
import type { KnowledgeBase } from "../src/knowledge/base.js";
import { createGazetteer } from "../src/question/gazetteer.js";
import { createSearch } from "../src/search/search.js";
import { readSearchData } from "../src/search/search-data.js";
import { hostileQuestions } from "./hostile.js";
import { elapsedMs, type Times, timesOf } from "./speed.js";

const SEED = 20_261_124;
const TITLES = 40;
const SUGGESTIONS = 25;

/** Questions that are meant to take long. */
export function hostileTable(base: KnowledgeBase): string[] {
  const asker = createAsker(base);
  return timesTable(
    "hostile question",
    Object.entries(hostileQuestions(base)).map(([name, texts]) => [
      name,
      timesOf(texts, (question) => asker.ask({ question })),
    ]),
  );
}

/** Titles typed letter by letter, as they are and with a slip. */
export function autocompleteTable(base: KnowledgeBase): string[] {
  const asker = createAsker(base);
  const random = createRandom(SEED);
  const titles = base.current.slice(0, TITLES).map(({ title }) => title);
  const typed = (texts: readonly string[]) =>
    texts.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));
  const run = (text: string) => asker.suggest(text, SUGGESTIONS);
  return timesTable("autocomplete", [
    ["empty field", timesOf([""], run)],
    ["titles, letter by letter", timesOf(typed(titles), run)],
    [
      "the same with two slips",
      timesOf(typed(titles.map((title) => withSlips(title, 2, random))), run),
    ],
    ["6,000 letters", timesOf(["xqzvw ".repeat(1_000), "x".repeat(6_000)], run)],
  ]);
}

/** What it would save to store what reading the texts gives. */
export function storedTable(base: KnowledgeBase): string[] {
  const gazetteer = createGazetteer(base);
  const data = readSearchData(base, gazetteer);
  const bytes = serialize(data);
  const anewMs = fastestMs(() => createSearch(base));
  const storedMs = fastestMs(() => createSearch(base, deserialize(bytes)));
  return [
    "| making the search ready | s |",
    "| --- | --- |",
    `| from the texts | ${(anewMs / 1000).toFixed(2)} |`,
    `| from stored data (${(bytes.length / 1e6).toFixed(1)} MB) | ${(storedMs / 1000).toFixed(2)} |`,
  ];
}

function fastestMs(run: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => elapsedMs(run)));
}

function timesTable(what: string, rows: readonly (readonly [string, Times])[]): string[] {
  return [
    `| ${what} | median ms | p99 ms | max ms |`,
    "| --- | --- | --- | --- |",
    ...rows.map(
      ([name, { medianMs, p99Ms, maxMs }]) =>
        `| ${name} | ${medianMs.toFixed(2)} | ${p99Ms.toFixed(2)} | ${maxMs.toFixed(2)} |`,
    ),
  ];
}
