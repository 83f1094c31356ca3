import { parseArgs } from "node:util";
import { openAsker } from "../app.js";
import { inAlphabet } from "../citation/bibliography.js";
import { citedSources } from "../citation/cited.js";
import { toBibtex } from "../citation/export/bibtex.js";
import { toCslJson } from "../citation/export/csl-json.js";
import { toRis } from "../citation/export/ris.js";
import { plainText } from "../citation/rich-text.js";
import { STYLES } from "../citation/styles/index.js";
import type { Style } from "../citation/styles/style.js";
import { loadConfig } from "../config/config.js";
import { EXIT, RemediableError } from "../errors.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { Source } from "../knowledge/model.js";
import { formatProblem } from "../knowledge/problem.js";
import { parsing, runProgram, usageError } from "./run.js";

type Sources = Readonly<Record<string, Source>>;

const FORMS = ["note", "short", "bibliography"] as const;
const EXPORTS: Readonly<Record<string, (sources: Sources) => string>> = {
  bibtex: toBibtex,
  ris: toRis,
  "csl-json": toCslJson,
};
const FORMATS = ["text", ...Object.keys(EXPORTS)];

const USAGE = `usage: npm run -s cite -- <case or source> [--style ${STYLES.map(({ id }) => id).join("|")}] [--form ${FORMS.join("|")}]
       npm run -s cite -- <case or source> --format ${FORMATS.join("|")}`;

// The sources of a case, or one source, as citations or for other programs.
await runProgram(async () => {
  const { positionals, values } = parsing(
    () =>
      parseArgs({
        allowPositionals: true,
        options: {
          style: { type: "string", default: "chicago" },
          form: { type: "string", default: "bibliography" },
          format: { type: "string", default: "text" },
        },
      }),
    USAGE,
  );
  const [id, ...rest] = positionals;
  if (id === undefined) throw usageError("Say which case or source.", USAGE);
  if (rest.length > 0) throw usageError(`"${rest.join(" ")}" is too much.`, USAGE);
  const style = STYLES.find((one) => one.id === values.style);
  if (!style) throw usageError(`There is no style "${values.style}".`, USAGE);
  const form = FORMS.find((one) => one === values.form);
  if (!form) throw usageError(`There is no form "${values.form}".`, USAGE);
  if (!FORMATS.includes(values.format)) {
    throw usageError(`There is no format "${values.format}".`, USAGE);
  }
  const { asker, problems } = await openAsker(loadConfig(process.env).knowledge);
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);

  const sources = findSources(asker.base, id);
  const write = EXPORTS[values.format] ?? ((all) => citations(all, style, form));
  process.stdout.write(write(sources));
  return EXIT.fine;
});

/** One citation a line; a bibliography in the alphabet, notes in the order in which a reader meets the sources. */
function citations(sources: Sources, style: Style, form: (typeof FORMS)[number]): string {
  const entries = Object.values(sources).map((source) => style[form](source));
  const ordered = form === "bibliography" ? inAlphabet(entries) : entries;
  return ordered.map((entry) => `${plainText(entry)}\n`).join("");
}

/**
 * Every source that a case cites, once; or the one source of that id.
 *
 * @throws {RemediableError} UNKNOWN_CASE
 */
function findSources(base: KnowledgeBase, id: string): Sources {
  const entry = base.findCase(id);
  if (entry) return citedSources(base, entry);
  const homes = [base.sources, ...[...base.cases, ...base.premises].map(({ sources }) => sources)];
  const source = homes.map((sources) => sources[id]).find((found) => found !== undefined);
  if (source) return { [id]: source };
  throw new RemediableError(
    "UNKNOWN_CASE",
    `There is no case or source "${id}". Cases are named like the files in knowledge/cases/; sources stand in them under "sources", and in knowledge/sources/.`,
  );
}
