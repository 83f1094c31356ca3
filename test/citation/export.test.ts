import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toBibtex } from "../../src/citation/export/bibtex.js";
import { toCslJson } from "../../src/citation/export/csl-json.js";
import { citationKeys } from "../../src/citation/export/keys.js";
import { toRis } from "../../src/citation/export/ris.js";
import { completeRange } from "../../src/citation/number-range.js";
import { plainText } from "../../src/citation/rich-text.js";
import { STYLES } from "../../src/citation/styles/index.js";
import type { Name, Source } from "../../src/knowledge/model.js";
import { source as anySource, sources as anySources, edtfDate } from "./arbitrary-source.js";
import { GOLDEN } from "./golden-sources.js";

const custom = GOLDEN.book.custom;

describe("a citation key", () => {
  const by = (family: string, issued?: string): Source => ({
    type: "book",
    title: "The Book of Days",
    author: [{ family }],
    ...(issued === undefined ? {} : { issued }),
    custom,
  });

  it.each([
    { source: GOLDEN.book, key: "neilson2006" },
    { source: GOLDEN.ancient, key: "thucydides400bc" },
    { source: GOLDEN.frus, key: "hull1938" },
    { source: GOLDEN.newspaper, key: "peace1920" },
    { source: GOLDEN.editedBook, key: "craig1953" },
    { source: GOLDEN.report, key: "palestinepartitioncommission1938" },
    { source: by("Núñez Seixas", "2022"), key: "nunezseixas2022" },
    { source: by("Grøß-Łódź", "193X"), key: "grosslodz1930" },
    { source: by("O'Brien", "1919-11/1920-03"), key: "obrien1919" },
    { source: by("Мельгунов"), key: "theidnd" },
  ])("is $key, author or first word, and year", ({ source, key }) => {
    expect(citationKeys({ "the-id": source }).get("the-id")).toBe(key);
  });

  it("takes a letter where it would be another's, by the order of ids", () => {
    const keys = citationKeys({
      second: by("One", "1938"),
      first: by("One", "1938"),
      x: by("Two"),
    });
    expect(Object.fromEntries(keys)).toEqual({ first: "one1938a", second: "one1938b", x: "twond" });
  });

  it("counts on behind z", () => {
    const many = Object.fromEntries(
      Array.from({ length: 28 }, (_, index) => [
        `s${String(index).padStart(2, "0")}`,
        by("One", "1938"),
      ]),
    );
    expect([...citationKeys(many).values()].slice(25)).toEqual([
      "one1938z",
      "one1938aa",
      "one1938ab",
    ]);
  });

  it("is unique, plain and the same in any order, whatever the sources", () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const keys = citationKeys(sources);
        expect(new Set(keys.values()).size).toBe(Object.keys(sources).length);
        for (const key of keys.values()) expect(key).toMatch(/^[a-z]+[a-z0-9]*$/);
        const reversed = Object.fromEntries(Object.entries(sources).reverse());
        expect(new Map([...citationKeys(reversed)].sort())).toEqual(new Map([...keys].sort()));
      }),
    );
  });
});

/** Every text of a source that an export must keep. */
function textsOf({ custom: own, ...fields }: Source): string[] {
  const { type: _, ...described } = fields;
  return Object.values({ ...described, ...own }).flatMap(
    (value: string | readonly Name[] | undefined) =>
      value === undefined
        ? []
        : typeof value === "string"
          ? [value]
          : value.flatMap((name) =>
              "literal" in name ? [name.literal] : [name.family, name.given ?? ""],
            ),
  );
}

