import { RULES } from "../knowledge/problem.js";

/** The rules as a Markdown table for people; knowledge/README.md has it. */
export function rulesTable(): string {
  const rows = Object.entries(RULES).map(([code, meaning]) => `| ${code} | ${meaning} |`);
  return ["| code | what it asks |", "| --- | --- |", ...rows].join("\n");
}
