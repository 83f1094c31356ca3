import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT } from "./real.js";

/** A throw-away copy of the project's knowledge folder; removed by `remove`. */
export async function copyOfKnowledge(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const parent = await mkdtemp(path.join(tmpdir(), "why-rejected-"));
  const folder = path.join(parent, "knowledge");
  await cp(path.join(ROOT, "knowledge"), folder, { recursive: true });
  return { folder, remove: () => rm(parent, { recursive: true }) };
}
