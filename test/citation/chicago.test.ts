import { describe, expect, it } from "vitest";
import type { Locator } from "../../src/citation/locator.js";
import { plainText } from "../../src/citation/rich-text.js";
import { chicago } from "../../src/citation/styles/chicago.js";
import type { Source } from "../../src/knowledge/model.js";
import { GOLDEN, marked } from "./golden-sources.js";

interface Golden {
  readonly name: string;
  readonly source: Source;
  readonly at?: Locator;
  readonly note: string;
  readonly short: string;
  readonly bibliography: string;
}

/*
 * After the manual (17th ed., chapter 14), and compared with pandoc's citeproc in the official style of that edition, with
 * which book, chapter, CAB paper, video, report and thesis agree letter by letter. The others differ on purpose:
 * - A debate keeps Hansard, volume, day and columns; citeproc takes it for a bill and leaves its title and the year.
 * - A document has its own date behind the title, "vol. 4" and "doc. 458"; its short form has series and number too.
 *   citeproc has bare numbers ("150, IV"), and the date among those of the printing.
 * - An ancient text takes its passage behind the title without a comma (14.243), and has no year of the words.
 * - A later edition stands before the parentheses, and the first year within them.
 * - Ranges are shortened (9.61), pages of newspapers and magazines kept, and told as pages behind a number.
 * - A comma follows a title that asks (14.96); full stop and comma go within inner quotation marks too.
 * - Titles keep the capitals they have, and an unsigned report in a bibliography its quotation marks.
 * - A web page without an author stands under its title; what has no date does not say so; no review is "unsigned".
 */
