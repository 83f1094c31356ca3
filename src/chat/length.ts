/** How much of a case is told: one screen, all of it, or one screen in plain wording. Part of the outside contract. */
export const LENGTHS = ["short", "full", "plain"] as const;
export type Length = (typeof LENGTHS)[number];

/** Besides, what *More detail* leads to from plain wording: every reason, still in plain wording. */
export const TOLD_LENGTHS = [...LENGTHS, "plain-full"] as const;
export type ToldLength = (typeof TOLD_LENGTHS)[number];

export function isPlain(length: ToldLength): boolean {
  return length === "plain" || length === "plain-full";
}

/** Whether every reason is told, and not the strongest alone. */
export function tellsAll(length: ToldLength): boolean {
  return length === "full" || length === "plain-full";
}

/** All reasons, in the wording at hand. */
export function longer(length: ToldLength): ToldLength {
  return isPlain(length) ? "plain-full" : "full";
}

/** One screen, in the wording at hand. */
export function shorter(length: ToldLength): ToldLength {
  return isPlain(length) ? "plain" : "short";
}
