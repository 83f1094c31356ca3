import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { RemediableError } from "../errors.js";
import { type CompiledKnowledge, createKnowledgeBase, type KnowledgeBase } from "./base.js";
import { compileKnowledge, type Examiner } from "./compile.js";
import { formatProblem, type Problem } from "./problem.js";
import { type KnowledgeFile, readKnowledgeFolder, stampOfFolder } from "./read-folder.js";

/** Raised when the compiled form or the meaning of a rule changes, so that an older file is not used. */
const COMPILED_VERSION = 2;

export interface LoadOptions {
  /** The folder with `cases/`, `parties.yaml` and the rest. */
  readonly folder: string;
  /** Where the compiled JSON stands; used while it fits the folder's files. */
  readonly compiledFile: string;
  /** Skip invalid cases instead of refusing all. */
  readonly lenient: boolean;
  readonly examiner: Examiner;
}

export interface LoadedKnowledge {
  readonly base: KnowledgeBase;
  /** Warnings; with `lenient` also the errors for which cases were skipped. */
  readonly problems: readonly Problem[];
}

/**
 * Loads the knowledge: the compiled JSON where it was made from these very files, else compiled anew. A file written
 * within the clock's grain of the last build, with the same size, would be missed: no person is that fast.
 *
 * @throws {RemediableError} KNOWLEDGE_FOLDER if unreadable; KNOWLEDGE_INVALID with every error, one a line
 */
export async function loadKnowledge(options: LoadOptions): Promise<LoadedKnowledge> {
  const written = await readCompiled(options.compiledFile);
  const stamp = await stampOfFolder(options.folder);
  if (written && stamp !== "" && written.stamp === stampHash(stamp)) {
    return { base: createKnowledgeBase(written.knowledge), problems: [] };
  }
  // Copied files have new times, so the words decide.
  const files = await readKnowledgeFolder(options.folder);
  if (written?.fingerprint === fingerprintOf(files)) {
    return { base: createKnowledgeBase(written.knowledge), problems: [] };
  }

  const { compiled, problems } = compileKnowledge(files, options.examiner);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!compiled || (errors.length > 0 && !options.lenient)) {
    throw new RemediableError(
      "KNOWLEDGE_INVALID",
      [
        ...errors.map(formatProblem),
        `${options.folder} is not valid (errors: ${errors.length}). Mend them, or set KNOWLEDGE_LENIENT=1 to run without the cases concerned.`,
      ].join("\n"),
    );
  }
  return { base: createKnowledgeBase(compiled), problems };
}

/**
 * Compiles a folder and writes the JSON that `loadKnowledge` looks for. Nothing is written where there is an error.
 *
 * @throws {RemediableError} as `loadKnowledge`
 */
export async function writeCompiled(options: Omit<LoadOptions, "lenient">): Promise<void> {
  const stamp = stampHash(await stampOfFolder(options.folder));
  const fingerprint = fingerprintOf(await readKnowledgeFolder(options.folder));
  const written = await readCompiled(options.compiledFile);
  if (written?.stamp === stamp && written.fingerprint === fingerprint) return;
  const { base } = await loadKnowledge({ ...options, lenient: false });
  const { cases, sources, parties, facets, premises } = base;
  const knowledge: CompiledKnowledge = { cases, sources, parties, facets, premises };
  const text = JSON.stringify({ stamp, fingerprint, knowledge } satisfies Written);
  await mkdir(path.dirname(options.compiledFile), { recursive: true });
  // Written beside and renamed, so that a reader never meets half a file.
  const draftFile = `${options.compiledFile}.${process.pid}`;
  await writeFile(draftFile, text);
  await rename(draftFile, options.compiledFile);
}

function fingerprintOf(files: readonly KnowledgeFile[]): string {
  const hash = createHash("sha256").update(String(COMPILED_VERSION));
  for (const { kind, id, text } of files) hash.update(`\0${kind}\0${id}\0${text}`);
  return hash.digest("hex");
}

/** What the compiled file holds: of which folder it was made, twice over, and the knowledge. */
interface Written {
  /** Hash of the folder's names, sizes and times: quick to compare. */
  readonly stamp: string;
  /** Hash of the folder's words: sure. */
  readonly fingerprint: string;
  readonly knowledge: CompiledKnowledge;
}

function stampHash(stamp: string): string {
  return createHash("sha256").update(`${COMPILED_VERSION}\0${stamp}`).digest("hex");
}

async function readCompiled(file: string): Promise<Written | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed: unknown = JSON.parse(text);
  return isWritten(parsed) ? parsed : undefined;
}

/** Our own output, checked in full when it was written; the hashes tell whether it still fits. */
function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && "fingerprint" in value && "stamp" in value;
}
