import { z } from "zod";
import { isRuleCode } from "./problem.js";

/** Ids are kebab-case; at most 40 characters, so that a button's id has room for one (100 on Discord). */
export const ID_MAX_CHARS = 40;
const ID_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const id = z
  .string()
  .regex(ID_PATTERN, "an id is lower-case words joined by hyphens, like river-league-1871");
const caseId = id.max(ID_MAX_CHARS, `an id has at most ${ID_MAX_CHARS} characters`);

/** A text of at most `maxWords` words, counted at white space. */
const words = (maxWords: number) =>
  z
    .string()
    .trim()
    .min(1, "is empty")
    .refine((text) => text.split(/\s+/).length <= maxWords, {
      error: (issue) =>
        `has ${String(issue.input).split(/\s+/).length} words, at most ${maxWords} fit here`,
    });
const line = (maxChars: number) => z.string().trim().min(1, "is empty").max(maxChars);
/** EDTF text; what it says is checked by the date rule, which can name the remedy. */
const date = z.string({ error: 'a date is text in quotes, like "1938-03-17" or "-0279"' });

/** The places in a work that a citation may name: CSL's locator labels, and the ones our sources need. */
export const LOCATOR_LABELS = [
  "page",
  "column",
  "chapter",
  "paragraph",
  "section",
  "note",
  "document",
  "line",
  "verse",
  "book",
  "volume",
  "folio",
  "part",
  "timestamp",
] as const;

const citation = z.strictObject({
  source: id,
  at: z.strictObject({ label: z.enum(LOCATOR_LABELS), value: line(40) }).optional(),
  date: date.optional(),
  quote: words(25).optional(),
  translation: words(40).optional(),
  seen: z.enum(["passage", "heading", "none"]),
});
/** May be empty here: the citation rule (KB006) says so with a remedy of its own. */
const cites = z.array(citation).default([]);

const name = z.union([
  z.strictObject({ family: line(80), given: line(80).optional() }),
  z.strictObject({ literal: line(160) }),
]);

/** CSL types in use; a new one needs a citation format first. */
export const SOURCE_TYPES = [
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "book",
  "chapter",
  "classic",
  "document",
  "hearing",
  "manuscript",
  "post",
  "report",
  "review",
  "speech",
  "thesis",
  "treaty",
  "webpage",
] as const;

/** A published work or document, described once, in CSL's field names. */
const source = z.strictObject({
  type: z.enum(SOURCE_TYPES),
  title: line(300),
  "title-short": line(80).optional(),
  author: z.array(name).min(1).optional(),
  editor: z.array(name).min(1).optional(),
  translator: z.array(name).min(1).optional(),
  recipient: z.array(name).min(1).optional(),
  "container-title": line(200).optional(),
  "container-title-short": line(60).optional(),
  "collection-title": line(200).optional(),
  genre: line(80).optional(),
  volume: line(20).optional(),
  issue: line(20).optional(),
  number: line(40).optional(),
  page: line(40).optional(),
  section: line(80).optional(),
  edition: line(40).optional(),
  publisher: line(120).optional(),
  "publisher-place": line(120).optional(),
  archive: line(120).optional(),
  archive_location: line(120).optional(),
  issued: date.optional(),
  "original-date": date.optional(),
  language: line(20).optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  ISBN: z.string().optional(),
  custom: z.strictObject({
    class: z.enum(["primary", "scholarly", "press", "reference", "community"]),
    origin: id,
    archived: z.string().optional(),
    access: z.enum(["open", "library", "paywall"]).optional(),
  }),
});

/** What a party did with the proposal; `accepted` where it agreed and others refused. */
export const OUTCOMES = [
  "rejected",
  "declined",
  "voted-down",
  "vetoed",
  "unanswered",
  "lapsed",
  "accepted",
] as const;

const decision = z.strictObject({
  by: id,
  outcome: z.enum(OUTCOMES),
  date: date.optional(),
  old_style: date.optional(),
  how: words(45),
  vote: z
    .strictObject({
      for: z.number().int().nonnegative(),
      against: z.number().int().nonnegative(),
      needed: line(60).optional(),
    })
    .optional(),
  dissent: words(45).optional(),
  cites,
});

const reason = z.strictObject({
  id,
  held_by: z.array(id).min(1, "names nobody; say who held this reason"),
  facet: id,
  claim: words(25),
  detail: words(90),
  plain: words(25),
  voice: z.enum(["said-then", "judged-since"]),
  strength: z.enum(["documented", "inferred", "contested"]),
  cites,
  against: z.strictObject({ claim: words(60), cites }).optional(),
});

