import { describe, expect, it } from "vitest";
import type { CaseAction } from "../../src/chat/action.js";
import { createChat } from "../../src/chat/chat.js";
import { TOLD_LENGTHS } from "../../src/chat/length.js";
import { isView, PARTS } from "../../src/chat/part.js";
import type { Block, Reply } from "../../src/chat/reply.js";
import { discordCommands } from "../../src/discord/definitions.js";
import { blockToMarkdown, escapeMarkdown } from "../../src/discord/markdown.js";
import { questionIn } from "../../src/discord/question.js";
import { renderDiscord } from "../../src/discord/render.js";
import {
  allComponents,
  type FakeComponent,
  faultsOfCommands,
  faultsOfMessage,
  textOf,
} from "../fakes/discord/check-message.js";
import { realAsker } from "../helpers/real.js";

const IS_COMPONENTS_V2 = 1 << 15;
const bodyOf = (reply: Reply) => ({
  flags: IS_COMPONENTS_V2,
  allowed_mentions: { parse: [] },
  components: renderDiscord(reply) as FakeComponent[],
});
const paragraph = (text: string): Block => ({ type: "paragraph", spans: [{ text }] });
const self: CaseAction = {
  name: "show",
  caseId: "x",
  revision: "abcdef",
  part: "reasons",
  length: "full",
  partyIndexes: [],
  page: 0,
  asker: "1",
};

describe("Discord's Markdown", () => {
  it.each([
    ["a*b_c~d`e|f>g[h]i\\j", "a\\*b\\_c\\~d\\`e\\|f\\>g\\[h\\]i\\\\j"],
    ["# not a title", "\\# not a title"],
    ["- not a bullet\n1. not a number", "\\- not a bullet\n1\\. not a number"],
    ["@everyone and @here", "@\u200Beveryone and @\u200Bhere"],
    ["<@123> <#4>", "\\<@123\\> \\<#4\\>"],
    ["mail@example.org", "mail@example.org"],
  ])("%j is written %j", (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it("keeps emphasis at the word, and links whole", () => {
    const block: Block = {
      type: "paragraph",
      spans: [
        { text: " bold ", style: "strong" },
        { text: "a [link]", url: "https://example.org/a_(b) c" },
      ],
    };
    expect(blockToMarkdown(block)).toBe(
      " **bold** [a \\[link\\]](https://example.org/a_%28b%29%20c)",
    );
  });
});

describe("a message's question", () => {
  it.each([
    ["<@1> why?", "why?"],
    ["<@!1>  why <#2> <@&3> <a:wave:4> <:x:5> <t:1700000000:R> </ask:6>?", "why ?"],
    ["a < b", "a < b"],
  ])("in %j is %j", (content, question) => {
    expect(questionIn(content)).toBe(question);
  });
});

describe("the limits of Discord", () => {
  it.each([3400, 3900, 4000, 4001, 8000])(
    "%i characters in one paragraph are refused by nobody",
    (length) => {
      const reply = { blocks: [paragraph("x ".repeat(length / 2))], buttons: [], self };
      expect(faultsOfMessage(bodyOf(reply))).toEqual([]);
    },
  );

  it("a paragraph over a page is cut, and says so", () => {
    const reply = { blocks: [paragraph("word ".repeat(2000))], buttons: [] };
    expect(textOf(bodyOf(reply))).toMatch(/word… \(cut here; the entry has the rest\)$/);
  });

  it.each([
    [80, "button"],
    [100, "menu line"],
  ])(
    "a label of %i characters stands whole, one of one more is cut between graphemes",
    (max, kind) => {
      const labelOf = (label: string) => {
        const control = { label, action: { name: "ask" } } as const;
        const reply: Reply =
          kind === "button"
            ? { blocks: [paragraph("x")], buttons: [control] }
            : { blocks: [paragraph("x")], buttons: [], menu: { label: "m", items: [control] } };
        const body = bodyOf(reply);
        expect(faultsOfMessage(body)).toEqual([]);
        const components = allComponents(body.components);
        return components.flatMap((one) => one.options?.[0]?.label ?? one.label ?? []).join("");
      };
      const family = "👩‍👩‍👧";
      const fits = "a".repeat(max - family.length) + family;
      expect(labelOf(fits)).toBe(fits);
      expect(labelOf(`a${fits}`)).toBe(`${"a".repeat(max - family.length + 1)}…`);
    },
  );

  it("a page's last sign stands, and one more turns the page; nothing is lost", () => {
    const pagesOf = (length: number) => {
      const blocks = [paragraph("y".repeat(100)), paragraph("x".repeat(length))];
      const pages = [0, 1].map((page) => bodyOf({ blocks, buttons: [], self: { ...self, page } }));
      for (const page of pages) expect(faultsOfMessage(page)).toEqual([]);
      return pages.map((page) =>
        textOf(page)
          .split("\n")
          .filter((line) => /^[xy]+$/.test(line)),
      );
    };
    let fits = 3000;
    while (pagesOf(fits + 1)[0]?.length === 2) fits++;
    expect(pagesOf(fits)[0]).toEqual(["y".repeat(100), "x".repeat(fits)]);
    expect(pagesOf(fits + 1)).toEqual([["y".repeat(100)], ["x".repeat(fits + 1)]]);
  });

  it.each(["ж", "字", "👩‍👩‍👧"])("pages of %s keep the limit of bytes", (sign) => {
    const blocks = Array.from({ length: 60 }, () => paragraph(sign.repeat(100)));
    for (let page = 0; page < 5; page++) {
      expect(faultsOfMessage(bodyOf({ blocks, buttons: [], self: { ...self, page } }))).toEqual([]);
    }
  });

  it("hundreds of headings stay within forty components", () => {
    const blocks = Array.from({ length: 200 }, (): Block => ({ type: "heading", text: "Why" }));
    const body = bodyOf({ blocks, buttons: [], self });
    expect(allComponents(body.components).length).toBeLessThanOrEqual(40);
  });

  it("of commands are kept", () => {
    expect(faultsOfCommands(discordCommands() as Parameters<typeof faultsOfCommands>[0])).toEqual(
      [],
    );
  });
});

describe("every case on Discord", async () => {
  const asker = await realAsker();
  const chat = createChat({ asker: () => asker, record: () => {} });

  it.each(asker.base.current.map(({ id }) => id))(
    "%s keeps every limit, on every page of every view",
    (id) => {
      const entry = asker.base.findCase(id);
      for (const part of PARTS) {
        // What is no view of the case is the same at every length.
        for (const length of isView(part) ? TOLD_LENGTHS : (["short"] as const)) {
          let pageCount = 1;
          for (let page = 0; page < pageCount; page++) {
            const action = {
              ...self,
              caseId: id,
              revision: entry?.revision ?? "",
              part,
              length,
              page,
              asker: "9".repeat(20),
            };
            const reply = chat.open(action, true);
            const body = bodyOf(reply);
            const text = textOf(body);
            expect(faultsOfMessage(body, false, reply.file ? [reply.file.name] : [])).toEqual([]);
            expect(text).toContain(`${id}@`);
            expect(text).not.toContain("(cut here");
            if (part !== "examine") {
              pageCount = Number(/page \d+ of (\d+)/.exec(text)?.[1] ?? 1);
            }
          }
        }
      }
    },
  );

  it.each(asker.base.current.map(({ id }) => id))("%s fits its first card on one page", (id) => {
    const reply = chat.answer({ via: "command", question: id, asker: "1", isPrivate: false });
    expect(textOf(bodyOf(reply))).not.toMatch(/page 1 of/);
  });
});
