/** How much of a case is told: one screen, all of it, or one screen in plain wording. */
export const LENGTHS = ["short", "full", "plain"] as const;
export type Length = (typeof LENGTHS)[number];
