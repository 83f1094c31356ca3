import type { Source } from "../../knowledge/model.js";
import type { Locator } from "../locator.js";
import { capitalised, italic, join, type RichText, roman, sentence } from "../rich-text.js";
import { arabicVolume, numberInWords, passageOf } from "../source-parts.js";
import { entryOf } from "./chicago-entry.js";
import { familyNames, locatorText, titleText, withPassage } from "./chicago-parts.js";
import { raised, type Style } from "./style.js";

/**
 * The Chicago Manual of Style, 17th edition, notes and bibliography.
 *
 * @example
 * plainText(chicago.note(neilson, { label: "page", value: "236-38" }));
 * // "Keith Neilson, Britain, Soviet Russia and the Collapse of the Versailles Order (Cambridge: Cambridge University Press, 2006), 236–38."
 * plainText(chicago.short(frus)); // "Welles, “Memorandum of Conversation,” FRUS, The Soviet Union, 1933-1939, doc. 459."
 */
export const chicago: Style = {
  id: "chicago",
  name: "Chicago Manual of Style, 17th edition, notes and bibliography",
  note(source, at) {
    const { opening, imprint, place, ending } = entryOf(source, "note", at);
    const work = join(opening, ", ");
    const printed: RichText =
      imprint.length > 0 ? [...work, { text: " (" }, ...join(imprint, "; "), { text: ")" }] : work;
    return sentence(capitalised(join([printed, place, ...ending], ", ")));
  },
  short(source, at) {
    const title = titleText(source, "note", source["title-short"] ?? source.title);
    const series = seriesText(source, at);
    const place = at && !passageOf(source, at) ? locatorText(at, [series]) : [];
    const parts = [familyNames(source), withPassage(title, source, at), series, place];
    return sentence(capitalised(join(parts, ", ")));
  },
  bibliography(source) {
    const { opening, imprint, place, ending } = entryOf(source, "bibliography");
    const work = opening.filter(({ length }) => length > 0);
    const placed = [...work.slice(0, -1), join([work.at(-1), place], ", ")];
    const [first, ...rest] = [...placed, ...imprint, ...ending];
    // A name comes first, and keeps its case.
    return sentence(join([first, ...rest.map(raised)], ". "));
  },
};

/** The series and number that tell one telegram from the next, beyond what the manual asks of a short form. */
function seriesText(source: Source, at: Locator | undefined): RichText {
  if (source.type !== "document" || !source.number) return [];
  return join(
    [
      italic(source["container-title-short"] ?? source["container-title"] ?? ""),
      roman(source.volume ? `vol. ${arabicVolume(source.volume)}` : ""),
      roman(at?.label === "document" ? "" : numberInWords(source)),
    ],
    ", ",
  );
}
