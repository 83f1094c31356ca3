import { describe, expect, it } from "vitest";
import type { Locator } from "../../src/citation/locator.js";
import { plainText } from "../../src/citation/rich-text.js";
import { mla } from "../../src/citation/styles/mla.js";
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
 * After the handbook (9th ed., chapters 5 and 6). Beyond citeproc's style, a debate keeps its columns and a
 * document its "doc."; volumes are counted in Arabic numerals.
 */
const CASES: readonly Golden[] = [
  {
    name: "a book",
    source: GOLDEN.book,
    at: { label: "page", value: "236-238" },
    inText: "(Neilson 236–38)",
    bibliography:
      "Neilson, Keith. *Britain, Soviet Russia and the Collapse of the Versailles Order, 1919-1939*. Cambridge University Press, 2006.",
  },
  {
    name: "a later edition of a book with editors and no author",
    source: GOLDEN.editedBook,
    inText: "(Craig and Gilbert)",
    bibliography:
      "Craig, Gordon A., and Felix Gilbert, editors. *The Diplomats, 1919-1939*. 1953. 2nd ed., Princeton University Press, 1994.",
  },
  {
    name: "a chapter",
    source: GOLDEN.chapter,
    at: { label: "page", value: "560" },
    inText: "(Ford and Schorske 560)",
    bibliography:
      "Ford, Franklin L., and Carl E. Schorske. “The Voice in the Wilderness: Robert Coulondre.” *The Diplomats, 1919-1939*, edited by Gordon A. Craig and Felix Gilbert, Princeton University Press, 1953, pp. 555–78.",
  },
  {
    name: "an article in a journal, by its DOI",
    source: GOLDEN.article,
    at: { label: "page", value: "1375" },
    inText: "(Roberts 1375)",
    bibliography:
      "Roberts, Geoffrey. “Moscow and the Marshall Plan: Politics, Ideology and the Onset of the Cold War, 1947.” *Europe-Asia Studies*, vol. 46, no. 8, 1994, pp. 1371–86, https://doi.org/10.1080/09668139408412231.",
  },
  {
    name: "an unsigned report in a newspaper",
    source: GOLDEN.newspaper,
    at: { label: "page", value: "9" },
    inText: "(“Peace with Turkey” 9)",
    bibliography:
      "“Peace with Turkey: Eleven Allied Powers Sign Treaty.” *The Times*, 11 Aug. 1920, p. 9.",
  },
  {
    name: "a signed report, with quotation marks within",
    source: GOLDEN.signedNewspaper,
    inText: "(Kihss)",
    bibliography:
      "Kihss, Peter. “Zionist Congress Pledges ‘Clean Fight.’” *New York Herald Tribune*, 31 Dec. 1946, https://example.org/1946/12/31.",
  },
  {
    name: "an article in a magazine whose title asks",
    source: GOLDEN.magazine,
    inText: "(Maddox)",
    bibliography:
      "Maddox, Robert James. “Why Did We Have to Drop the Bomb?” *American Heritage*, May 1995, pp. 70–77.",
  },
  {
    name: "HC Deb 24 March 1938 vol 333 cc1399-514",
    source: GOLDEN.debate,
    at: { label: "column", value: "1406" },
    inText: "(“Foreign Affairs and Rearmament,” col. 1406)",
    bibliography:
      "“Foreign Affairs and Rearmament.” *Hansard, House of Commons*, vol. 333, 24 Mar. 1938, cols. 1399–514.",
  },
  {
    name: "a FRUS document by its number",
    source: GOLDEN.frus,
    at: { label: "page", value: "449" },
    inText: "(Hull 449)",
    bibliography:
      "Hull, Cordell. “The Secretary of State to the Ambassador in France (Bullitt), telegram 150.” 24 Mar. 1938. *Foreign Relations of the United States, The Soviet Union, 1933-1939*, doc. 458, Government Printing Office, 1952.",
  },
  {
    name: "a telegram of two days in a volume counted in Roman numerals",
    source: GOLDEN.dafp,
    at: { label: "document", value: "151" },
    inText: "(MacDonald, doc. 151)",
    bibliography:
      "MacDonald, M. “Circular cablegram B73 to Lyons.” 22–23 Mar. 1938. *Documents on Australian Foreign Policy*, vol. 4, doc. 150, https://example.org/150.",
  },
  {
    name: "a CAB paper in The National Archives",
    source: GOLDEN.cab,
    at: { label: "page", value: "4" },
    inText: "(MacDonald 4)",
    bibliography:
      "MacDonald, Malcolm. “Palestine: Memorandum by the Secretary of State for the Colonies.” 12 May 1939, The National Archives, London, CAB 24/286. Cabinet paper.",
  },
  {
    name: "a letter quoted in a book",
    source: GOLDEN.letter,
    inText: "(Lord Stamfordham)",
    bibliography:
      "Lord Stamfordham. “On the asylum of the Romanovs.” To Arthur Balfour. 6 Apr. 1917. Quoted in Kenneth Rose, King George V (1983). Letter.",
  },
  {
    name: "Thucydides 5.89",
    source: GOLDEN.ancient,
    at: { label: "section", value: "5.89" },
    inText: "(Thucydides 5.89)",
    bibliography:
      "Thucydides. *History of the Peloponnesian War*. Circa 400 BC. Translated by Rex Warner, Penguin, 1954.",
  },
  {
    name: "a web page without an author",
    source: GOLDEN.web,
    inText: "(“June 1940: A British Lead for a Federal Europe”)",
    bibliography:
      "“June 1940: A British Lead for a Federal Europe.” *Forum on Geopolitics*, 22 Mar. 2017, https://example.org/june-1940.",
  },
  {
    name: "a video at a time",
    source: GOLDEN.video,
    at: { label: "timestamp", value: "12:30" },
    inText: "(World War Two 12:30)",
    bibliography:
      "World War Two. “Britain Rejects Stalin’s Alliance.” *YouTube*, 1 Sept. 2018, https://example.org/video. Video.",
  },
  {
    name: "an undated post by nobody in particular",
    source: GOLDEN.post,
    inText: "(“Why did France and the UK reject Litvinov’s proposal?”)",
    bibliography:
      "“Why did France and the UK reject Litvinov’s proposal?” *TimeGhost community*, https://example.org/t/9769.",
  },
  {
    name: "a command paper",
    source: GOLDEN.report,
    inText: "(Palestine Partition Commission)",
    bibliography:
      "Palestine Partition Commission. *Palestine Partition Commission Report*. Cmd. 5854, H.M. Stationery Office, Oct. 1938.",
  },
  {
    name: "a thesis",
    source: GOLDEN.thesis,
    inText: "(Esnouf)",
    bibliography:
      "Esnouf, Guy Nicholas. *British Government War Aims, September 1939 to July 1940*. July 1988. King’s College London, PhD diss.",
  },
  {
    name: "a treaty",
    source: GOLDEN.treaty,
    inText: "(Treaty Restoring Friendly Relations)",
    bibliography:
      "Treaty between the United States and Germany Restoring Friendly Relations. 25 Aug. 1921.",
  },
  {
    name: "a speech printed in a periodical",
    source: GOLDEN.speech,
    inText: "(Lord Halifax)",
    bibliography:
      "Lord Halifax. “Great Britain Shall Go Forward.” 22 July 1940. *Vital Speeches of the Day*, vol. 6, pp. 625–26.",
  },
  {
    name: "a review without a title",
    source: GOLDEN.review,
    inText: "(Freeman)",
    bibliography:
      "Freeman, Walden S. Review of Ralph Stone, The Irreconcilables. *Indiana Magazine of History*, vol. 67, no. 2, 1971, pp. 185–86.",
  },
];

