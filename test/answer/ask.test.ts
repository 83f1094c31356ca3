import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toAnswerJson } from "../../src/answer/answer-json.js";
import { createAsker } from "../../src/answer/ask.js";
import { present } from "../../src/chat/present.js";
import { proseOf } from "../../src/search/documents.js";
import { baseOf, RIVER_LEAGUE, TIDE_IDEA } from "../helpers/knowledge.js";
import { ROOT, realAsker } from "../helpers/real.js";

const asker = await realAsker();
const LITVINOV = "litvinov-collective-security-1938";
const FOUNDING_QUESTION =
  "Why did France and the UK reject Maxim's Litvinov's proposal for a collective security pact to contain Nazi aggression and expansionism following the annexation of the Austria";

describe("the right case is found", () => {
  it.each([
    [FOUNDING_QUESTION, LITVINOV],
    ["why did the uk n france turn down litvinovs offer after anschluss", LITVINOV],
    ["litvinof pact", LITVINOV],
    ["why didn't Chamberlain want a conference with the Soviets in 1938?", LITVINOV],
    [LITVINOV, LITVINOV],
    ["why didn't britain ally with stalin in 1939", "soviet-triple-alliance-offer-1939"],
    ["rosevelt confrence plan", "roosevelt-conference-plan-1938"],
    ["why didn't Chamberlain go along with FDR's plan", "roosevelt-conference-plan-1938"],
  ])("%s", (question, id) => {
    const outcome = asker.ask({ question });
    expect(outcome.kind === "answer" ? outcome.entry.id : outcome.kind).toBe(id);
  });
});

describe("an honest no", () => {
  it.each([
    "why was my visa rejected?",
    "why did Rome fall?",
    "why did she turn me down",
    "how do I decline a meeting politely?",
    "why was my pull request rejected",
    "@everyone",
    "👍🏽👍🏽👍🏽",
    "**bold** _it_ `code` [x](https://example.org)",
    "'; DROP TABLE cases; --",
  ])("%s", (question) => {
    expect(asker.ask({ question }).kind).toBe("unknown");
  });
});

describe("help", () => {
  it.each(["", "   ", "?", "help"])("answers %j", (question) => {
    expect(asker.ask({ question }).kind).toBe("help");
  });
});

describe("a follow-up to a case", () => {
  it.each([
    { question: "and the French?", parties: ["france"], view: "reasons" },
    { question: "what about Chamberlain?", parties: ["britain"], view: "reasons" },
    { question: "sources?", parties: [], view: "sources" },
    { question: "what happened next?", parties: [], view: "aftermath" },
    { question: "and the other side?", parties: [], view: "case-for" },
    { question: "how do you know?", parties: [], view: "sources" },
    { question: "and teh frnch?", parties: ["france"], view: "reasons" },
    { question: "soruces?", parties: [], view: "sources" },
    { question: "what hapened nxet", parties: [], view: "aftermath" },
  ])("$question", ({ question, parties, view }) => {
    expect(asker.ask({ question, about: LITVINOV })).toMatchObject({
      kind: "answer",
      entry: { id: LITVINOV },
      parties,
      view,
    });
  });

  it.each(["and the trench?", "and the chancellor of the exchequer?"])(
    "is none where an English word only looks like a party: %s",
    (question) => {
      expect(asker.isFollowUp(question, LITVINOV)).toBe(false);
    },
  );

  it("is one where it points back, and the case knows what it says", () => {
    expect(
      asker.ask({ question: "did they think it would part europe into blocs?", about: LITVINOV }),
    ).toMatchObject({ kind: "answer", entry: { id: LITVINOV } });
  });

  it("puts the reasons of the party asked about first", () => {
    const outcome = asker.ask({ question: "and the French?", about: LITVINOV });
    const { reasons } = toAnswerJson(asker.base, "", outcome, 0);
    const french = reasons.map(({ heldBy }) => heldBy.includes("france"));
    expect(french[0]).toBe(true);
    expect(french).toEqual([...french].sort((a, b) => Number(b) - Number(a)));
  });

  it("is an honest no where the case says nothing of that party", () => {
    expect(asker.ask({ question: "and the Japanese?", about: LITVINOV })).toMatchObject({
      kind: "unknown",
      nearest: [{ id: LITVINOV }],
    });
  });

  it("is a question of its own where it names another case", () => {
    expect(
      asker.ask({ question: "why did Roosevelt's conference plan fail?", about: LITVINOV }),
    ).toMatchObject({
      entry: { id: "roosevelt-conference-plan-1938" },
    });
  });
});

