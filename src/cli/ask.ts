import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { toAnswerJson } from "../answer/answer-json.js";
import type { Asker } from "../answer/ask.js";
import { openAsker } from "../app.js";
import { LENGTHS, type Length } from "../chat/length.js";
import { present } from "../chat/present.js";
import { loadConfig } from "../config/config.js";
import { EXIT, RemediableError } from "../errors.js";
import { formatProblem } from "../knowledge/problem.js";
import { renderTerminal } from "../terminal/render.js";
import { terminalStyle } from "../terminal/terminal.js";
import { parsing, runProgram, usageError } from "./run.js";

const USAGE = `usage: npm run -s ask -- [--json] [--about <case>] [--party <party>] [--length ${LENGTHS.join("|")}] ["question"]
Without a question, reads one per line from standard input; a line may be {"question": "...", "about": "..."}.`;

interface Settings {
  readonly json: boolean;
  readonly about: string | undefined;
  readonly party: string | undefined;
  readonly length: Length;
}

await runProgram(async () => {
  const { values, positionals } = parsing(
    () =>
      parseArgs({
        allowPositionals: true,
        options: {
          json: { type: "boolean", default: false },
          about: { type: "string" },
          party: { type: "string" },
          length: { type: "string", default: "short" },
        },
      }),
    USAGE,
  );
  const length = LENGTHS.find((one) => one === values.length);
  if (!length) throw usageError(`There is no length "${values.length}".`, USAGE);
  const settings = { json: values.json, about: values.about, party: values.party, length };
  const { asker, problems } = await openAsker(loadConfig(process.env).knowledge);
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);

  if (positionals.length > 0) {
    answer(asker, { question: positionals.join(" ") }, settings);
    return EXIT.fine;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    answer(asker, readLine(line), settings);
  }
  return EXIT.fine;
});

interface AskedLine {
  readonly question: string;
  readonly about?: string;
}

/** A line is a question, or a JSON object with one. */
function readLine(line: string): AskedLine {
  if (!line.trimStart().startsWith("{")) return { question: line };
  const parsed = parseJson(line);
  if (typeof parsed !== "object" || parsed === null) return { question: line };
  const { question, about } = parsed as { question?: unknown; about?: unknown };
  if (typeof question !== "string") return { question: line };
  return { question, ...(typeof about === "string" ? { about } : {}) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A question may start with a brace; then it is one.
    return undefined;
  }
}

function answer(asker: Asker, line: AskedLine, settings: Settings): void {
  const about = line.about ?? settings.about;
  if (about !== undefined && !asker.base.findCase(about)) {
    throw new RemediableError(
      "UNKNOWN_CASE",
      `There is no case "${about}". The files in knowledge/cases/ are named by their ids.`,
    );
  }
  const startMs = performance.now();
  const outcome = asker.ask({ question: line.question, about, party: settings.party });
  const elapsedMs = performance.now() - startMs;
  process.stdout.write(
    settings.json
      ? `${JSON.stringify(toAnswerJson(asker.base, line.question, outcome, elapsedMs))}\n`
      : `${renderTerminal(present(asker.base, outcome, settings.length), terminalStyle(process.stdout, process.env))}\n`,
  );
}
