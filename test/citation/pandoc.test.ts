import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { toBibtex } from "../../src/citation/export/bibtex.js";
import { toCslJson } from "../../src/citation/export/csl-json.js";
import { citationKeys } from "../../src/citation/export/keys.js";
import { toRis } from "../../src/citation/export/ris.js";
import { GOLDEN } from "./golden-sources.js";
import { sourcesByHome } from "./real-sources.js";

const { stdout: formats } = spawnSync("pandoc", ["--list-input-formats"], { encoding: "utf8" });
/** pandoc's readers by name: none where it is not installed, and no RIS before its version 3. */
const readers: readonly string[] = formats?.split("\n") ?? [];

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

function readByPandoc(reader: string, text: string): Item[] {
  const { status, stdout, stderr } = spawnSync("pandoc", ["-f", reader, "-t", "csljson"], {
    input: text,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Item[];
}

const EXPORTS = [
  { reader: "bibtex", write: toBibtex },
  { reader: "biblatex", write: toBibtex },
  { reader: "ris", write: toRis },
  { reader: "csljson", write: toCslJson },
] as const;

describe.each(EXPORTS)("pandoc's reader for $reader", ({ reader, write }) => {
  it.skipIf(!readers.includes(reader))(
    `reads every source of the knowledge under its key (where pandoc reads ${reader})`,
    async () => {
      const homes = await sourcesByHome();
      const all = Object.fromEntries(
        [...homes].flatMap(([home, sources]) =>
          Object.entries(sources).map(([id, source]) => [`${home}/${id}`, source]),
        ),
      );
      const items = readByPandoc(reader, write(all));
      expect(items.map(({ id }) => id).sort()).toEqual([...citationKeys(all).values()].sort());
    },
  );

  it.skipIf(!readers.includes(reader))(
    `reads names, titles, years and numbers as they are (where pandoc reads ${reader})`,
    () => {
      const items = readByPandoc(reader, write(GOLDEN));
      const item = (key: string) => items.find(({ id }) => id === key);
      // pandoc takes only the year from RIS.
      const inYear = (year: number) => ({
        "date-parts": [expect.arrayContaining([year])],
      });
      expect(item("neilson2006")).toMatchObject({
        title: GOLDEN.book.title,
        author: [{ family: "Neilson", given: "Keith" }],
        publisher: "Cambridge University Press",
        issued: inYear(2006),
      });
      expect(item("foreign1938")).toMatchObject({
        "container-title": "Hansard, House of Commons",
        volume: "333",
        issued: inYear(1938),
      });
      expect(item("roberts1994")).toMatchObject({
        "container-title": "Europe-Asia Studies",
        volume: "46",
        issue: "8",
        DOI: "10.1080/09668139408412231",
      });
    },
  );
});

describe.each([
  { reader: "biblatex", write: toBibtex },
  { reader: "csljson", write: toCslJson },
])("pandoc's dates from $reader", ({ reader, write }) => {
  it.skipIf(!readers.includes(reader))(
    "are days, circa, ranges and years before Christ as we have them (where pandoc is installed)",
    () => {
      const dated = (issued: string) => ({ ...GOLDEN.book, issued });
      const items = readByPandoc(
        reader,
        write({
          a: dated("-0279"),
          b: dated("1938-03~"),
          c: dated("1938-03-24"),
          d: dated("1942-03-31/1942-04-04"),
        }),
      );
      expect(items.map(({ issued }) => issued)).toEqual([
        { "date-parts": [[-280]] },
        { "date-parts": [[1938, 3]], circa: true },
        { "date-parts": [[1938, 3, 24]] },
        {
          "date-parts": [
            [1942, 3, 31],
            [1942, 4, 4],
          ],
        },
      ]);
    },
  );
});
