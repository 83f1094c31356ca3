import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { present } from "../../src/chat/present.js";
import type { Text } from "../../src/chat/reply.js";
import { renderTerminal } from "../../src/terminal/render.js";
import { realAsker } from "../helpers/real.js";

const bare = (reply: Text, columns = 80) => renderTerminal(reply, { columns, colour: false });

describe("renderTerminal", () => {
  it("lays out every part of a reply", () => {
    const reply: Text = {
      blocks: [
        { type: "title", text: "Title" },
        {
          type: "paragraph",
          spans: [{ text: "One ", style: "strong" }, { text: "two three four five six" }],
        },
        { type: "heading", text: "Sources" },
        {
          type: "list",
          items: [
            { spans: [{ text: "a bullet" }] },
            {
              mark: "[12]",
              spans: [{ text: "a longer line that wraps", url: "https://example.org/a" }],
            },
          ],
        },
        { type: "small", spans: [{ text: "the end" }] },
      ],
    };
    expect(bare(reply, 20)).toMatchInlineSnapshot(`
      "Title

      One two three four
      five six

      Sources
      - a bullet
      [12] a longer line
           that wraps
           https://example.org/a

      the end"
    `);
  });

  it("uses escape codes only with colour, and then says the same", () => {
    const reply: Text = { blocks: [{ type: "title", text: "A title" }] };
    const coloured = renderTerminal(reply, { columns: 80, colour: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
    const escapes = /\u001b\[[\d;]*m/g;
    expect(coloured).toMatch(escapes);
    expect(coloured.replace(escapes, "")).toBe(bare(reply));
  });

  it("lets no control character through", () => {
    const text = "a\u001b[2Jb\u0007c\u202Ed";
    expect(bare({ blocks: [{ type: "title", text }] })).toBe("a[2Jbcd");
  });
});

describe("every case in the terminal", async () => {
  const { base } = await realAsker();
  const replies = base.current.flatMap((entry) =>
    (["short", "full", "plain"] as const).map((length) => ({
      name: `${entry.id}, ${length}`,
      text: bare(
        present(
          base,
          { kind: "answer", entry, parties: [], view: "reasons", confidence: 1 },
          length,
        ),
      ),
    })),
  );

  it.each(replies)("$name stays within 80 columns, addresses aside", ({ text }) => {
    const tooWide = text
      .split("\n")
      .filter((line) => stringWidth(line) > 80 && !line.trim().startsWith("https://"));
    expect(tooWide).toEqual([]);
  });
});