describe("BibTeX", () => {
  it("has biblatex's fields, and the rest in an annotation", () => {
    expect(toBibtex({ frus: GOLDEN.frus })).toBe(`@incollection{hull1938,
  author = {Hull, Cordell},
  title = {{The Secretary of State to the Ambassador in France (Bullitt), telegram 150}},
  shorttitle = {{Telegram 150 to Paris}},
  booktitle = {{Foreign Relations of the United States, The Soviet Union, 1933-1939}},
  number = {458},
  publisher = {{Government Printing Office}},
  location = {Washington},
  date = {1952},
  origdate = {1938-03-24},
  annotation = {type: document; container-title-short: FRUS, The Soviet Union, 1933-1939; class: primary; origin: somebody},
}
`);
  });

  it("keeps archive, recipient and genre", () => {
    const text = toBibtex({ cab: GOLDEN.cab, letter: GOLDEN.letter });
    expect(text).toContain("@unpublished{macdonald1939,");
    expect(text).toContain("  type = {cabinet paper},\n");
    expect(text).toContain(
      "archive: The National Archives, London; archive\\_location: CAB 24/286;",
    );
    expect(text).toContain("recipient: Arthur Balfour;");
    expect(text).toContain("author = {{Lord Stamfordham}}");
  });

  it("escapes LaTeX's characters, but not in addresses", () => {
    const source: Source = {
      ...GOLDEN.web,
      title: "50% of A_B & {C} #1 $2 ~ ^ \\",
      URL: "https://example.org/a_b%20c?x=1&y={2}#d~e",
    };
    const text = toBibtex({ source });
    expect(text).toContain(
      "title = {{50\\% of A\\_B \\& \\{C\\} \\#1 \\$2 \\textasciitilde{} \\textasciicircum{} \\textbackslash{}}}",
    );
    expect(text).toContain("url = {https://example.org/a_b%20c?x=1&y=%7B2%7D#d~e}");
  });

  it("balances its braces, whatever the sources", () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        let depth = 0;
        for (const [brace] of toBibtex(sources).matchAll(/\\.|[{}]/g)) {
          if (brace === "{") depth += 1;
          if (brace === "}") depth -= 1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
  });

  it("loses no field, whatever the source", () => {
    const signs: Readonly<Record<string, string>> = {
      backslash: "\\",
      asciitilde: "~",
      asciicircum: "^",
    };
    const read = (latex: string) =>
      latex.replace(
        /\\text(\w+)\{\}|\\([&%$#_{}])|[{}]/g,
        (_all, sign: string | undefined, escaped: string | undefined) =>
          sign === undefined ? (escaped ?? "") : (signs[sign] ?? ""),
      );
    fc.assert(
      fc.property(anySource, (source) => {
        const written = read(toBibtex({ source }));
        for (const text of textsOf(source)) {
          const forms = [
            text,
            text.replace(/[{}\\]/g, encodeURIComponent),
            text.replace(/(\d)[-–](?=\d)/g, "$1--"),
          ];
          expect(
            forms.some((form) => written.includes(form)),
            `${text} in ${written}`,
          ).toBe(true);
        }
      }),
    );
  });
});

describe("RIS", () => {
  it("has a tag for what it knows, and notes for the rest", () => {
    expect(toRis({ debate: GOLDEN.debate }).split("\r\n")).toEqual([
      "TY  - HEAR",
      "ID  - foreign1938",
      "TI  - Foreign Affairs and Rearmament",
      "T2  - Hansard, House of Commons",
      "VL  - 333",
      "SP  - 1399",
      "EP  - 1514",
      "PY  - 1938",
      "DA  - 1938/03/24/",
      "N1  - type: hearing",
      "N1  - class: primary",
      "N1  - origin: somebody",
      "ER  - ",
      "",
    ]);
  });

  it("keeps archive, recipient, genre and the date of the words", () => {
    const lines = toRis({ cab: GOLDEN.cab, letter: GOLDEN.letter }).split("\r\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "M3  - cabinet paper",
        "AV  - CAB 24/286",
        "N1  - archive: The National Archives, London",
        "N1  - original-date: 1939-05-12",
        "DA  - 1939/05/12/",
        "N1  - recipient: Arthur Balfour",
      ]),
    );
  });

  it("says in a note what its dates cannot say", () => {
    const lines = toRis({ x: { ...GOLDEN.book, issued: "-0279~" } });
    expect(lines).toContain("N1  - issued: -0279~\r\n");
    expect(lines).not.toMatch(/^(?:PY|DA)/m);
    expect(toRis({ x: { ...GOLDEN.book, issued: "1938-03~" } })).toContain(
      "PY  - 1938\r\nDA  - 1938/03//\r\n",
    );
  });

  it("is well-formed line by line and loses no field, whatever the sources", () => {
    fc.assert(
      fc.property(anySources, (all) => {
        const lines = toRis(all).split("\r\n");
        for (const line of lines) expect(line).toMatch(/^(?:[A-Z][A-Z0-9] {2}- .*)?$/);
        const count = (tag: string) => lines.filter((line) => line.startsWith(`${tag}  - `)).length;
        expect([count("TY"), count("ER")]).toEqual(Array(2).fill(Object.keys(all).length));
      }),
    );
    fc.assert(
      fc.property(anySource, (source) => {
        const { page: _, issued, "original-date": __, ...rest } = source;
        const written = toRis({ source });
        for (const text of textsOf(rest)) expect(written).toContain(text);
        const isDay = issued !== undefined && /^(?!0000)\d{4}(?:-\d\d){0,2}$/.test(issued);
        const [year = "", month, day] = issued?.split("-") ?? [];
        if (isDay && month === undefined) expect(written).toContain(`PY  - ${year}\r\n`);
        else if (isDay && Number(month) <= 12) {
          expect(written).toContain(`DA  - ${year}/${month}/${day ?? ""}/\r\n`);
        } else if (issued !== undefined) expect(written).toContain(`issued: ${issued}`);
      }),
    );
  });
});

