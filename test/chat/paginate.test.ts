import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { footOf, paginate } from "../../src/chat/paginate.js";
import { replyToText } from "../../src/chat/plain-text.js";
import type { Block } from "../../src/chat/reply.js";

/** With the line break behind it, so that a list is no larger than its items. */
const sizeOf = (block: Block) => replyToText({ blocks: [block] }).length + 1;
const sizeOfPage = (page: readonly Block[]) => page.reduce((sum, block) => sum + sizeOf(block), 0);
const item = (text: string) => ({ spans: [{ text }] });
const paragraph = (text: string): Block => ({ type: "paragraph", spans: [{ text }] });

describe("paginate", () => {
  it.each([
    { size: 12, pages: 1, why: "all fits to the last character" },
    { size: 11, pages: 2, why: "one character too many turns the page" },
  ])("$why", ({ size, pages }) => {
    const blocks = [paragraph("12345"), paragraph("67890")];
    expect(paginate(blocks, { size, sizeOf })).toHaveLength(pages);
  });

  it("divides a list between items, and makes one list of each page's", () => {
    const list: Block = { type: "list", items: ["aaa", "bbb", "ccc"].map(item) };
    const pages = paginate([list], { size: 12, sizeOf });
    expect(pages).toEqual([
      [{ type: "list", items: [item("aaa"), item("bbb")] }],
      [{ type: "list", items: [item("ccc")] }],
    ]);
  });

  it("keeps a heading with what follows it", () => {
    const blocks: Block[] = [
      paragraph("12345678"),
      { type: "heading", text: "Why" },
      paragraph("x"),
    ];
    expect(paginate(blocks, { size: 11, sizeOf })[1]?.[0]).toEqual({
      type: "heading",
      text: "Why",
    });
  });

  it("loses nothing, keeps the order and the limit", () => {
    const text = fc.string({ minLength: 1, maxLength: 20 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      text.map(paragraph),
      text.map((one): Block => ({ type: "heading", text: one })),
      fc
        .array(text, { minLength: 1, maxLength: 5 })
        .map((items): Block => ({ type: "list", items: items.map(item) })),
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 12 }),
        fc.integer({ min: 70, max: 200 }),
        (blocks, size) => {
          const pages = paginate(blocks, { size, sizeOf });
          expect(
            pages
              .map((page) => replyToText({ blocks: page }))
              .filter(Boolean)
              .join("\n"),
          ).toBe(replyToText({ blocks }));
          const headings = (page: readonly Block[]) =>
            page.filter(({ type }) => type === "heading").length;
          for (const page of pages) {
            // Headings in a row cannot be parted, so they alone may go over.
            if (headings(page) < 3) expect(sizeOfPage(page)).toBeLessThanOrEqual(size);
          }
        },
      ),
    );
  });
});

describe("the foot of a page", () => {
  it.each([
    { foot: "id@rev", page: 0, count: 1, says: "id@rev" },
    { foot: "id@rev", page: 1, count: 3, says: "page 2 of 3 · id@rev" },
    { foot: undefined, page: 0, count: 2, says: "page 1 of 2" },
  ])("says $says", ({ foot, page, count, says }) => {
    const blocks = footOf({ blocks: [], ...(foot ? { foot } : {}) }, page, count);
    expect(replyToText({ blocks })).toBe(says);
  });

  it("is empty where there is nothing to say", () => {
    expect(footOf({ blocks: [] }, 0, 1)).toEqual([]);
  });
});
