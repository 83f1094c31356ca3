/** A question of the evaluation, and what a right answer to it is. */
export interface EvaluationQuestion {
  readonly text: string;
  /** How it is worded, or what makes it hard; results are reported by style. */
  readonly style: Style;
  readonly expected: Expected;
  /** The case that it follows up. */
  readonly about?: string;
}

export const STYLES = [
  "direct",
  "long",
  "premise",
  "near miss",
  "off topic",
  "ambiguous",
  "follow-up",
] as const;
export type Style = (typeof STYLES)[number];

export type Expected =
  | { readonly kind: "case"; readonly id: string }
  | { readonly kind: "premise"; readonly id: string }
  /** Not this case (a near miss of it), or nothing at all. */
  | { readonly kind: "not"; readonly id: string }
  | { readonly kind: "nothing" }
  | { readonly kind: "any"; readonly ids: readonly string[] }
  | { readonly kind: "part"; readonly parties: readonly string[]; readonly view: string };

/** The half on which weights and thresholds are found, and the half on which they are reported. */
export type Half = "development" | "reported";

/** By the text alone, so that a question keeps its half whatever is added beside it (FNV-1a, 32 bits). */
export function halfOf({ text }: Pick<EvaluationQuestion, "text">): Half {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 7) % 2 === 0 ? "development" : "reported";
}
