import { describe, expect, it } from "vitest";
import { canonicalCase } from "../../src/knowledge/canonical.js";
import { compileKnowledge } from "../../src/knowledge/compile.js";
import { RULES, type RuleCode } from "../../src/knowledge/problem.js";
import { compileFolder, folderOf, PARTIES, RIVER_LEAGUE, TIDE_IDEA } from "../helpers/knowledge.js";

const ID = "river-league-1871";

/** A fault put into the valid case: what is replaced by what, and what the check must say. */
interface Fault {
  readonly code: RuleCode;
  readonly name: string;
  /** The valid case that the fault is put into, where it is not the river league. */
  readonly into?: string;
  readonly replace?: readonly [string | RegExp, string];
  readonly id?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly premises?: string;
  readonly parties?: string;
  readonly says: RegExp;
  /** Where the problem stands: text of the line, checked against the line number. */
  readonly at?: string;
  readonly severity?: "warning";
  /** The text is taken as it is, not brought to its canonical form first. */
  readonly asIs?: true;
  readonly exceptions?: string;
}

const faults: Fault[] = [
  {
    code: "KB001",
    asIs: true,
    name: "a quote that is not closed",
    replace: ['date: "1871-03-17"', 'date: "1871-03-17'],
    says: /quote/i,
  },
  {
    code: "KB001",
    asIs: true,
    name: "a key that stands twice",
    replace: ["names: [river league]", "names: [river league]\nnames: [other]"],
    says: /unique/,
    at: "names: [other]",
  },
  {
    code: "KB002",
    name: "an unknown field",
    replace: ["names:", "nmaes:"],
    says: /"nmaes" is no field of the file/,
    at: "nmaes:",
  },
  {
    code: "KB002",
    name: "a missing field",
    replace: ["in_short: Graustark feared a bloc.\n", ""],
    says: /in_short is missing/,
  },
  {
    code: "KB002",
    name: "a claim that is too long",
    replace: ["claim: Graustark feared", `claim: ${"very ".repeat(25)} Graustark feared`],
    says: /has 35 words, at most 25/,
    at: "claim:",
  },
  {
    code: "KB002",
    name: "a date without quotes",
    asIs: true,
    more: {},
    replace: ['date: "1871-03-17"', "date: -0031"],
    says: /in quotes/,
    at: "date: -0031",
  },
  {
    code: "KB003",
    name: "a file name that is no id",
    id: "River_League",
    says: /lower-case words joined by hyphens/,
  },
  {
    code: "KB003",
    name: "an id of 41 characters",
    id: "r".repeat(41),
    says: /at most 40 characters/,
  },
  {
    code: "KB004",
    name: "a reason id that stands twice",
    replace: [
      "aftermath:",
      `  - id: fear-of-blocs
    held_by: [graustark]
    facet: blocs-and-alliances
    claim: Another.
    detail: Another.
    plain: Another.
    voice: said-then
    strength: documented
    cites: [{source: gazette, seen: passage}]
aftermath:`,
    ],
    says: /another reason "fear-of-blocs"/,
  },
  {
    code: "KB004",
    name: "a source that another case describes too",
    more: { "sea-pact-1880": RIVER_LEAGUE.replaceAll("river league", "sea pact") },
    says: /"gazette" is described elsewhere too/,
  },
  {
    code: "KB005",
    name: "a party that does not exist",
    replace: ["to: [graustark]", "to: [graustrak]"],
    says: /no party "graustrak"/,
    at: "to: [graustrak]",
  },
  {
    code: "KB005",
    name: "a source that is not described",
    replace: [
      "cites: [{source: gazette, seen: heading}]",
      "cites: [{source: times, seen: heading}]",
    ],
    says: /no source "times"/,
  },
  {
    code: "KB005",
    name: "a kind of reason that is not in the list",
    replace: ["facet: blocs-and-alliances", "facet: fear"],
    says: /no kind of reason "fear".*blocs-and-alliances/,
    at: "facet: fear",
  },
  {
    code: "KB005",
    name: "a related case that does not exist",
    replace: ["sources:\n", "see_also: [sea-league]\nsources:\n"],
    says: /no case "sea-league"/,
    at: "see_also",
  },
  {
    code: "KB005",
    name: "a role in a state that does not exist",
    parties: PARTIES.replace("of: ruritania", "of: zenda"),
    says: /no party "zenda"/,
  },
  {
    code: "KB006",
    name: "a decision without a citation",
    replace: [
      "how: The chamber refused it in a note.\n    cites: [{source: gazette, seen: passage}]",
      "how: The chamber refused it in a note.",
    ],
    says: /the decision of graustark cites nothing/,
    at: "- by: graustark",
  },
  {
    code: "KB006",
    name: "witnesses without a citation",
    into: TIDE_IDEA,
    replace: ["Zenda tells it.\n  cites: [{source: chronicle, seen: passage}]", "Zenda tells it."],
    says: /how we know cites nothing/,
    at: "record:",
  },
  {
    code: "KB006",
    name: "a line of what was known then without a citation",
    into: TIDE_IDEA,
    replace: ["moon., cites: [{source: chronicle, seen: passage}]", "moon."],
    says: /line 1 of what was known then cites nothing/,
  },
  {
    code: "KB006",
    name: "what changed without a citation",
    into: TIDE_IDEA,
    replace: ["the force.\n  cites: [{source: chronicle, seen: heading}]", "the force."],
    says: /what changed cites nothing/,
  },
  {
    code: "KB007",
    name: "a date in the old style that is none",
    into: TIDE_IDEA,
    replace: ['old_style: "1871-03-05"', 'old_style: "5 March"'],
    says: /"5 March" is no EDTF date/,
    at: "5 March",
  },
  {
    code: "KB007",
    name: "an idea that was accepted before it was refused",
    into: TIDE_IDEA,
    replace: ['date: "1901-01-14"', 'date: "1870"'],
    says: /1870 is before the first decision/,
    at: '"1870"',
  },
  {
    code: "KB007",
    name: "a date that is none",
    replace: ['date: "1871-09-30"', 'date: "30 September 1871"'],
    says: /no EDTF date/,
  },
  {
    code: "KB007",
    name: "a decision before its proposal",
    replace: ['date: "1871-03-17"', 'date: "1871-03-25"'],
    says: /before the proposal of 25 March 1871/,
  },
  {
    code: "KB007",
    name: "an aftermath before the decision",
    replace: ['date: "1871-09-30"', 'date: "1871-02"'],
    says: /February 1871 is before the first decision/,
  },
  {
    code: "KB008",
    name: "a quotation that nobody read",
    replace: ["gazette, seen: heading", "gazette, quote: the tolls rose, seen: heading"],
    says: /quotation needs seen: passage/,
    at: "the tolls rose",
  },
  {
    code: "KB008",
    name: "a page in a source that nobody opened",
    replace: [
      "cites: [{source: gazette, seen: heading}]",
      'cites: [{source: gazette, at: {label: page, value: "9"}, seen: none}]',
    ],
    says: /no page can be named/,
  },
  {
    code: "KB009",
    name: "a name that finds another case",
    replace: ["names: [river league]", "names: [river league, sea pact]"],
    more: {
      "sea-pact-1880": RIVER_LEAGUE.replaceAll("river league", "sea pact")
        .replace("names: [sea pact]", "names: []")
        .replace("asked_as:\n", "asked_as:\n  - sea pact\n  - the sea pact\n"),
    },
    says: /"sea pact" finds .*first/,
  },
  {
    code: "KB010",
    name: "a name that two cases claim",
    more: { "a-river-league-1880": RIVER_LEAGUE.replaceAll("1871", "1880") },
    says: /has the name "river league" too/,
  },
  {
    code: "KB011",
    name: "a contested reason with one side",
    replace: ["strength: documented", "strength: contested"],
    says: /gives one side only/,
    at: "strength: contested",
  },
  {
    code: "KB012",
    name: "a reason of a party that did not decide",
    replace: ["held_by: [graustark]", "held_by: [ruritania]"],
    says: /held by nobody who decided/,
    at: "held_by",
  },
  {
    code: "KB013",
    name: "a reason whose source is no primary one",
    replace: ["class: primary", "class: press"],
    says: /needs one primary source/,
    severity: "warning",
  },
  {
    code: "KB014",
    name: "an address that is not https",
    replace: ["https://example.org", "http://example.org"],
    says: /is not https/,
    at: "URL:",
  },
  {
    code: "KB014",
    name: "an address at a mirror",
    replace: ["https://example.org/gazette", "https://dokumen.pub/gazette"],
    says: /dokumen.pub is a mirror/,
    at: "URL:",
  },
  {
    code: "KB016",
    name: "an ISBN with a wrong digit",
    replace: ["URL: https", "ISBN: 978-0-521-20582-6\n    URL: https"],
    says: /a digit is wrong/,
    at: "ISBN:",
  },
  {
    code: "KB016",
    name: "an address in place of a DOI",
    replace: ["URL: https", "DOI: https://doi.org/10.1000/x\n    URL: https"],
    says: /stands without https/,
    at: "DOI:",
  },
  {
    code: "KB018",
    name: "a review that is overdue",
    replace: ['review_by: "9999"', 'review_by: "2020-01-31"'],
    says: /due by 31 January 2020/,
    at: "review_by",
    severity: "warning",
  },
  {
    code: "KB019",
    name: "fields out of order",
    replace: [
      '    outcome: rejected\n    date: "1871-03-24"\n',
      '    date: "1871-03-24"\n    outcome: rejected\n',
    ],
    asIs: true,
    says: /check --fix/,
    severity: "warning",
  },
  {
    code: "KB020",
    name: "a wording that stands twice",
    replace: [
      "- graustark river league why not",
      "- graustark river league why not\n  - Graustark River League why not",
    ],
    asIs: true,
    more: {},
    says: /stands here already/,
    at: "Graustark River League",
  },
  {
    code: "KB020",
    name: "an alias that is the name",
    parties: PARTIES.replace("aliases: [Strelsau]", "aliases: [Strelsau, ruritania]"),
    says: /"ruritania" stands here already/,
  },
  {
    code: "KB021",
    name: "an exception that excuses nothing",
    exceptions: "- {rule: KB013, file: cases/river-league-1871.yaml, reason: not yet read}\n",
    says: /breaks KB013 no longer/,
  },
  {
    code: "KB022",
    name: "a stub that was left",
    replace: ["detail: The minister told the chamber so.", "detail: TODO who said it"],
    says: /still marked TODO/,
    at: "detail:",
  },
  {
    code: "KB023",
    name: "too few questions to test with",
    replace: ["near_miss: [n1, n2, n3, n4, n5]", "near_miss: [n1]"],
    says: /questions.near_miss has 1, at least 5/,
    at: "near_miss",
    severity: "warning",
  },
  {
    code: "KB024",
    name: "an idea of which nothing spoke for it",
    into: TIDE_IDEA,
    replace: ["side: for", "side: against"],
    says: /spoke for the idea/,
    at: "evidence_then:",
  },
  {
    code: "KB024",
    name: "an idea without a word on what changed",
    into: TIDE_IDEA,
    replace: [/accepted:\n(?: {2}.*\n)+/, ""],
    says: /nothing tells what changed later/,
    at: "kind: idea",
  },
  {
    code: "KB024",
    name: "a proposal with the parts of an idea",
    into: TIDE_IDEA,
    replace: ["kind: idea\n", ""],
    says: /evidence_then is told of ideas only/,
  },
  {
    code: "KB015",
    name: "words of later as a reason of then",
    replace: ['issued: "1871-03-24"', 'issued: "1890"'],
    says: /words are of 1890/,
  },
];

