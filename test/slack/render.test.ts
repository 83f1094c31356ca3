import { describe, expect, it } from "vitest";
import type { Action } from "../../src/chat/action.js";
import { createChat } from "../../src/chat/chat.js";
import { PARTS } from "../../src/chat/part.js";
import type { Block, Reply } from "../../src/chat/reply.js";
import { askForm } from "../../src/slack/ask-form.js";
import { renderHome } from "../../src/slack/home.js";
import { slackManifest } from "../../src/slack/manifest.js";
import { blockToMrkdwn, escapeMrkdwn } from "../../src/slack/mrkdwn.js";
import { readCommandText } from "../../src/slack/question.js";
import { renderSlack } from "../../src/slack/render.js";
import {
  type FakeBlock,
  type FakeView,
  faultsOfMessage,
  faultsOfView,
  textOfBlocks,
} from "../fakes/slack/check-message.js";
import { realAsker } from "../helpers/real.js";

const bodyOf = (reply: Reply) => {
  const { blocks, text } = renderSlack(reply);
  return { blocks: blocks as FakeBlock[], text };
};
const paragraph = (text: string): Block => ({ type: "paragraph", spans: [{ text }] });
const self: Action = {
  name: "show",
  caseId: "x",
  revision: "abcdef",
  part: "reasons",
  length: "full",
  partyIndexes: [],
  page: 0,
  asker: "U1",
};

describe("Slack's mrkdwn", () => {
  it.each([
    ["<!channel> <@U1> <#C1|x>", "&lt;!channel&gt; &lt;@U1&gt; &lt;#C1|x&gt;"],
    ["a & b", "a &amp; b"],
    ["*b* _i_", "\u200B*\u200Bb\u200B*\u200B \u200B_\u200Bi\u200B_\u200B"],
  ])("%j is written %j", (text, mrkdwn) => {
    expect(escapeMrkdwn(text)).toBe(mrkdwn);
  });

  it("keeps emphasis at the word, and links whole", () => {
    const block: Block = {
      type: "paragraph",
      spans: [
        { text: " bold ", style: "strong" },
        { text: "a|b", url: "https://example.org/?a=1&b=2|3" },
      ],
    };
    expect(blockToMrkdwn(block)).toBe(" *bold* <https://example.org/?a=1&amp;b=2%7c3|a¦b>");
  });
});

describe("the text of a command", () => {
  it.each([
    { text: "why?", question: "why?", party: undefined, length: undefined, share: false },
    {
      text: "why party:france share length:full",
      question: "why",
      party: "france",
      length: "full",
      share: true,
    },
    {
      text: 'party:"the French" why',
      question: "why",
      party: "the French",
      length: undefined,
      share: false,
    },
    {
      text: "who shared the shares",
      question: "who shared the shares",
      party: undefined,
      length: undefined,
      share: false,
    },
    {
      text: "why length:long",
      question: "why length:long",
      party: undefined,
      length: undefined,
      share: false,
    },
    {
      text: "<@U1|bob> why &amp; how <https://example.org|this>",
      question: "why & how this",
      party: undefined,
      length: undefined,
      share: false,
    },
    { text: "  ", question: "", party: undefined, length: undefined, share: false },
  ])("$text", ({ text, ...expected }) => {
    expect(readCommandText(text)).toEqual(expected);
  });
});

describe("the limits of Slack", () => {
  it.each([2900, 3000, 3001, 9000])(
    "%i characters in one paragraph are refused by nobody",
    (length) => {
      const body = bodyOf({ blocks: [paragraph("x".repeat(length))], buttons: [] });
      expect(faultsOfMessage(body, true)).toEqual([]);
      if (length > 3000)
        expect(textOfBlocks(body.blocks)).toMatch(/… \(cut here; the entry has the rest\)$/);
    },
  );

  it.each([49, 50, 51, 500])("%i paragraphs are refused by nobody", (count) => {
    const blocks = Array.from({ length: count }, () => paragraph("x"));
    const texts: string[] = [];
    for (let page = 0; page < Math.ceil(count / 40); page++) {
      const body = bodyOf({ blocks, buttons: [], self: { ...self, page } });
      expect(faultsOfMessage(body, true)).toEqual([]);
      texts.push(textOfBlocks(body.blocks));
    }
    expect(texts.join("").match(/x/g)?.length).toBeGreaterThanOrEqual(count);
  });

  it("of the form are kept, with the longest address", () => {
    expect(faultsOfView(askForm("h".repeat(500)) as FakeView)).toEqual([]);
  });

  it("of the home page are kept, on its front and on a page of 500 paragraphs", async () => {
    const asker = await realAsker();
    const chat = createChat({ asker: () => asker, record: () => {} });
    const long = { blocks: Array.from({ length: 500 }, () => paragraph("x")), buttons: [] };
    for (const reply of [chat.front(), long]) {
      expect(faultsOfView(renderHome(reply) as FakeView)).toEqual([]);
    }
  });

  it("of the manifest are kept", () => {
    const { display_information: display, features } = slackManifest();
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description.length).toBeLessThanOrEqual(140);
    for (const { name, callback_id, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(callback_id.length).toBeLessThanOrEqual(255);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    for (const { command } of features.slash_commands) expect(command).toMatch(/^\/[a-z-]{1,31}$/);
  });
});

describe("every case on Slack", async () => {
  const asker = await realAsker();
  const chat = createChat({ asker: () => asker, record: () => {} });

  it.each(asker.base.current.map(({ id }) => id))(
    "%s keeps every limit, on every page of every view",
    (id) => {
      for (const length of ["short", "full", "plain"] as const) {
        const first = chat.answer({
          via: "command",
          question: id,
          length,
          asker: "U0123456789",
          isPrivate: false,
        });
        for (const part of PARTS) {
          for (let page = 0; page < 4; page++) {
            const body = bodyOf(chat.open({ ...(first.self ?? self), part, page }, true));
            expect(faultsOfMessage(body, true)).toEqual([]);
            expect(faultsOfView({ type: "home", blocks: body.blocks })).toEqual([]);
            expect(textOfBlocks(body.blocks)).toContain(`${id}@`);
            expect(textOfBlocks(body.blocks)).not.toContain("(cut here");
          }
        }
      }
    },
  );
});