describe("MLA", () => {
  it.each(CASES)("lists $name among the works cited", ({ source, bibliography }) => {
    expect(marked(mla.bibliography(source))).toBe(bibliography);
  });

  it.each(CASES)("cites $name in the text", ({ source, at, inText }) => {
    expect(marked(mla.note(source, at))).toBe(inText);
    expect(mla.short(source, at)).toEqual(mla.note(source, at));
  });

  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ family: `F${index + 1}`, given: "G." }));
  it.each([
    { count: 2, entry: /^F1, G\., and G\. F2\. /, inText: "(F1 and F2)" },
    { count: 3, entry: /^F1, G\., et al\. /, inText: "(F1 et al.)" },
  ])("names $count authors as the handbook says", ({ count, entry, inText }) => {
    const source: Source = { ...GOLDEN.book, author: names(count) };
    expect(plainText(mla.bibliography(source))).toMatch(entry);
    expect(plainText(mla.note(source))).toBe(inText);
  });

  it.each([
    { at: { label: "page", value: "103-104" }, inText: "(Neilson 103–04)" },
    { at: { label: "chapter", value: "3" }, inText: "(Neilson, ch. 3)" },
    { at: { label: "paragraph", value: "3-4" }, inText: "(Neilson, pars. 3–4)" },
    { at: { label: "note", value: "137" }, inText: "(Neilson, n. 137)" },
  ] as const)("cites $at.label $at.value as $inText", ({ at, inText }) => {
    expect(plainText(mla.note(GOLDEN.book, at))).toBe(inText);
  });
});
