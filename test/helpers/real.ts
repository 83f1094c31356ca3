import { existsSync } from "node:fs";
import path from "node:path";
import type { Asker } from "../../src/answer/ask.js";
import { openAsker } from "../../src/app.js";

export const ROOT = projectAbove(import.meta.dirname);

let loading: Promise<Asker> | undefined;

/**
 * The asker over the project's own knowledge, as it is; loaded once. What the build compiled is taken where it is still
 * current. Else compiling can hold a busy machine up for so long that a socket counts as lost: where a bot is started too,
 * load first.
 */
export function realAsker(): Promise<Asker> {
  loading ??= openAsker(
    { folder: path.join(ROOT, "knowledge"), lenient: false },
    path.join(ROOT, "dist", "knowledge.json"),
  ).then(({ asker }) => asker);
  return loading;
}

/** The tests run as they stand; the benchmarks, compiled, somewhere below dist. */
function projectAbove(folder: string): string {
  if (existsSync(path.join(folder, "package.json"))) return folder;
  return projectAbove(path.dirname(folder));
}