const CASES: readonly Golden[] = [
  {
    name: "a book",
    source: GOLDEN.book,
    at: { label: "page", value: "236-238" },
    note: "Keith Neilson, *Britain, Soviet Russia and the Collapse of the Versailles Order, 1919-1939* (Cambridge: Cambridge University Press, 2006), 236–38.",
    short: "Neilson, *Collapse of the Versailles Order*, 236–38.",
    bibliography:
      "Neilson, Keith. *Britain, Soviet Russia and the Collapse of the Versailles Order, 1919-1939*. Cambridge: Cambridge University Press, 2006.",
  },
  {
    name: "a later edition of a book with editors and no author",
    source: GOLDEN.editedBook,
    note: "Gordon A. Craig and Felix Gilbert, eds., *The Diplomats, 1919-1939*, 2nd ed. (1953; Princeton: Princeton University Press, 1994).",
    short: "Craig and Gilbert, *The Diplomats, 1919-1939*.",
    bibliography:
      "Craig, Gordon A., and Felix Gilbert, eds. *The Diplomats, 1919-1939*. 2nd ed. 1953. Princeton: Princeton University Press, 1994.",
  },
  {
    name: "a chapter",
    source: GOLDEN.chapter,
    at: { label: "page", value: "560" },
    note: "Franklin L. Ford and Carl E. Schorske, “The Voice in the Wilderness: Robert Coulondre,” in *The Diplomats, 1919-1939*, ed. Gordon A. Craig and Felix Gilbert (Princeton: Princeton University Press, 1953), 560.",
    short: "Ford and Schorske, “The Voice in the Wilderness,” 560.",
    bibliography:
      "Ford, Franklin L., and Carl E. Schorske. “The Voice in the Wilderness: Robert Coulondre.” In *The Diplomats, 1919-1939*, edited by Gordon A. Craig and Felix Gilbert, 555–78. Princeton: Princeton University Press, 1953.",
  },
  {
    name: "an article in a journal, by its DOI",
    source: GOLDEN.article,
    at: { label: "page", value: "1375" },
    note: "Geoffrey Roberts, “Moscow and the Marshall Plan: Politics, Ideology and the Onset of the Cold War, 1947,” *Europe-Asia Studies* 46, no. 8 (1994): 1375, https://doi.org/10.1080/09668139408412231.",
    short: "Roberts, “Moscow and the Marshall Plan,” 1375.",
    bibliography:
      "Roberts, Geoffrey. “Moscow and the Marshall Plan: Politics, Ideology and the Onset of the Cold War, 1947.” *Europe-Asia Studies* 46, no. 8 (1994): 1371–86. https://doi.org/10.1080/09668139408412231.",
  },
  {
    name: "an unsigned report in a newspaper",
    source: GOLDEN.newspaper,
    at: { label: "page", value: "9" },
    note: "“Peace with Turkey: Eleven Allied Powers Sign Treaty,” *The Times*, August 11, 1920, 9.",
    short: "“Peace with Turkey,” 9.",
    bibliography:
      "*The Times*. “Peace with Turkey: Eleven Allied Powers Sign Treaty.” August 11, 1920, 9.",
  },
  {
    name: "a signed report, with quotation marks within",
    source: GOLDEN.signedNewspaper,
    note: "Peter Kihss, “Zionist Congress Pledges ‘Clean Fight,’” *New York Herald Tribune*, December 31, 1946, https://example.org/1946/12/31.",
    short: "Kihss, “Zionist Congress Pledges ‘Clean Fight.’”",
    bibliography:
      "Kihss, Peter. “Zionist Congress Pledges ‘Clean Fight.’” *New York Herald Tribune*, December 31, 1946. https://example.org/1946/12/31.",
  },
  {
    name: "an article in a magazine whose title asks",
    source: GOLDEN.magazine,
    note: "Robert James Maddox, “Why Did We Have to Drop the Bomb?,” *American Heritage*, May 1995, 70–77.",
    short: "Maddox, “Why Did We Have to Drop the Bomb?”",
    bibliography:
      "Maddox, Robert James. “Why Did We Have to Drop the Bomb?” *American Heritage*, May 1995, 70–77.",
  },
  {
    name: "HC Deb 24 March 1938 vol 333 cc1399-514",
    source: GOLDEN.debate,
    at: { label: "column", value: "1406" },
    note: "“Foreign Affairs and Rearmament,” *Hansard, House of Commons*, vol. 333, March 24, 1938, col. 1406.",
    short: "“Foreign Affairs and Rearmament,” col. 1406.",
    bibliography:
      "“Foreign Affairs and Rearmament.” *Hansard, House of Commons*, vol. 333, March 24, 1938, cols. 1399–514.",
  },
  {
    name: "a FRUS document by its number",
    source: GOLDEN.frus,
    at: { label: "page", value: "449" },
    note: "Cordell Hull, “The Secretary of State to the Ambassador in France (Bullitt), telegram 150,” March 24, 1938, in *Foreign Relations of the United States, The Soviet Union, 1933-1939* (Washington: Government Printing Office, 1952), doc. 458, p. 449.",
    short: "Hull, “Telegram 150 to Paris,” *FRUS, The Soviet Union, 1933-1939*, doc. 458, p. 449.",
    bibliography:
      "Hull, Cordell. “The Secretary of State to the Ambassador in France (Bullitt), telegram 150.” March 24, 1938. In *Foreign Relations of the United States, The Soviet Union, 1933-1939*, doc. 458. Washington: Government Printing Office, 1952.",
  },
  {
    name: "a telegram of two days in a volume counted in Roman numerals",
    source: GOLDEN.dafp,
    at: { label: "document", value: "151" },
    note: "M. MacDonald, “Circular cablegram B73 to Lyons,” March 22–23, 1938, in *Documents on Australian Foreign Policy*, vol. 4, doc. 151, https://example.org/150.",
    short: "MacDonald, “Circular cablegram B73 to Lyons,” *DAFP*, vol. 4, doc. 151.",
    bibliography:
      "MacDonald, M. “Circular cablegram B73 to Lyons.” March 22–23, 1938. In *Documents on Australian Foreign Policy*, vol. 4, doc. 150. https://example.org/150.",
  },
  {
    name: "a CAB paper in The National Archives",
    source: GOLDEN.cab,
    at: { label: "page", value: "4" },
    note: "Malcolm MacDonald, “Palestine: Memorandum by the Secretary of State for the Colonies,” cabinet paper, May 12, 1939, CAB 24/286, p. 4, The National Archives, London.",
    short: "MacDonald, “Palestine: Memorandum,” 4.",
    bibliography:
      "MacDonald, Malcolm. “Palestine: Memorandum by the Secretary of State for the Colonies.” Cabinet paper. May 12, 1939. CAB 24/286. The National Archives, London.",
  },
  {
    name: "a letter quoted in a book",
    source: GOLDEN.letter,
    note: "Lord Stamfordham, “On the asylum of the Romanovs,” to Arthur Balfour, letter, April 6, 1917, quoted in Kenneth Rose, King George V (1983).",
    short: "Lord Stamfordham, “On the asylum of the Romanovs.”",
    bibliography:
      "Lord Stamfordham. “On the asylum of the Romanovs.” To Arthur Balfour. Letter. April 6, 1917. Quoted in Kenneth Rose, King George V (1983).",
  },
  {
    name: "Thucydides 5.89",
    source: GOLDEN.ancient,
    at: { label: "section", value: "5.89" },
    note: "Thucydides, *History of the Peloponnesian War* 5.89, trans. Rex Warner (Harmondsworth: Penguin, 1954).",
    short: "Thucydides, *History of the Peloponnesian War* 5.89.",
    bibliography:
      "Thucydides. *History of the Peloponnesian War*. Translated by Rex Warner. Harmondsworth: Penguin, 1954.",
  },
  {
    name: "a web page without an author",
    source: GOLDEN.web,
    note: "“June 1940: A British Lead for a Federal Europe,” Forum on Geopolitics, March 22, 2017, https://example.org/june-1940.",
    short: "“June 1940: A British Lead for a Federal Europe.”",
    bibliography:
      "“June 1940: A British Lead for a Federal Europe.” Forum on Geopolitics, March 22, 2017. https://example.org/june-1940.",
  },
  {
    name: "a video at a time",
    source: GOLDEN.video,
    at: { label: "timestamp", value: "12:30" },
    note: "World War Two, “Britain Rejects Stalin’s Alliance,” video, YouTube, September 1, 2018, at 12:30, https://example.org/video.",
    short: "World War Two, “Britain Rejects Stalin’s Alliance,” at 12:30.",
    bibliography:
      "World War Two. “Britain Rejects Stalin’s Alliance.” Video. YouTube, September 1, 2018. https://example.org/video.",
  },
  {
    name: "an undated post by nobody in particular",
    source: GOLDEN.post,
    note: "“Why did France and the UK reject Litvinov’s proposal?,” TimeGhost community, https://example.org/t/9769.",
    short: "“Why did France and the UK reject Litvinov’s proposal?”",
    bibliography:
      "“Why did France and the UK reject Litvinov’s proposal?” TimeGhost community. https://example.org/t/9769.",
  },
  {
    name: "a command paper",
    source: GOLDEN.report,
    note: "Palestine Partition Commission, *Palestine Partition Commission Report*, Cmd. 5854 (London: H.M. Stationery Office, 1938).",
    short: "Palestine Partition Commission, *Palestine Partition Commission Report*.",
    bibliography:
      "Palestine Partition Commission. *Palestine Partition Commission Report*. Cmd. 5854. London: H.M. Stationery Office, 1938.",
  },
  {
    name: "a thesis",
    source: GOLDEN.thesis,
    note: "Guy Nicholas Esnouf, “British Government War Aims, September 1939 to July 1940” (PhD diss., King’s College London, 1988).",
    short: "Esnouf, “British Government War Aims.”",
    bibliography:
      "Esnouf, Guy Nicholas. “British Government War Aims, September 1939 to July 1940.” PhD diss., King’s College London, 1988.",
  },
  {
    name: "a treaty",
    source: GOLDEN.treaty,
    note: "Treaty between the United States and Germany Restoring Friendly Relations, August 25, 1921.",
    short: "Treaty Restoring Friendly Relations.",
    bibliography:
      "Treaty between the United States and Germany Restoring Friendly Relations. August 25, 1921.",
  },
  {
    name: "a speech printed in a periodical",
    source: GOLDEN.speech,
    note: "Lord Halifax, “Great Britain Shall Go Forward,” July 22, 1940, in *Vital Speeches of the Day*, vol. 6, pp. 625–26.",
    short: "Lord Halifax, “Great Britain Shall Go Forward.”",
    bibliography:
      "Lord Halifax. “Great Britain Shall Go Forward.” July 22, 1940. In *Vital Speeches of the Day*, vol. 6, pp. 625–26.",
  },
  {
    name: "a review without a title",
    source: GOLDEN.review,
    note: "Walden S. Freeman, review of Ralph Stone, The Irreconcilables, *Indiana Magazine of History* 67, no. 2 (1971): 185–86.",
    short: "Freeman, review of Ralph Stone, The Irreconcilables.",
    bibliography:
      "Freeman, Walden S. Review of Ralph Stone, The Irreconcilables. *Indiana Magazine of History* 67, no. 2 (1971): 185–86.",
  },
];

