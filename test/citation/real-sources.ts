import path from "node:path";
import { parse } from "yaml";
import {
  caseFileSchema,
  premisesFileSchema,
  type Source,
  sourceFileSchema,
} from "../../src/knowledge/model.js";
import { readKnowledgeFolder } from "../../src/knowledge/read-folder.js";
import { ROOT } from "../helpers/real.js";

/** The sources of each case and premise by its id, and the shared ones; of drafts too, as far as they have the right shape. */
export async function sourcesByHome(): Promise<Map<string, Readonly<Record<string, Source>>>> {
  const homes = new Map<string, Readonly<Record<string, Source>>>();
  const shared: Record<string, Source> = {};
  for (const { kind, id, text } of await readKnowledgeFolder(path.join(ROOT, "knowledge"))) {
    const data: unknown = parse(text) ?? {};
    const entry = kind === "case" ? caseFileSchema.safeParse(data).data : undefined;
    if (entry) homes.set(id, entry.sources);
    const source = kind === "source" ? sourceFileSchema.safeParse(data).data : undefined;
    if (source) shared[id] = source;
    const premises = kind === "premises" ? premisesFileSchema.safeParse(data).data : undefined;
    for (const [premise, { sources }] of Object.entries(premises ?? {}))
      homes.set(premise, sources);
  }
  return homes.set("shared", shared);
}