const literally = (text: string) => new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));

describe("the rules", () => {
  it.each([
    ["a valid case", RIVER_LEAGUE],
    ["a valid idea", TIDE_IDEA],
  ])("have nothing to say of %s", (_name, text) => {
    expect(compileFolder(folderOf({ [ID]: text })).problems).toEqual([]);
  });

  it.each(faults)("$code finds $name", (fault) => {
    const [from, to] = fault.replace ?? ["", ""];
    const valid = fault.into ?? RIVER_LEAGUE;
    expect(valid).toMatch(typeof from === "string" ? literally(from) : from);
    const changed = valid.replace(from, to);
    const text = fault.asIs ? changed : canonicalCase(changed);
    const { parties, exceptions, id = ID } = fault;
    const { problems } = compileFolder(
      folderOf(
        { [id]: text, ...fault.more },
        { ...(parties ? { parties } : {}), ...(exceptions ? { exceptions } : {}) },
      ),
    );
    const found = problems.filter(({ code }) => code === fault.code);
    expect(found.map(({ message }) => message).join("\n")).toMatch(fault.says);
    expect(found.every(({ severity }) => severity === (fault.severity ?? "error"))).toBe(true);
    const own = found.find(({ message }) => fault.says.test(message));
    if (fault.at) expect(text.split("\n")[(own?.line ?? 0) - 1]).toContain(fault.at);
    // A fixture shows one rule at a time; a second case with the same names rightly stirs others.
    if (!fault.more)
      expect(new Set(problems.map(({ code }) => code))).toEqual(new Set([fault.code]));
  });

  it("have a failing fixture each", () => {
    const withFixture = new Set([...faults.map(({ code }) => code), "KB017"]);
    expect(withFixture).toEqual(new Set(Object.keys(RULES)));
  });

  it("KB017 finds an answer that is cut, as the platforms' judge tells it", () => {
    const examiner = {
      todayMs: 0,
      examine: () => ({ findFirst: () => ID, findCut: () => "the view sources is cut" }),
    };
    const { problems } = compileKnowledge(folderOf({ [ID]: RIVER_LEAGUE }), examiner);
    expect(problems).toMatchObject([
      { code: "KB017", message: expect.stringMatching(/is cut\. Shorten/) },
    ]);
  });

  it("excuse what an exception names, and nothing else", () => {
    const unread = RIVER_LEAGUE.replace("class: primary", "class: press");
    const excused = {
      exceptions:
        "- {rule: KB013, file: cases/river-league-1871.yaml, reason: the archive is closed}\n",
    };
    expect(compileFolder(folderOf({ [ID]: unread })).problems.length).toBeGreaterThan(0);
    expect(compileFolder(folderOf({ [ID]: unread }, excused)).problems).toEqual([]);
  });

  it("report everything that is wrong at once, in the order of the file", () => {
    const text = RIVER_LEAGUE.replace("by: graustark", "by: nobody")
      .replace("facet: blocs-and-alliances", "facet: fear")
      .replace('"1871-09-30"', '"soon"');
    const { problems } = compileFolder(folderOf({ [ID]: text }));
    expect(problems.map(({ code }) => code)).toEqual(["KB005", "KB012", "KB005", "KB007"]);
    expect(problems.map(({ line }) => line)).toEqual(
      [...problems.map(({ line }) => line)].sort((a, b) => a - b),
    );
  });

  it("keep a broken case from taking the good ones with it", () => {
    const other = canonicalCase(
      RIVER_LEAGUE.replaceAll("river league", "mountain guard").replace(
        "sources:\n",
        "see_also: [river-league-1871]\nsources:\n",
      ),
    );
    const { compiled, problems } = compileFolder(
      folderOf({ [ID]: "title: [", "mountain-guard-1871": other }),
    );
    expect(compiled?.cases.map(({ id }) => id)).toEqual(["mountain-guard-1871"]);
    expect(problems.every(({ file }) => file.includes(ID))).toBe(true);
  });
});
