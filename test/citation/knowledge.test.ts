import { describe, expect, it } from "vitest";
import { plainText } from "../../src/citation/rich-text.js";
import { STYLES } from "../../src/citation/styles/index.js";
import { LOCATOR_LABELS } from "../../src/knowledge/model.js";
import { sourcesByHome } from "./real-sources.js";

const homes = await sourcesByHome();
const ADDRESS = /https?:\/\/\S+/g;
const FAULTS = /undefined|NaN|\.\.|,,|, ,|\. ,|,\.|;,|\(\)|\(,|\[\]| {2}|\s[.,]|,\)|“”/;

describe("every source of the knowledge", () => {
  it("is found at all", () => {
    expect([...homes.values()].flatMap((sources) => Object.keys(sources)).length).toBeGreaterThan(
      100,
    );
  });

  it.each(
    STYLES.flatMap((style) =>
      (["note", "short", "bibliography"] as const).map((form) => ({ style, form, id: style.id })),
    ),
  )("has a $form in $id without a fault", ({ style, form }) => {
    const faulty = [...homes].flatMap(([home, sources]) =>
      Object.entries(sources).flatMap(([id, source]) => {
        const lines = [undefined, ...LOCATOR_LABELS].map((label) =>
          // The list at the end names no place.
          plainText(style[form](source, label && { label, value: "12-15" })),
        );
        return lines
          .filter((line) => line === "" || FAULTS.test(line.replace(ADDRESS, "URL")))
          .map((line) => `${home} ${id}: ${line}`);
      }),
    );
    expect(faulty).toEqual([]);
  });
});
