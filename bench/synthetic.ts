import { createRandom } from "../src/evaluation/slips.js";
import { createKnowledgeBase, type KnowledgeBase } from "../src/knowledge/base.js";
import type { Case, Decision, Party, Reason } from "../src/knowledge/model.js";
import { createNames, createProseWords, createTopicWords } from "./synthetic-words.js";

/** A base of made-up cases, and questions of which the right case is known. */
export interface Synthetic {
  readonly base: KnowledgeBase;
  readonly questions: readonly SyntheticQuestion[];
}

export interface SyntheticQuestion {
  readonly text: string;
  /** The case that is meant; undefined where the base does not have it. */
  readonly caseId: string | undefined;
}

export interface SyntheticSize {
  readonly cases: number;
  readonly seed: number;
  /** Questions about cases of the base. */
  readonly questions?: number;
  /** Questions about cases that were made like the others, of the same parties, and left out. */
  readonly nearMisses?: number;
}

const STATES = 120;
/** The real base has five persons a case; famous ones come back, so a larger one has fewer. */
const PERSONS_PER_CASE = 1.5;
const YEARS = { from: 1815, to: 1989 };
/** Words of a text: the mean of the real cases', measured on 24 cases in November 2026, and what the model allows. */
interface Length {
  readonly mean: number;
  readonly most: number;
}
const WORDS = {
  what: { mean: 34, most: 40 },
  inShort: { mean: 56, most: 60 },
  how: { mean: 31, most: 45 },
  claim: { mean: 19, most: 25 },
  detail: { mean: 76, most: 90 },
  plain: { mean: 17, most: 25 },
  against: { mean: 35, most: 60 },
  caseFor: { mean: 56, most: 60 },
  event: { mean: 24, most: 45 },
  correction: { mean: 26, most: 40 },
} as const satisfies Record<string, Length>;
/** And how many of each a case has. */
const REASONS = 9;
const DECISIONS = 2;
const EVENTS = 4;
const CORRECTIONS = 5;
/** A name of a party about every so many words of prose. */
const PARTY_EVERY_WORDS = 18;
/** A word of the case's own topic about every so many. */
const TOPIC_EVERY_WORDS = 14;

const KINDS =
  "plan offer proposal note memorandum treaty pact scheme appeal bill mission union convention guarantee".split(
    " ",
  );
const REFUSALS = [
  "reject",
  "refuse",
  "turn down",
  "say no to",
  "veto",
  "decline",
  "not accept",
  "block",
];

/** What a case is about, before it is written out. */
interface Topic {
  readonly id: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly kind: string;
  readonly words: readonly string[];
  readonly proposer: string;
  readonly refuser: string;
  readonly person: string;
  readonly year: number;
}

/** Makes the base and its questions; the same size gives the same ones. */
export function createSynthetic(size: SyntheticSize): Synthetic {
  const { cases, seed, questions = 0, nearMisses = 0 } = size;
  const random = createRandom(seed);
  const parties = makeParties(cases, random);
  const makeTopic = topicMaker(parties, random);
  const known = Array.from({ length: cases }, (_, number) => makeTopic(number));
  const unknown = Array.from({ length: nearMisses }, (_, number) => makeTopic(cases + number));
  const prose = proseWriter(parties, random);
  const base = createKnowledgeBase({
    cases: known.map((topic) => writeCase(topic, parties, prose, random)),
    sources: {},
    parties,
    facets: { invented: "An invented kind of reason." },
    premises: [],
  });
  const ask = (topic: Topic) => questionOn(topic, parties, random);
  return {
    base,
    questions: [
      ...Array.from({ length: questions }, () => pick(known, random)).map((topic) => ({
        text: ask(topic),
        caseId: topic.id,
      })),
      ...unknown.map((topic) => ({ text: ask(topic), caseId: undefined })),
    ],
  };
}

type Parties = Readonly<Record<string, Party>>;

function makeParties(cases: number, random: () => number): Parties {
  const name = createNames(random);
  const parties: Record<string, Party> = {};
  for (let number = 0; number < STATES; number++) {
    const state = name(2);
    parties[`state-${number}`] = {
      kind: "state",
      name: `${state}ia`,
      adjective: `${state}ian`,
      aliases: [`${state}ians`, name(2)],
      roles: [],
    };
    parties[`body-${number}`] = {
      kind: "body",
      name: `${state}ian Senate`,
      aliases: [],
      of: `state-${number}`,
      roles: [],
    };
  }
  const given = Array.from({ length: 200 }, () => name(1));
  for (let number = 0; number < Math.ceil(cases * PERSONS_PER_CASE); number++) {
    const family = name(2);
    parties[`person-${number}`] = {
      kind: "person",
      name: `${pick(given, random)} ${family}`,
      aliases: [family],
      roles: [{ of: `state-${Math.floor(random() * STATES)}`, as: "minister" }],
    };
  }
  return parties;
}

