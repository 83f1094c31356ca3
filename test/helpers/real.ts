import path from "node:path";
import type { Asker } from "../../src/answer/ask.js";
import { openAsker } from "../../src/app.js";

export const ROOT = path.join(import.meta.dirname, "..", "..");

/** The asker over the project's own knowledge, as it is. */
export async function realAsker(): Promise<Asker> {
  const { asker } = await openAsker({ folder: path.join(ROOT, "knowledge"), lenient: false });
  return asker;
}
