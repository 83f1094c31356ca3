import { describe, expect, it } from "vitest";
import type { Locator } from "../../src/citation/locator.js";
import { plainText } from "../../src/citation/rich-text.js";
import { apa } from "../../src/citation/styles/apa.js";
import type { Source } from "../../src/knowledge/model.js";
import { GOLDEN, marked } from "./golden-sources.js";

interface Golden {
  readonly name: string;
  readonly source: Source;
  readonly at?: Locator;
  readonly inText: string;
  readonly bibliography: string;
}

/*
 * After the manual (7th ed., chapters 8 to 10). Beyond citeproc's style, a debate keeps Hansard, volume and
 * columns, and a document that nobody published has been "dated", not "published", in its year.
 */
const CASES: readonly Golden[] = [
  {
    name: "a book",
    source: GOLDEN.book,
    at: { label: "page", value: "236-238" },
    inText: "(Neilson, 2006, pp. 236–238)",
    bibliography:
      "Neilson, K. (2006). *Britain, Soviet Russia and the Collapse of the Versailles Order, 1919-1939*. Cambridge University Press.",
  },
  {
    name: "a later edition of a book with editors and no author",
    source: GOLDEN.editedBook,
    inText: "(Craig & Gilbert, 1953/1994)",
    bibliography:
      "Craig, G. A., & Gilbert, F. (Eds.). (1994). *The Diplomats, 1919-1939* (2nd ed.). Princeton University Press. (Original work published 1953)",
  },
  {
    name: "a chapter",
    source: GOLDEN.chapter,
    at: { label: "page", value: "560" },
    inText: "(Ford & Schorske, 1953, p. 560)",
    bibliography:
      "Ford, F. L., & Schorske, C. E. (1953). The Voice in the Wilderness: Robert Coulondre. In G. A. Craig & F. Gilbert (Eds.), *The Diplomats, 1919-1939* (pp. 555–578). Princeton University Press.",
  },
  {
    name: "an article in a journal, by its DOI",
    source: GOLDEN.article,
    at: { label: "page", value: "1375" },
    inText: "(Roberts, 1994, p. 1375)",
    bibliography:
      "Roberts, G. (1994). Moscow and the Marshall Plan: Politics, Ideology and the Onset of the Cold War, 1947. *Europe-Asia Studies*, *46*(8), 1371–1386. https://doi.org/10.1080/09668139408412231",
  },
  {
    name: "an unsigned report in a newspaper",
    source: GOLDEN.newspaper,
    at: { label: "page", value: "9" },
    inText: "(“Peace with Turkey,” 1920, p. 9)",
    bibliography:
      "Peace with Turkey: Eleven Allied Powers Sign Treaty. (1920, August 11). *The Times*, 9.",
  },
  {
    name: "a signed report, with quotation marks within",
    source: GOLDEN.signedNewspaper,
    inText: "(Kihss, 1946)",
    bibliography:
      "Kihss, P. (1946, December 31). Zionist Congress Pledges “Clean Fight.” *New York Herald Tribune*. https://example.org/1946/12/31",
  },
  {
    name: "an article in a magazine whose title asks",
    source: GOLDEN.magazine,
    inText: "(Maddox, 1995)",
    bibliography:
      "Maddox, R. J. (1995, May). Why Did We Have to Drop the Bomb? *American Heritage*, 70–77.",
  },
  {
    name: "HC Deb 24 March 1938 vol 333 cc1399-514",
    source: GOLDEN.debate,
    at: { label: "column", value: "1406" },
    inText: "(“Foreign Affairs and Rearmament,” 1938, col. 1406)",
    bibliography:
      "Foreign Affairs and Rearmament. (1938, March 24). *Hansard, House of Commons* (Vol. 333, cols. 1399–1514).",
  },
  {
    name: "a FRUS document by its number",
    source: GOLDEN.frus,
    at: { label: "page", value: "449" },
    inText: "(Hull, 1938/1952, p. 449)",
    bibliography:
      "Hull, C. (1952). The Secretary of State to the Ambassador in France (Bullitt), telegram 150. In *Foreign Relations of the United States, The Soviet Union, 1933-1939* (Doc. 458). Government Printing Office. (Original work dated March 24, 1938)",
  },
  {
    name: "a telegram of two days in a volume counted in Roman numerals",
    source: GOLDEN.dafp,
    at: { label: "document", value: "151" },
    inText: "(MacDonald, 1938, doc. 151)",
    bibliography:
      "MacDonald, M. (1938, March 22–23). Circular cablegram B73 to Lyons. In *Documents on Australian Foreign Policy* (Vol. 4, Doc. 150). https://example.org/150",
  },
  {
    name: "a CAB paper in The National Archives",
    source: GOLDEN.cab,
    at: { label: "page", value: "4" },
    inText: "(MacDonald, 1939, p. 4)",
    bibliography:
      "MacDonald, M. (1939, May 12). *Palestine: Memorandum by the Secretary of State for the Colonies* [Cabinet paper]. The National Archives, London (CAB 24/286).",
  },
  {
    name: "a letter quoted in a book",
    source: GOLDEN.letter,
    inText: "(Lord Stamfordham, 1917)",
    bibliography:
      "Lord Stamfordham. (1917, April 6). On the asylum of the Romanovs [Letter to Arthur Balfour]. Quoted in Kenneth Rose, King George V (1983).",
  },
  {
    name: "Thucydides 5.89",
    source: GOLDEN.ancient,
    at: { label: "section", value: "5.89" },
    inText: "(Thucydides, ca. 400 B.C.E./1954, 5.89)",
    bibliography:
      "Thucydides. (1954). *History of the Peloponnesian War* (R. Warner, Trans.). Penguin. (Original work published ca. 400 B.C.E.)",
  },
  {
    name: "a web page without an author",
    source: GOLDEN.web,
    inText: "(*June 1940: A British Lead for a Federal Europe*, 2017)",
    bibliography:
      "*June 1940: A British Lead for a Federal Europe*. (2017, March 22). Forum on Geopolitics. https://example.org/june-1940",
  },
  {
    name: "a video at a time",
    source: GOLDEN.video,
    at: { label: "timestamp", value: "12:30" },
    inText: "(World War Two, 2018, 12:30)",
    bibliography:
      "World War Two. (2018, September 1). *Britain Rejects Stalin’s Alliance* [Video]. YouTube. https://example.org/video",
  },
  {
    name: "an undated post by nobody in particular",
    source: GOLDEN.post,
    inText: "(*Why did France and the UK reject Litvinov’s proposal?*, n.d.)",
    bibliography:
      "*Why did France and the UK reject Litvinov’s proposal?* [Online post]. (n.d.). TimeGhost community. https://example.org/t/9769",
  },
  {
    name: "a command paper",
    source: GOLDEN.report,
    inText: "(Palestine Partition Commission, 1938)",
    bibliography:
      "Palestine Partition Commission. (1938). *Palestine Partition Commission Report* (Cmd. 5854). H.M. Stationery Office.",
  },
  {
    name: "a thesis",
    source: GOLDEN.thesis,
    inText: "(Esnouf, 1988)",
    bibliography:
      "Esnouf, G. N. (1988). *British Government War Aims, September 1939 to July 1940* [PhD diss., King’s College London].",
  },
  {
    name: "a treaty",
    source: GOLDEN.treaty,
    inText: "(Treaty Restoring Friendly Relations, 1921)",
    bibliography:
      "Treaty between the United States and Germany Restoring Friendly Relations, August 25, 1921",
  },
  {
    name: "a speech printed in a periodical",
    source: GOLDEN.speech,
    inText: "(Lord Halifax, 1940)",
    bibliography:
      "Lord Halifax. (1940, July 22). Great Britain Shall Go Forward. In *Vital Speeches of the Day* (Vol. 6, pp. 625–626).",
  },
  {
    name: "a review without a title",
    source: GOLDEN.review,
    inText: "(Freeman, 1971)",
    bibliography:
      "Freeman, W. S. (1971). [Review of Ralph Stone, The Irreconcilables]. *Indiana Magazine of History*, *67*(2), 185–186.",
  },
];