function topicMaker(parties: Parties, random: () => number): (number: number) => Topic {
  const topicWord = createTopicWords(random);
  const name = createNames(random);
  const persons = Object.keys(parties).filter((id) => id.startsWith("person"));
  // A few states stand in most cases, as in the real base.
  const state = () => `state-${Math.floor(STATES ** random()) - 1}`;
  return (number) => {
    const [proposer, refuser] = [state(), state()];
    const person = pick(persons, random);
    const family = parties[person]?.aliases[0] ?? "";
    const kind = pick(KINDS, random);
    const place = name(2);
    const year = YEARS.from + Math.floor(random() * (YEARS.to - YEARS.from));
    const words = Array.from({ length: 8 }, topicWord);
    const [first = "", second = "", third = ""] = words;
    const adjective = parties[proposer]?.adjective ?? "";
    const titles = [
      `The ${family} ${kind} for a ${first} ${second}, ${year}`,
      `The ${adjective} ${kind} on ${first} and ${second}, ${year}`,
      `${family}'s ${first} ${kind} of ${year}`,
      `The ${place} ${kind} on the ${first} of ${second}`,
    ];
    return {
      id: `case-${number}-${year}`,
      title: pick(titles, random),
      names: [
        `${family} ${kind}`,
        `${place} ${kind}`,
        `${first} ${second} ${kind}`,
        `${adjective} ${third} ${kind} of ${year}`,
      ],
      kind,
      words,
      proposer,
      refuser,
      person,
      year,
    };
  };
}

/** Writes a text of about so many words on a topic. */
type Prose = (topic: Topic, length: Length) => string;

function proseWriter(parties: Parties, random: () => number): Prose {
  const word = createProseWords(random);
  const partyName = (id: string) => {
    const { name = "", adjective, aliases = [] } = parties[id] ?? {};
    return pick([name, adjective ?? name, aliases[0] ?? name], random);
  };
  return ({ words: topicWords, proposer, refuser, person, year }, { mean, most }) => {
    const parts: string[] = [];
    const length = Math.min(most, Math.round(mean * (0.7 + 0.6 * random())));
    for (let count = 0; count < length; count++) {
      const chance = random();
      if (chance < 1 / PARTY_EVERY_WORDS) {
        parts.push(partyName(pick([proposer, refuser, person], random)));
      } else if (chance < 1 / PARTY_EVERY_WORDS + 1 / TOPIC_EVERY_WORDS) {
        parts.push(pick(topicWords, random));
      } else if (chance > 0.995) parts.push(String(year));
      else parts.push(word());
    }
    // A name may be two words.
    return `${parts.join(" ").split(" ").slice(0, most).join(" ")}.`;
  };
}

function writeCase(topic: Topic, parties: Parties, prose: Prose, random: () => number): Case {
  const { id, title, names, proposer, refuser, person, year } = topic;
  const text = (length: Length) => prose(topic, length);
  const month = () => String(1 + Math.floor(random() * 12)).padStart(2, "0");
  const decisions = Array.from(
    { length: DECISIONS },
    (_, index): Decision => ({
      by: index === 0 ? refuser : refuser.replace("state", "body"),
      outcome: "rejected",
      date: `${year}-${month()}-17`,
      how: text(WORDS.how),
      dissent: text(WORDS.how),
      cites: [],
    }),
  );
  const reasons = Array.from(
    { length: REASONS },
    (_, index): Reason => ({
      id: `reason-${index}`,
      held_by: [refuser],
      facet: "invented",
      claim: text(WORDS.claim),
      detail: text(WORDS.detail),
      plain: text(WORDS.plain),
      voice: "said-then",
      strength: "documented",
      cites: [],
      against: { claim: text(WORDS.against), cites: [] },
    }),
  );
  return {
    id,
    revision: "synthetic",
    title,
    question: `Why did ${parties[refuser]?.name} refuse the ${names[0]} of ${year}?`,
    asked_as: Array.from({ length: 12 }, () => questionOn(topic, parties, random)),
    names: [...names],
    ambiguous_names: [],
    proposal: {
      what: text(WORDS.what),
      by: [proposer],
      people: [person],
      to: [refuser],
      date: `${year}-${month()}`,
      cites: [],
    },
    decisions,
    in_short: text(WORDS.inShort),
    reasons,
    case_for: { text: text(WORDS.caseFor), cites: [] },
    aftermath: Array.from({ length: EVENTS }, () => ({ event: text(WORDS.event), cites: [] })),
    corrections: Array.from({ length: CORRECTIONS }, () => ({
      claim: text(WORDS.correction),
      truth: text(WORDS.correction),
      cites: [],
    })),
    see_also: [],
    questions: { answer: [], near_miss: [] },
    sources: {},
    curated: { by: ["the benchmark"], reviewed: "2026-11-24", review_by: "9999" },
    status: "current",
  };
}

/** A question as somebody would put it who remembers some of the case: a name, some words, a person, the decade. */
function questionOn(topic: Topic, parties: Parties, random: () => number): string {
  const { words, kind, names, proposer, refuser, person, year } = topic;
  const who = parties[pick([refuser, refuser.replace("state", "body")], random)]?.name;
  const [by = "", adjective = ""] = [parties[person]?.aliases[0], parties[proposer]?.adjective];
  const [one, two, three] = [pick(words, random), pick(words, random), pick(words, random)];
  const no = pick(REFUSALS, random);
  const forms = [
    `why did ${who} ${no} the ${pick(names, random)}`,
    `why was the ${adjective} ${kind} on ${one} and ${two} turned down in ${year}`,
    `what made ${who} refuse when ${by} suggested the ${one} ${two}`,
    `why didn't the ${one} ${kind} of the ${String(year).slice(0, 3)}0s go through, was it ${three}`,
    `${by} ${one} ${kind} ${year} why not`,
    `why did they ${no} ${by}'s ${kind}`,
  ];
  return pick(forms, random);
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError("there is nothing to pick from");
  return value;
}