describe("the founding case", () => {
  const json = toAnswerJson(
    asker.base,
    FOUNDING_QUESTION,
    asker.ask({ question: FOUNDING_QUESTION }),
    1.2345,
  );

  it("has every key of the contract", () => {
    expect(Object.keys(json)).toEqual(
      expect.arrayContaining([
        "question",
        "kind",
        "case",
        "revision",
        "parties",
        "confidence",
        "choices",
        "nearest",
        "premise",
        "caseKind",
        "inShort",
        "record",
        "decisions",
        "reasons",
        "evidenceThen",
        "accepted",
        "sources",
        "elapsedMs",
      ]),
    );
    expect(json).toMatchObject({ kind: "answer", case: LITVINOV, premise: null, choices: [] });
    expect(json.parties).toEqual(["france", "britain"]);
  });

  it("gives at least five cited reasons of Britain, and what is known of France and the United States", () => {
    const heldBy = (party: string) =>
      json.reasons.filter(({ heldBy, cites }) => heldBy.includes(party) && cites.length > 0).length;
    expect(heldBy("britain")).toBeGreaterThanOrEqual(5);
    expect(heldBy("france")).toBeGreaterThanOrEqual(1);
    expect(heldBy("united-states")).toBeGreaterThanOrEqual(1);
    expect(json.decisions.map(({ by }) => by).sort()).toEqual([
      "britain",
      "france",
      "united-states",
    ]);
  });

  it("numbers sources from 1, and cites no number that is not listed", () => {
    const numbers = new Set(json.sources.map(({ n }) => n));
    const cited = [...json.decisions, ...json.reasons].flatMap(({ cites }) => cites);
    expect(Math.min(...numbers)).toBe(1);
    expect(cited.filter((n) => !numbers.has(n))).toEqual([]);
  });
});

describe("an idea on late witnesses", () => {
  const id = "theory-of-tides-1871";
  const { base, ask, isFollowUp } = createAsker(baseOf({ [id]: TIDE_IDEA }));

  it("comes with how we know, what was known then and what changed, each cited", () => {
    const json = toAnswerJson(base, "", ask({ question: id }), 0);
    const numberOf = (source: string) => json.sources.filter((one) => one.id === source)[0]?.n;
    const chronicle = [numberOf("chronicle")];
    expect(json).toMatchObject({
      caseKind: "idea",
      record: { text: "Only a chronicle of Zenda tells it.", cites: chronicle },
      decisions: [{ oldStyle: null }],
      evidenceThen: [
        { side: "for", claim: expect.stringContaining("gauge"), cites: chronicle },
        { side: "against", claim: expect.stringContaining("force"), cites: [numberOf("gazette")] },
      ],
      accepted: { date: "1901-01-14", cites: chronicle },
    });
  });

  it.each([
    { question: "what was the evidence then?", view: "known-then" },
    { question: "and when was it accepted?", view: "changed" },
    { question: "sources?", view: "sources" },
  ])("$question", ({ question, view }) => {
    expect(isFollowUp(question, id)).toBe(true);
    expect(ask({ question, about: id })).toMatchObject({ kind: "answer", view });
  });

  it("has the prose of these parts in its index", () => {
    const [entry] = base.current;
    const prose = entry ? proseOf(entry).join("\n") : "";
    for (const words of ["chronicle of Zenda", "gauge at Hentzau", "barometer of Streslau"]) {
      expect(prose).toContain(words);
    }
  });
});

