import { describe, expect, it } from "vitest";
import type { Outcome, View } from "../../src/answer/outcome.js";
import type { Length } from "../../src/chat/length.js";
import { replyToText } from "../../src/chat/plain-text.js";
import { present } from "../../src/chat/present.js";
import { baseOf, RIVER_LEAGUE, TIDE_IDEA } from "../helpers/knowledge.js";
import { realAsker } from "../helpers/real.js";

const { base } = await realAsker();
const LITVINOV = "litvinov-collective-security-1938";

const textOf = replyToText;

/** One more reason for an invented case; nobody has read its source. */
const REASON = `  - id: rumour
    held_by: [graustark]
    facet: blocs-and-alliances
    claim: A rumour was feared.
    detail: A rumour.
    plain: A rumour.
    voice: said-then
    strength: inferred
    cites: [{source: gazette, seen: heading}]
`;

function answerOf(id: string, more: Partial<Extract<Outcome, { kind: "answer" }>> = {}): Outcome {
  const entry = base.findCase(id);
  if (!entry) throw new Error(`no case ${id}`);
  return { kind: "answer", entry, parties: [], view: "reasons", confidence: 1, ...more };
}

describe("the card of a case", () => {
  const text = textOf(present(base, answerOf(LITVINOV)));

  it("names each decision, the reasons with holder and strength, the sources and the entry", () => {
    expect(text).toMatch(/Britain rejected it, 24 March 1938\./);
    expect(text).toMatch(/France let it drop\./);
    expect(text).toMatch(/The United States declined it\./);
    expect(text).toMatch(
      /Britain \(Neville Chamberlain\): .*\(documented, said at the time\) \[\d+\]/,
    );
    expect(text).toMatch(/litvinov-collective-security-1938@[0-9a-f]{6} · reviewed \d+ \w+ 2026/);
    expect(text).toMatch(/not generated/);
  });

  it("lists exactly the sources that it cites", () => {
    const [body = "", sources = ""] = text.split("\nSources\n");
    const numbersIn = (part: string) =>
      new Set([...part.matchAll(/\[(\d+)\]/g)].map(([, n]) => Number(n)));
    expect(numbersIn(sources)).toEqual(numbersIn(body));
  });

  it("shows four reasons and says how many there are besides", () => {
    const { reasons } = base.findCase(LITVINOV) ?? { reasons: [] };
    expect(text).toContain(`${reasons.length - 4} more reasons in the full answer`);
  });

  it("puts the party asked about first, in decisions and reasons", () => {
    const french = textOf(present(base, answerOf(LITVINOV, { parties: ["france"] })));
    const lines = french.split("\n").filter((line) => line.startsWith("- "));
    expect(lines[0]).toMatch(/^- France let it drop/);
    expect(lines.find((line) => /\((documented|inferred|contested)/.test(line))).toMatch(
      /^- France/,
    );
  });

  it("tells all reasons with their details and other sides in full", () => {
    const entry = base.findCase(LITVINOV);
    const full = textOf(present(base, answerOf(LITVINOV), "full"));
    for (const { claim, detail, against } of entry?.reasons ?? []) {
      expect(full).toContain(claim);
      expect(full).toContain(detail);
      if (against) expect(full).toContain(against.claim);
    }
  });

  it("uses the plain wording when asked to", () => {
    const plain = textOf(present(base, answerOf(LITVINOV), "plain"));
    const [first] = base.findCase(LITVINOV)?.reasons ?? [];
    expect(plain).toContain(first?.plain);
    expect(plain).not.toContain(first?.claim);
  });

  it.each([
    { view: "sources", says: /Sources\n\[1\].*“/ },
    { view: "aftermath", says: /What happened next\n- 16 April 1938: / },
    { view: "case-for", says: /The case for it\n- / },
    { view: "corrections", says: /Common errors\n- .* The record: / },
  ] as const)("shows $view alone where that is asked", ({ view, says }) => {
    const part = textOf(present(base, answerOf(LITVINOV, { view })));
    expect(part).toMatch(says);
    expect(part).not.toContain("\nWhy\n");
  });

  it("marks a reason whose sources fall short", () => {
    const weak = baseOf({
      "river-league-1871": RIVER_LEAGUE.replace("aftermath:", `${REASON}aftermath:`),
    });
    const [entry] = weak.current;
    if (!entry) throw new Error("no case");
    const reply = present(weak, {
      kind: "answer",
      entry,
      parties: [],
      view: "reasons",
      confidence: 1,
    });
    expect(textOf(reply)).toContain(
      "A rumour was feared. (inferred, said at the time, not yet verified)",
    );
  });
});

describe("an idea on late witnesses", () => {
  const id = "theory-of-tides-1871";
  const say = (text: string, length: Length, view: View = "reasons") => {
    const invented = baseOf({ [id]: text });
    const [entry] = invented.current;
    if (!entry) throw new Error("no case");
    return textOf(
      present(invented, { kind: "answer", entry, parties: [], view, confidence: 1 }, length),
    );
  };
  const inTime = TIDE_IDEA.replace('original-date: "1890~"', 'issued: "1871-03-24"');
  const threeMore = TIDE_IDEA.replace(
    "evidence_then:",
    [1, 2, 3]
      .map((n) =>
        REASON.replace("rumour", `rumour-${n}`)
          .replace("said-then", "judged-since")
          .replace("seen: heading", "seen: passage"),
      )
      .join("")
      .concat("evidence_then:"),
  );

  it("is put forward, on dates in both styles", () => {
    expect(say(TIDE_IDEA, "short")).toContain(
      "Put forward 17 March 1871 (5 March old style) by Ruritania.",
    );
  });

  it.each([
    { name: "the card, where all witnesses are late", text: TIDE_IDEA, length: "short", is: true },
    { name: "the plain card too", text: TIDE_IDEA, length: "plain", is: true },
    { name: "the card, where one is of the time", text: inTime, length: "short", is: false },
    { name: "the full answer", text: inTime, length: "full", is: true },
  ] as const)("says how we know: $name: $is", ({ text, length, is }) => {
    expect(say(text, length).includes("How we know: Only a chronicle of Zenda tells it. [")).toBe(
      is,
    );
  });

  it("gives the room of a reason to how we know", () => {
    expect(say(threeMore, "short")).toContain("One more reason in the full answer.");
    expect(
      say(threeMore.replace('original-date: "1890~"', 'issued: "1871-03-24"'), "short"),
    ).not.toContain("more reason");
  });

  it("marks what was said then but is told by later writers alone", () => {
    expect(say(TIDE_IDEA, "short")).toContain("(documented, said at the time, as told later)");
    expect(say(inTime, "short")).toContain("(documented, said at the time)");
  });

  it("tells in full what was known then, for and against, and what changed", () => {
    const full = say(TIDE_IDEA, "full");
    expect(full).toMatch(
      /What was known then\n- For it: The tide gauge .* \[\d\]\n- Against it: No force .* \[\d\]/,
    );
    expect(full).toMatch(
      /What changed\n- 14 January 1901 \(1 January old style\): The barometer .* \[\d\]/,
    );
    expect(say(TIDE_IDEA, "short")).not.toContain("What was known then");
    expect(say(RIVER_LEAGUE, "full")).not.toContain("What changed");
  });

  it.each([
    { view: "known-then", says: /What was known then\n- For it:/ },
    { view: "changed", says: /What changed\n- 14 January 1901/ },
  ] as const)("shows $view alone where that is asked", ({ view, says }) => {
    const part = say(TIDE_IDEA, "short", view);
    expect(part).toMatch(says);
    expect(part).not.toContain("\nWhy\n");
  });
});

describe("other replies", () => {
  it("offer titles to choose from", () => {
    const reply = present(base, {
      kind: "choices",
      choices: base.current.slice(0, 2),
      confidence: 0.5,
    });
    expect(textOf(reply)).toContain(`- ${base.current[0]?.title}\n- ${base.current[1]?.title}`);
    expect(textOf(reply)).toContain("none of these");
  });

  it("say honestly that there is no entry, and call the nearest titles nearest", () => {
    expect(textOf(present(base, { kind: "unknown", nearest: [], confidence: 0 }))).not.toContain(
      "Nearest",
    );
    const near = present(base, {
      kind: "unknown",
      nearest: base.current.slice(0, 1),
      confidence: 0,
    });
    expect(textOf(near)).toMatch(/Nearest titles, which may not be what you mean:\n- /);
  });

  it("explain what can be asked", () => {
    expect(textOf(present(base, { kind: "help" }))).toContain(base.current[0]?.question);
  });
});
