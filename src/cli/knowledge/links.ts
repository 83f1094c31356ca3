import { addressOf } from "../../citation/format.js";
import type { KnowledgeBase } from "../../knowledge/base.js";

/** What came of opening an address. */
export interface LinkResult {
  readonly address: string;
  /** `gone`: 404 or 410, an error. `doubtful`: any other answer but success, or none: a warning. */
  readonly state: "fine" | "gone" | "doubtful";
  /** "404", "no answer". */
  readonly detail: string;
  /** Ids of the sources with this address. */
  readonly sources: readonly string[];
}

export interface LinkOptions {
  readonly timeoutMs: number;
  /** Addresses opened at a time: archives are slow, and not ours to press. */
  readonly parallel: number;
  readonly open?: typeof fetch;
}

/** Opens every address of the base, each once. Uses the network, so it is never part of the tests. */
export async function checkLinks(base: KnowledgeBase, options: LinkOptions): Promise<LinkResult[]> {
  const sourcesByAddress = new Map<string, string[]>();
  const sources = [
    ...Object.entries(base.sources),
    ...base.cases.flatMap((entry) => Object.entries(entry.sources)),
    ...base.premises.flatMap((premise) => Object.entries(premise.sources)),
  ];
  for (const [id, source] of sources) {
    const address = addressOf(source);
    if (address === undefined) continue;
    sourcesByAddress.set(address, [...(sourcesByAddress.get(address) ?? []), id]);
  }
  const queue = [...sourcesByAddress];
  const results: LinkResult[] = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [address, ids] = next;
      const detail = await answerOf(address, options);
      const state = detail === "200" ? "fine" : /^(?:404|410)$/.test(detail) ? "gone" : "doubtful";
      results.push({ address, state, detail, sources: ids });
    }
  };
  await Promise.all(Array.from({ length: options.parallel }, work));
  return results.sort((a, b) => a.address.localeCompare(b.address));
}

/** "200" for any success, else the status, or why there was none. */
async function answerOf(
  address: string,
  { timeoutMs, open = fetch }: LinkOptions,
): Promise<string> {
  try {
    // Many archives refuse HEAD, so the page is asked for and its body dropped.
    const response = await open(address, { signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.ok ? "200" : String(response.status);
  } catch (error) {
    return error instanceof Error && error.name === "TimeoutError"
      ? "no answer in time"
      : "no answer";
  }
}
