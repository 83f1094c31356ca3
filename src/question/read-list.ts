import { readFileSync } from "node:fs";

/**
 * Reads the word list of a package. Requiring it would keep every entry in memory for good, and of some lists little is
 * wanted.
 */
export function readList<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(file, "utf8")) as readonly T[];
}