describe("a Chicago note", () => {
  it.each(CASES)("names $name in full at first", ({ source, at, note }) => {
    expect(marked(chicago.note(source, at))).toBe(note);
  });

  it.each(CASES)("names $name in short later", ({ source, at, short }) => {
    expect(marked(chicago.short(source, at))).toBe(short);
  });

  const book = GOLDEN.book;
  it.each([
    { at: { label: "page", value: "236" }, ends: "2006), 236." },
    { at: { label: "page", value: "101-108" }, ends: "2006), 101–8." },
    { at: { label: "page", value: "12, 15-17" }, ends: "2006), 12, 15–17." },
    { at: { label: "chapter", value: "3" }, ends: "2006), chap. 3." },
    { at: { label: "note", value: "137" }, ends: "2006), n. 137." },
    { at: { label: "section", value: "Article 4" }, ends: "2006), Article 4." },
    { at: { label: "section", value: "IX" }, ends: "2006), sec. IX." },
  ] as const)("puts $at.label $at.value behind the imprint", ({ at, ends }) => {
    expect(plainText(chicago.note(book, at)).endsWith(ends)).toBe(true);
  });

  it("says where a page is one, where it would run into a number", () => {
    const undated: Source = { ...GOLDEN.debate, page: undefined };
    expect(plainText(chicago.note(undated, { label: "page", value: "985" }))).toBe(
      "“Foreign Affairs and Rearmament,” Hansard, House of Commons, vol. 333, March 24, 1938, p. 985.",
    );
  });

  it("names the columns of a debate, or the column asked for", () => {
    expect(plainText(chicago.note(GOLDEN.debate))).toBe(
      "“Foreign Affairs and Rearmament,” Hansard, House of Commons, vol. 333, March 24, 1938, cols. 1399–514.",
    );
  });

  it("counts a page of an edition of an ancient text behind the edition", () => {
    expect(plainText(chicago.note(GOLDEN.ancient, { label: "page", value: "402" }))).toBe(
      "Thucydides, History of the Peloponnesian War, trans. Rex Warner (Harmondsworth: Penguin, 1954), 402.",
    );
  });

  it("begins with a capital", () => {
    const { author: _, ...unsigned } = GOLDEN.review;
    expect(plainText(chicago.note(unsigned))).toMatch(/^Review of Ralph Stone/);
  });
});

