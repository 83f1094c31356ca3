import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folderOf, RIVER_LEAGUE } from "../helpers/knowledge.js";
import { runBuilt } from "../helpers/program.js";

const OTHER_SOURCES = `  zeitung:
    type: book
    title: The Tolls
    author: [{family: Ansel, given: Otto}]
    issued: "1901"
    custom: {class: scholarly, origin: otto-ansel}
curated:`;
const CASE = RIVER_LEAGUE.replace("curated:", OTHER_SOURCES).replace(
  "event: The tolls rose., cites: [",
  "event: The tolls rose., cites: [{source: zeitung, seen: heading}, {source: almanac, seen: heading}, ",
);
const ALMANAC = `type: report
title: Almanac of the River
issued: "1872"
custom: {class: reference, origin: river-office}
`;

describe("cite", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "why-rejected-cite-"));
    const files = folderOf({ "river-league-1871": CASE }, { sources: { almanac: ALMANAC } });
    for (const { file, text } of files) {
      const target = path.join(folder, path.relative("knowledge", file));
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  const cite = (...args: string[]) =>
    runBuilt("cli/cite.js", args, { env: { KNOWLEDGE_DIR: folder } });

  it("lists every source that a case cites, once and in the alphabet", async () => {
    const { exitCode, stdout } = await cite("river-league-1871");
    expect(exitCode).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "Almanac of the River. 1872.",
      "Ansel, Otto. The Tolls. 1901.",
      "Graustark Gazette. “The Chamber on the League.” March 24, 1871. https://example.org/gazette.",
      "",
    ]);
  });

  it.each([
    {
      args: ["--form", "note"],
      first:
        "“The Chamber on the League,” Graustark Gazette, March 24, 1871, https://example.org/gazette.",
    },
    { args: ["--form", "short"], first: "“The Chamber on the League.”" },
    { args: ["--style", "mla", "--form", "note"], first: "(“The Chamber on the League”)" },
    { args: ["--style", "apa"], first: "Almanac of the River. (1872)." },
  ])("writes $args, notes in the order of the case", async ({ args, first }) => {
    const { stdout } = await cite("river-league-1871", ...args);
    expect(stdout.trim().split("\n")).toHaveLength(3);
    expect(stdout.split("\n")[0]).toBe(first);
  });

  it.each([
    { format: "bibtex", entry: /^@\w+\{(\w+),$/gm },
    { format: "ris", entry: /^ID {2}- (\w+)\r$/gm },
    { format: "csl-json", entry: /"id": "(\w+)"/g },
  ])("exports a case as $format, with the same keys in each", async ({ format, entry }) => {
    const { stdout, exitCode } = await cite("river-league-1871", "--format", format);
    expect(exitCode).toBe(0);
    expect([...stdout.matchAll(entry)].map(([, key]) => key).sort()).toEqual([
      "almanac1872",
      "ansel1901",
      "chamber1871",
    ]);
  });

  it.each([
    { id: "gazette", where: "in a case", text: /^Graustark Gazette\. / },
    { id: "almanac", where: "in knowledge/sources", text: /^Almanac of the River\. 1872\.\n$/ },
  ])("finds the source $id $where", async ({ id, text }) => {
    const { stdout } = await cite(id);
    expect(stdout).toMatch(text);
  });

  it.each([
    { args: [], says: /^Say which case or source\.\nusage: / },
    { args: ["a", "b"], says: /^"b" is too much\.\nusage: / },
    { args: ["gazette", "--style", "harvard"], says: /^There is no style "harvard"\.\nusage: / },
    { args: ["gazette", "--form", "long"], says: /^There is no form "long"\.\nusage: / },
    { args: ["gazette", "--format", "doc"], says: /^There is no format "doc"\.\nusage: / },
    { args: ["gazette", "--stile", "mla"], says: /--stile/ },
    {
      args: ["nothing-1900"],
      says: /^There is no case or source "nothing-1900"\. .*knowledge\/cases/m,
    },
  ])("refuses $args with a word and exit 2", async ({ args, says }) => {
    const { exitCode, stdout, stderr } = await cite(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe("");
  });
});
