import { createExaminer } from "../../src/app.js";
import { createKnowledgeBase, type KnowledgeBase } from "../../src/knowledge/base.js";
import { canonicalCase } from "../../src/knowledge/canonical.js";
import { type Compilation, compileKnowledge } from "../../src/knowledge/compile.js";
import type { KnowledgeFile } from "../../src/knowledge/read-folder.js";

/** The smallest valid case, an invented one; tests change single parts of its text. */
export const RIVER_LEAGUE = canonicalCase(`title: The Ruritanian offer of a river league
question: Why did Graustark turn down Ruritania's river league in 1871?
asked_as:
  - why no river league in graustark
  - why didn't graustark join the river league
  - graustark river league why not
  - why was the river league turned down
  - who said no to the river league and why
  - why wouldn't edelweiss take the strelsau river league
names: [river league]
proposal:
  what: A league of the river states against tolls.
  by: [ruritania]
  to: [graustark]
  date: "1871-03-17"
  cites: [{source: gazette, seen: passage}]
decisions:
  - by: graustark
    outcome: rejected
    date: "1871-03-24"
    how: The chamber refused it in a note.
    cites: [{source: gazette, seen: passage}]
in_short: Graustark feared a bloc.
reasons:
  - id: fear-of-blocs
    held_by: [graustark]
    facet: blocs-and-alliances
    claim: Graustark feared that the league would split the river states.
    detail: The minister told the chamber so.
    plain: Graustark was afraid of taking sides.
    voice: said-then
    strength: documented
    cites:
      - source: gazette
        at: {label: page, value: "3"}
        quote: a league against somebody
        seen: passage
aftermath:
  - {date: "1871-09-30", event: The tolls rose., cites: [{source: gazette, seen: heading}]}
sources:
  gazette:
    type: article-newspaper
    title: The Chamber on the League
    container-title: Graustark Gazette
    issued: "1871-03-24"
    URL: https://example.org/gazette
    custom: {class: primary, origin: graustark-government}
questions:
  answer: [q1, q2, q3, q4, q5, q6, q7, q8, q9, q10]
  near_miss: [n1, n2, n3, n4, n5]
curated: {by: [tests], reviewed: "2026-11-23", review_by: "9999"}
status: current
`);

/** An idea that a science refused, on late witnesses and with dates in the old style: what most cases leave out. */
export const TIDE_IDEA = canonicalCase(
  RIVER_LEAGUE.replaceAll("river league", "theory of tides")
    .replace("proposal:\n", "kind: idea\nproposal:\n")
    .replace(/date: "1871-03-17"/, 'date: "1871-03-17"\n  old_style: "1871-03-05"')
    .replace('issued: "1871-03-24"', 'original-date: "1890~"')
    .replace("quote: a league", 'date: "1871-03-20"\n        quote: a league')
    .replace(
      "reasons:\n",
      `record:
  text: Only a chronicle of Zenda tells it.
  cites: [{source: chronicle, seen: passage}]
reasons:
`,
    )
    .replace(
      "aftermath:\n",
      `evidence_then:
  - {side: for, claim: The tide gauge at Hentzau rose with the moon., cites: [{source: chronicle, seen: passage}]}
  - {side: against, claim: No force was known that could reach so far., cites: [{source: gazette, seen: heading}]}
accepted:
  date: "1901-01-14"
  old_style: "1901-01-01"
  text: The barometer of Streslau measured the force.
  cites: [{source: chronicle, seen: heading}]
aftermath:
`,
    )
    .replace(
      "sources:\n",
      `sources:
  chronicle:
    type: book
    title: The Chronicle of Zenda
    original-date: "1905"
    custom: {class: scholarly, origin: zenda}
`,
    ),
);

export const PARTIES = `ruritania: {kind: state, name: Ruritania, adjective: Ruritanian, aliases: [Strelsau]}
graustark: {kind: state, name: Graustark, adjective: Graustarkian, aliases: [Edelweiss]}
rudolf: {kind: person, name: Rudolf Rassendyll, aliases: [Rassendyll], roles: [{of: ruritania, as: king}]}
`;

const FACETS = "blocs-and-alliances: It would divide states into camps.\n";

/** A folder in memory: the invented parties and facets, and the given cases by id. */
export function folderOf(
  cases: Readonly<Record<string, string>>,
  others: {
    parties?: string;
    premises?: string;
    facets?: string;
    exceptions?: string;
    sources?: Record<string, string>;
  } = {},
): KnowledgeFile[] {
  const shared = (
    kind: "parties" | "facets" | "premises" | "exceptions",
    text: string,
  ): KnowledgeFile => ({
    kind,
    id: kind,
    file: `knowledge/${kind}.yaml`,
    text,
  });
  return [
    ...Object.entries(cases).map(([id, text]) => ({
      kind: "case" as const,
      id,
      file: `knowledge/cases/${id}.yaml`,
      text,
    })),
    ...Object.entries(others.sources ?? {}).map(([id, text]) => ({
      kind: "source" as const,
      id,
      file: `knowledge/sources/${id}.yaml`,
      text,
    })),
    shared("facets", others.facets ?? FACETS),
    shared("parties", others.parties ?? PARTIES),
    shared("premises", others.premises ?? ""),
    ...(others.exceptions ? [shared("exceptions", others.exceptions)] : []),
  ];
}

export function compileFolder(files: readonly KnowledgeFile[]): Compilation {
  return compileKnowledge(files, createExaminer());
}

/** The base of one valid invented case, with one part of its text replaced. */
export function baseOf(cases: Readonly<Record<string, string>>, premises = ""): KnowledgeBase {
  const { compiled, problems } = compileFolder(folderOf(cases, { premises }));
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!compiled || errors.length > 0) throw new Error(JSON.stringify(errors, null, 2));
  return createKnowledgeBase(compiled);
}