describe("a Chicago bibliography", () => {
  it.each(CASES)("lists $name", ({ source, bibliography }) => {
    expect(marked(chicago.bibliography(source))).toBe(bibliography);
  });

  const authors = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ family: `F${index + 1}`, given: "G." }));
  it.each([
    { count: 3, note: /^G\. F1, G\. F2, and G\. F3, /, entry: /^F1, G\., G\. F2, and G\. F3\. / },
    { count: 4, note: /^G\. F1 et al\., /, entry: /^F1, G\., G\. F2, G\. F3, and G\. F4\. / },
    { count: 11, note: /^G\. F1 et al\., /, entry: /^F1, G\.,.* G\. F7, et al\. / },
  ])("names $count authors as the manual says", ({ count, note, entry }) => {
    const source: Source = { ...GOLDEN.book, author: authors(count) };
    expect(plainText(chicago.note(source))).toMatch(note);
    expect(plainText(chicago.bibliography(source))).toMatch(entry);
  });

  it("leaves out what is not known, and the punctuation with it", () => {
    const bare: Source = { type: "book", title: "India's War", custom: GOLDEN.book.custom };
    expect(plainText(chicago.note(bare))).toBe("India’s War.");
    expect(plainText(chicago.bibliography(bare))).toBe("India’s War.");
    expect(plainText(chicago.bibliography({ ...bare, issued: "1942" }))).toBe("India’s War. 1942.");
  });
});
