import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { RemediableError } from "../errors.js";

/** One file of the knowledge folder, as text. */
export interface KnowledgeFile {
  readonly kind: "case" | "source" | "parties" | "facets" | "premises" | "exceptions";
  /** The file's name without `.yaml`: the id of a case or source. */
  readonly id: string;
  /** Path for messages, as the folder was named. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads every YAML file of a knowledge folder, sorted by path.
 *
 * @throws {RemediableError} KNOWLEDGE_FOLDER where the folder or a file in it cannot be read
 */
export async function readKnowledgeFolder(folder: string): Promise<KnowledgeFile[]> {
  const read = async (
    kind: KnowledgeFile["kind"],
    relativePath: string,
  ): Promise<KnowledgeFile> => {
    const file = path.join(folder, relativePath);
    try {
      return { kind, id: path.basename(file, ".yaml"), file, text: await readFile(file, "utf8") };
    } catch (error) {
      throw unreadable(file, error);
    }
  };
  const list = async (kind: "case" | "source", subfolder: string): Promise<KnowledgeFile[]> => {
    const names = await readdir(path.join(folder, subfolder)).catch((error: unknown) => {
      if (kind === "source" && isMissing(error)) return [];
      throw unreadable(path.join(folder, subfolder), error);
    });
    const yamlNames = names.filter((name) => name.endsWith(".yaml")).sort();
    return Promise.all(yamlNames.map((name) => read(kind, path.join(subfolder, name))));
  };
  const groups = await Promise.all([
    list("case", "cases"),
    list("source", "sources"),
    Promise.all([
      read("facets", "facets.yaml"),
      read("parties", "parties.yaml"),
      read("premises", "premises.yaml"),
    ]),
    // Most folders have no exceptions.
    read("exceptions", "exceptions.yaml").then(
      (file) => [file],
      (error: unknown) => {
        if (error instanceof RemediableError && isMissing(error.cause)) return [];
        throw error;
      },
    ),
  ]);
  return groups.flat();
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function unreadable(file: string, cause: unknown): RemediableError {
  const remedy = isMissing(cause)
    ? "is not there. Set KNOWLEDGE_DIR to the knowledge folder, or run from the project's root."
    : "cannot be read. Check its permissions.";
  return new RemediableError("KNOWLEDGE_FOLDER", `${file} ${remedy}`, { cause });
}

/**
 * A short text that changes when a file of the folder is written, added or removed: from names, sizes and times, so that
 * a large folder is looked over in milliseconds. Empty where the folder cannot be looked at.
 */
export async function stampOfFolder(folder: string): Promise<string> {
  try {
    const names = await readdir(folder, { recursive: true });
    const lines = await Promise.all(
      names
        .filter((name) => name.endsWith(".yaml"))
        .sort()
        .map(async (name) => {
          const { size, mtimeMs } = await stat(path.join(folder, name));
          return `${name} ${size} ${mtimeMs}`;
        }),
    );
    return lines.join("\n");
  } catch {
    // Whatever is wrong, reading the files says it better.
    return "";
  }
}