interface CslItem {
  readonly id: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly issued?: CslDate;
  readonly "original-date"?: CslDate;
}
interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[];
  readonly season?: number;
  readonly circa?: boolean;
  readonly literal?: string;
}

/** The EDTF that a CSL date means, by CSL's rules alone. */
function edtfFrom(date: CslDate): string | undefined {
  const days = date["date-parts"]?.map(([year = 0, ...parts]) => {
    const astronomical = year > 0 ? year : year + 1;
    const digits = String(Math.abs(astronomical)).padStart(4, "0");
    return [
      astronomical < 0 ? `-${digits}` : digits,
      ...parts.map((part) => String(part).padStart(2, "0")),
    ].join("-");
  });
  if (!days) return date.literal;
  return days.join("/") + (date.season ? `-${date.season + 20}` : "") + (date.circa ? "~" : "");
}

describe("CSL-JSON", () => {
  it.each([
    ["1938-03-24", { "date-parts": [[1938, 3, 24]] }],
    ["1938-03~", { "date-parts": [[1938, 3]], circa: true }],
    ["-0279", { "date-parts": [[-280]] }],
    ["0000", { "date-parts": [[-1]] }],
    ["1938-21", { "date-parts": [[1938]], season: 1 }],
    [
      "1919-02/1919-04",
      {
        "date-parts": [
          [1919, 2],
          [1919, 4],
        ],
      },
    ],
  ])("dates %s as CSL does, in years that people count", (issued, date) => {
    const [item] = JSON.parse(toCslJson({ x: { ...GOLDEN.book, issued } }));
    expect(item.issued).toEqual(date);
    expect(item.custom).toEqual(custom);
  });

  it.each(["193X", "1750?", "1750%", "1938/..", "[1667,1668]", "1919-02~/1919-04"])(
    "keeps %s as EDTF beside what CSL can say",
    (issued) => {
      const [item] = JSON.parse(toCslJson({ x: { ...GOLDEN.book, issued } }));
      expect(item.custom).toEqual({ ...custom, "issued-edtf": issued });
    },
  );

  it("was issued when it was written, where nobody published it", () => {
    const [item] = JSON.parse(toCslJson({ x: GOLDEN.cab }));
    expect(item.issued).toEqual({ "date-parts": [[1939, 5, 12]] });
    // Styles would print the same day twice.
    expect(item).not.toHaveProperty("original-date");
    expect(item.custom).toEqual({ ...custom, "original-date-edtf": "1939-05-12" });
  });

  it("keeps both dates of what was published later", () => {
    const [item] = JSON.parse(toCslJson({ x: GOLDEN.frus }));
    expect(item.issued).toEqual({ "date-parts": [[1952]] });
    expect(item["original-date"]).toEqual({ "date-parts": [[1938, 3, 24]] });
    expect(item.custom).toEqual(custom);
  });

  it("reads back as what it was, whatever the sources", () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const keys = citationKeys(sources);
        const items = JSON.parse(toCslJson(sources)) as CslItem[];
        const wanted = Object.entries(sources).map(([id, source]) => ({
          ...source,
          id: keys.get(id),
        }));
        const read = items.map(({ custom: all, issued, "original-date": original, ...fields }) => {
          const { "issued-edtf": issuedEdtf, "original-date-edtf": originalEdtf, ...own } = all;
          const isWordsOwn = originalEdtf !== undefined && original === undefined;
          return {
            ...fields,
            ...(issued && !isWordsOwn ? { issued: issuedEdtf ?? edtfFrom(issued) } : {}),
            ...(original || isWordsOwn
              ? { "original-date": originalEdtf ?? (original && edtfFrom(original)) }
              : {}),
            custom: own,
          };
        });
        expect(read).toEqual(wanted);
      }),
    );
  });
});

describe("a style", () => {
  it.each(STYLES)("$id says something about any source, in every form", (style) => {
    fc.assert(
      fc.property(anySource, (source) => {
        for (const form of ["note", "short", "bibliography"] as const) {
          const line = plainText(style[form](source));
          expect(line).not.toBe("");
          expect(line).not.toContain("undefined");
        }
      }),
    );
  });

  it("completes any range that grows", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (start, length) => {
        expect(Number(completeRange(String(start), String(start + length)))).toBe(start + length);
      }),
    );
  });

  it("writes any date without fault", () => {
    fc.assert(
      fc.property(edtfDate, (issued) => {
        for (const style of STYLES) {
          expect(plainText(style.bibliography({ ...GOLDEN.web, issued }))).not.toMatch(
            /undefined|NaN/,
          );
        }
      }),
    );
  });
});
