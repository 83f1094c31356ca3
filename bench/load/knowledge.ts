import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Case } from "../../src/knowledge/model.js";
import { ROOT } from "../../test/helpers/real.js";
import { createSynthetic } from "../synthetic.js";

const DIST = path.join(ROOT, "dist");
const COMPILED = "knowledge.json";
/** The benchmarks' own output, in which the copies stand. */
const BENCH = "bench";

interface Compiled {
  readonly knowledge: { readonly cases: readonly Case[] };
}

function compiled(): Compiled {
  return JSON.parse(readFileSync(path.join(DIST, COMPILED), "utf8")) as Compiled;
}

/** What people ask in the real base's own words, and its number of cases. */
export function realBase(): { questions: string[]; cases: number } {
  const { cases } = compiled().knowledge;
  return { questions: cases.flatMap(({ asked_as }) => asked_as.slice(0, 2)), cases: cases.length };
}

/**
 * A copy of the built bot that has so many synthetic cases compiled in place of the real ones.
 *
 * @returns its program, as `startProgram` wants it
 */
export function botWithSynthetic(cases: number, seed: number): string {
  const name = `synthetic-${cases}`;
  const folder = path.join(DIST, BENCH, name);
  mkdirSync(folder, { recursive: true });
  for (const entry of readdirSync(DIST)) {
    if (entry === BENCH || entry === COMPILED) continue;
    cpSync(path.join(DIST, entry), path.join(folder, entry), { recursive: true });
  }
  const { base } = createSynthetic({ cases, seed });
  const { sources, parties, facets, premises } = base;
  // What says of which folder it was compiled stays: the bot is to take it as it is.
  const text = JSON.stringify({
    ...compiled(),
    knowledge: { cases: base.cases, sources, parties, facets, premises },
  });
  writeFileSync(path.join(folder, COMPILED), text);
  return `${BENCH}/${name}/main.js`;
}
