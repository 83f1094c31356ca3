import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { openAsker } from "../app.js";
import { loadConfig } from "../config/config.js";
import { EXIT, RemediableError } from "../errors.js";
import { check } from "./knowledge/check.js";
import { readPost } from "./knowledge/draft.js";
import { checkLinks } from "./knowledge/links.js";
import { preview } from "./knowledge/preview.js";
import { caseSkeleton } from "./knowledge/skeleton.js";
import { statsLines } from "./knowledge/stats.js";
import { watch } from "./knowledge/watch.js";
import { parsing, runProgram, usageError } from "./run.js";

const USAGE = `usage: npm run -s knowledge -- check [folder] [--fix] [--watch]
       npm run -s knowledge -- preview <case or file> [--html]
       npm run -s knowledge -- new <id>
       npm run -s knowledge -- draft <text file> <id>
       npm run -s knowledge -- links
       npm run -s knowledge -- stats`;

const LINK_TIMEOUT_MS = 20_000;
const LINKS_PARALLEL = 4;

await runProgram(async () => {
  const { positionals, values } = parsing(
    () =>
      parseArgs({
        allowPositionals: true,
        options: {
          fix: { type: "boolean", default: false },
          watch: { type: "boolean", default: false },
          html: { type: "boolean", default: false },
        },
      }),
    USAGE,
  );
  const [command, ...subjects] = positionals;
  const { knowledge } = loadConfig(process.env);
  const today = new Date().toISOString().slice(0, 10);
  switch (command) {
    case "check": {
      const [folder = knowledge.folder] = take(subjects, 0, 1);
      if (!values.watch) return check(folder, values.fix);
      await watch(folder, async () => void (await check(folder, values.fix)));
      return EXIT.fine;
    }
    case "preview": {
      const [subject = ""] = take(subjects, 1, 1);
      process.stdout.write(await preview(knowledge.folder, subject, values.html));
      return EXIT.fine;
    }
    case "new": {
      const [id = ""] = take(subjects, 1, 1);
      return writeCase(knowledge.folder, id, caseSkeleton({ today }));
    }
    case "draft": {
      const [file = "", id = ""] = take(subjects, 2, 2);
      const post = readPost(await readText(file));
      const skeleton = caseSkeleton({ question: post.question, reasons: post.arguments, today });
      return writeCase(knowledge.folder, id, skeleton);
    }
    case "links": {
      take(subjects, 0, 0);
      return reportLinks(knowledge);
    }
    case "stats": {
      take(subjects, 0, 0);
      const { asker } = await openAsker(knowledge);
      process.stdout.write(`${statsLines(asker.base, Date.now()).join("\n")}\n`);
      return EXIT.fine;
    }
    default:
      throw usageError(command ? `There is no command "${command}".` : "Say what to do.", USAGE);
  }
});

/** The words behind a command, as many as it wants. */
function take(subjects: readonly string[], least: number, most: number): readonly string[] {
  if (subjects.length < least) throw usageError("Something is missing.", USAGE);
  if (subjects.length > most) {
    throw usageError(`"${subjects.slice(most).join(" ")}" is too much.`, USAGE);
  }
  return subjects;
}

async function writeCase(folder: string, id: string, text: string): Promise<number> {
  const file = path.join(folder, "cases", `${id}.yaml`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    throw usageError(
      `"${id}" is no id: lower-case words joined by hyphens, at most 40 characters, like river-league-1871.`,
      USAGE,
    );
  }
  if (existsSync(file)) throw usageError(`${file} is there already; it was left as it is.`, USAGE);
  await writeFile(file, text);
  process.stdout.write(`${file}: written. Fill in what is marked, then run check.\n`);
  return EXIT.fine;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new RemediableError("USAGE", `${file} cannot be read. Name a text file.`, { cause });
  }
}

/** Prints what is not fine. Gone addresses fail the check; others may be a server's bad day. */
async function reportLinks(knowledge: { folder: string; lenient: boolean }): Promise<number> {
  const { asker } = await openAsker(knowledge);
  const results = await checkLinks(asker.base, {
    timeoutMs: LINK_TIMEOUT_MS,
    parallel: LINKS_PARALLEL,
  });
  for (const { address, state, detail, sources } of results) {
    if (state === "fine") continue;
    const mark = state === "gone" ? "error" : "warning";
    process.stdout.write(`${mark}: ${detail}: ${address} (${sources.join(", ")})\n`);
  }
  const gone = results.filter(({ state }) => state === "gone").length;
  process.stdout.write(`addresses: ${results.length}, gone: ${gone}\n`);
  return gone > 0 ? EXIT.failed : EXIT.fine;
}