describe("APA", () => {
  it.each(CASES)("lists $name among the references", ({ source, bibliography }) => {
    expect(marked(apa.bibliography(source))).toBe(bibliography);
  });

  it.each(CASES)("cites $name in the text", ({ source, at, inText }) => {
    expect(marked(apa.note(source, at))).toBe(inText);
    expect(apa.short(source, at)).toEqual(apa.note(source, at));
  });

  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      family: `F${index + 1}`,
      given: "Ann-Mary B.",
    }));
  it.each([
    {
      count: 2,
      entry: /^F1, A\.-M\. B\., & F2, A\.-M\. B\. \(2006\)\. /,
      inText: "(F1 & F2, 2006)",
    },
    { count: 3, entry: /^F1, [^&]*, & F3, A\.-M\. B\. \(/, inText: "(F1 et al., 2006)" },
    { count: 21, entry: /, F19, A\.-M\. B\., … F21, A\.-M\. B\. \(/, inText: "(F1 et al., 2006)" },
  ])("names $count authors as the manual says", ({ count, entry, inText }) => {
    const source: Source = { ...GOLDEN.book, author: names(count) };
    expect(plainText(apa.bibliography(source))).toMatch(entry);
    expect(plainText(apa.note(source))).toBe(inText);
  });

  it.each([
    { at: { label: "page", value: "585-91" }, inText: "(Neilson, 2006, pp. 585–591)" },
    { at: { label: "chapter", value: "3" }, inText: "(Neilson, 2006, Chapter 3)" },
    { at: { label: "paragraph", value: "3" }, inText: "(Neilson, 2006, para. 3)" },
  ] as const)("cites $at.label $at.value as $inText", ({ at, inText }) => {
    expect(plainText(apa.note(GOLDEN.book, at))).toBe(inText);
  });

  it("puts no full stop behind an address", () => {
    expect(plainText(apa.bibliography(GOLDEN.web)).endsWith("june-1940")).toBe(true);
  });
});
