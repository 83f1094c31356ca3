import { describe, expect, it } from "vitest";
import { addressOf, formatCitation, formatNames } from "../../src/citation/format.js";
import type { Source } from "../../src/knowledge/model.js";

const custom = { class: "primary", origin: "somebody" } as const;
const hansard: Source = {
  type: "hearing",
  title: "Foreign Affairs and Rearmament",
  "container-title": "Hansard, House of Commons",
  volume: "333",
  page: "1399-514",
  issued: "1938-03-24",
  custom,
};
const frus: Source = {
  type: "document",
  title: "Memorandum of Conversation, by the Under Secretary of State",
  "title-short": "Memorandum of Conversation",
  author: [{ family: "Welles", given: "Sumner" }],
  "container-title": "Foreign Relations of the United States, The Soviet Union, 1933-1939",
  "container-title-short": "FRUS, The Soviet Union, 1933-1939",
  number: "459",
  "original-date": "1938-03~",
  issued: "1952",
  custom,
};
const book: Source = {
  type: "book",
  title: "Britain, Soviet Russia and the Collapse of the Versailles Order",
  author: [{ family: "Neilson", given: "Keith" }],
  publisher: "Cambridge University Press",
  issued: "2006",
  DOI: "10.1000/x",
  custom,
};

describe("formatCitation", () => {
  it.each([
    {
      source: hansard,
      short: false,
      text: "“Foreign Affairs and Rearmament”, Hansard, House of Commons, vol. 333, cc. 1399–514 (24 March 1938)",
    },
    {
      source: frus,
      short: false,
      text: "Sumner Welles, “Memorandum of Conversation, by the Under Secretary of State”, in Foreign Relations of the United States, The Soviet Union, 1933-1939, doc. 459 (c. March 1938; published 1952)",
    },
    {
      source: frus,
      short: true,
      text: "Welles, “Memorandum of Conversation”, FRUS, The Soviet Union, 1933-1939, doc. 459 (c. March 1938)",
    },
    {
      source: book,
      short: false,
      at: { label: "page", value: "236-38" },
      text: "Keith Neilson, Britain, Soviet Russia and the Collapse of the Versailles Order (Cambridge University Press, 2006), pp. 236–38",
    },
    {
      source: book,
      short: true,
      text: "Neilson, Britain, Soviet Russia and the Collapse of the Versailles Order (2006)",
    },
  ] as const)("gives $text", ({ source, short, text, ...rest }) => {
    const at = "at" in rest ? rest.at : undefined;
    expect(formatCitation(source, { at }, { short })).toBe(text);
  });
});

describe("formatNames", () => {
  const person = (family: string) => ({ family, given: "A." });
  it.each([
    { names: [person("One")], text: "A. One" },
    { names: [person("One"), { literal: "Foreign Office" }], text: "A. One and Foreign Office" },
    { names: [person("One"), person("Two"), person("Three")], text: "A. One, A. Two and A. Three" },
    { names: ["One", "Two", "Three", "Four"].map(person), text: "A. One et al." },
  ])("joins $names.length names", ({ names, text }) => {
    expect(formatNames(names)).toBe(text);
  });
});

describe("addressOf", () => {
  it("is the source's own address, else that of its DOI, else none", () => {
    expect(addressOf({ ...book, URL: "https://example.org/" })).toBe("https://example.org/");
    expect(addressOf(book)).toBe("https://doi.org/10.1000/x");
    expect(addressOf(hansard)).toBeUndefined();
  });
});