describe("a premise", () => {
  const premises = `rome-burned-river-league:
  names: [the league was adopted, river league treaty of Rome]
  belief: The river league was refused by Rome.
  verdict: never-proposed
  truth: Nothing of the kind was put to Rome.
  cites: [{source: premise-gazette, seen: passage}]
  related: [river-league-1871]
  questions: [why did rome refuse the river league treaty of rome]
  sources: {premise-gazette: {type: webpage, title: Gazette, custom: {class: reference, origin: gazette}}}
`;
  const invented = createAsker(baseOf({ "river-league-1871": RIVER_LEAGUE }, premises));

  it("is put right with its sources", () => {
    const question = "why did rome refuse the river league treaty of rome";
    const outcome = invented.ask({ question });
    const json = toAnswerJson(invented.base, question, outcome, 0);
    expect(json).toMatchObject({
      kind: "premise",
      case: null,
      premise: { id: "rome-burned-river-league", verdict: "never-proposed", cites: [1] },
      sources: [{ n: 1, id: "premise-gazette", text: "“Gazette”" }],
    });
  });
});

describe("a belief about a case", () => {
  const beside = (question: string) => {
    const outcome = asker.ask({ question, exact: false });
    return toAnswerJson(asker.base, question, outcome, 0);
  };

  it.each([
    [
      "did franco refuse to put any promise to the axis in writing at hendaye",
      "spain-axis-entry-1940",
    ],
    ["was the sultan's government against signing the treaty of sevres", "treaty-of-sevres-1920"],
  ])("is put right beside it: %s", (question, id) => {
    const json = beside(question);
    expect(json.premise?.related ?? []).toContain(id);
    const numbers = json.sources.map(({ n }) => n);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual(expect.arrayContaining([...(json.premise?.cites ?? [])]));
  });

  it("is not brought up where the question has nothing of it", () => {
    const json = beside("why did chamberlain refuse litvinovs conference in march 1938");
    expect(json.case).toBe(LITVINOV);
    expect(json.premise).toBeNull();
  });
});

describe("bad input", () => {
  // Far above what was measured (under 3 ms), far below what a person notices.
  const SLOWEST_MS = 20;
  const timed = (question: string) => {
    const startMs = performance.now();
    const reply = present(asker.base, asker.ask({ question }));
    return { blocks: reply.blocks.length, tookMs: performance.now() - startMs };
  };
  const manyWords = Array.from({ length: 2000 }, (_, index) => `wrd${index.toString(36)}x`).join(
    " ",
  );

  it.each([
    ["5,000 characters", "why ".repeat(1250)],
    ["5,000 characters of one word", "x".repeat(5000)],
    ["2,000 distinct words", manyWords],
    ["4,000 emoji", "👩‍👩‍👧".repeat(500)],
    ["control characters", "\u0000\u001b[31mwhy\u0007"],
    ["lone surrogates", "\ud800\udfff why \udc00"],
  ])("%s: a polite reply at once", (_name, question) => {
    timed(question);
    const fastestMs = Math.min(...[1, 2, 3].map(() => timed(question).tookMs));
    expect(timed(question).blocks).toBeGreaterThan(0);
    expect(fastestMs).toBeLessThan(SLOWEST_MS);
  });

  it("never throws, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (question) => {
        expect(present(asker.base, asker.ask({ question })).blocks.length).toBeGreaterThan(0);
        expect(
          present(asker.base, asker.ask({ question, about: LITVINOV })).blocks.length,
        ).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe("every case", () => {
  it.each(
    asker.base.current.map(({ id, question, asked_as }) => ({
      id,
      questions: [question, ...asked_as],
    })),
  )("$id is found by its own wordings", ({ id, questions }) => {
    const missed = questions.filter((question) => {
      const outcome = asker.ask({ question, exact: false });
      return outcome.kind !== "answer" || outcome.entry.id !== id;
    });
    expect(missed).toEqual([]);
  });

  it("says only what stands in its file", () => {
    const entry = asker.base.findCase(LITVINOV);
    const text = readFileSync(path.join(ROOT, "knowledge", "cases", `${LITVINOV}.yaml`), "utf8");
    const folded = text.replace(/\s+/g, " ");
    const claims = entry?.reasons.map(({ claim }) => claim) ?? [];
    expect(claims.length).toBeGreaterThan(0);
    expect(claims.filter((claim) => !folded.includes(claim))).toEqual([]);
  });
});