/** A proposal that was put to somebody, or an idea that was put before a science; absent means a proposal. */
export const CASE_KINDS = ["proposal", "idea"] as const;

/** What was known at the time for an idea, or against it. */
const evidence = z.strictObject({ side: z.enum(["for", "against"]), claim: words(30), cites });

/**
 * One case file: a proposal that was turned down. Fields that most cases leave out are optional and have no default, so
 * that a case without them keeps its revision.
 */
export const caseFileSchema = z.strictObject({
  title: line(90),
  question: line(160),
  asked_as: z.array(line(200)).default([]),
  names: z.array(line(80)).default([]),
  ambiguous_names: z.array(line(80)).default([]),
  kind: z.enum(CASE_KINDS).optional(),
  proposal: z.strictObject({
    what: words(40),
    by: z.array(id).min(1),
    people: z.array(id).default([]),
    to: z.array(id).default([]),
    date,
    old_style: date.optional(),
    cites,
  }),
  decisions: z.array(decision).min(1),
  in_short: words(60),
  /** How we know: how late and how partial the witnesses are. */
  record: z.strictObject({ text: words(60), cites }).optional(),
  reasons: z.array(reason).min(1).max(12, "has more than twelve reasons; keep the strongest"),
  case_for: z.strictObject({ text: words(60), cites }).optional(),
  evidence_then: z.array(evidence).optional(),
  /** When the idea came to be held, and what had changed. */
  accepted: z.strictObject({ date, old_style: date.optional(), text: words(60), cites }).optional(),
  aftermath: z
    .array(
      z.strictObject({
        date: date.optional(),
        old_style: date.optional(),
        event: words(45),
        cites,
      }),
    )
    .default([]),
  corrections: z.array(z.strictObject({ claim: words(40), truth: words(60), cites })).default([]),
  see_also: z.array(caseId).default([]),
  questions: z
    .strictObject({
      answer: z.array(line(300)).default([]),
      near_miss: z.array(line(300)).default([]),
    })
    .default({ answer: [], near_miss: [] }),
  sources: z.record(id, source).default({}),
  curated: z.strictObject({
    by: z.array(line(80)).min(1),
    reviewed: date,
    review_by: date,
  }),
  status: z
    .union([
      z.literal("current"),
      z.strictObject({ withdrawn: line(200) }),
      z.strictObject({ moved: caseId }),
    ])
    .default("current"),
});

const role = z.strictObject({ of: id, as: line(80), date: date.optional() });

/** `parties.yaml`: states, bodies and persons by id. */
export const partiesFileSchema = z.record(
  id,
  z.strictObject({
    kind: z.enum(["state", "body", "person"]),
    name: line(80),
    adjective: line(60).optional(),
    aliases: z.array(line(60)).default([]),
    of: id.optional(),
    roles: z.array(role).default([]),
  }),
);

/** `facets.yaml`: the closed list of kinds of reason, each with one line of meaning. */
export const facetsFileSchema = z.record(id, line(160));

/** `premises.yaml`: beliefs that something was refused, put right. */
export const premisesFileSchema = z.record(
  caseId,
  z.strictObject({
    names: z.array(line(80)).min(1),
    belief: words(40),
    verdict: z.enum(["adopted", "partly-adopted", "never-proposed", "refused-by-another"]),
    truth: words(60),
    cites,
    related: z.array(caseId).default([]),
    questions: z.array(line(300)).default([]),
    sources: z.record(id, source).default({}),
  }),
);

export const sourceFileSchema = source;

/** `exceptions.yaml`: rules that a file may break, each with the reason. */
export const exceptionsFileSchema = z.array(
  z.strictObject({
    rule: z.string().refine(isRuleCode, "is no rule; problem.ts lists them"),
    /** End of the file's path, such as cases/river-league-1871.yaml. */
    file: line(120),
    reason: line(200),
  }),
);

export type ExceptionEntry = z.infer<typeof exceptionsFileSchema>[number];
export type CaseFile = z.infer<typeof caseFileSchema>;
export type Citation = z.infer<typeof citation>;
export type Source = z.infer<typeof source>;
export type Name = z.infer<typeof name>;
export type Decision = z.infer<typeof decision>;
export type Reason = z.infer<typeof reason>;
export type Party = z.infer<typeof partiesFileSchema>[string];
export type Premise = z.infer<typeof premisesFileSchema>[string] & { readonly id: string };

/** A checked case with its id (the file's name) and the short hash of its meaning. */
export type Case = CaseFile & { readonly id: string; readonly revision: string };
