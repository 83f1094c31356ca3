import type { Name } from "../knowledge/model.js";

/** @example fullName({ family: "Neilson", given: "Keith" }); // "Keith Neilson" */
export function fullName(name: Name): string {
  if ("literal" in name) return name.literal;
  return [name.given, name.family].filter(Boolean).join(" ");
}

/** For the alphabet. @example invertedName({ family: "Neilson", given: "Keith" }); // "Neilson, Keith" */
export function invertedName(name: Name): string {
  if ("literal" in name) return capitalise(name.literal);
  return [name.family, name.given].filter(Boolean).join(", ");
}

export function familyName(name: Name): string {
  return "literal" in name ? name.literal : name.family;
}

/** @example initials({ family: "Sartre", given: "Jean-Paul" }); // "J.-P." */
export function initials(name: Name): string {
  if ("literal" in name || name.given === undefined) return "";
  return name.given
    .split(/\s+/)
    .map((word) => (/^\p{Ll}/u.test(word) ? word : word.split("-").map(initial).join("-")))
    .filter(Boolean)
    .join(" ");
}

/** @example joinNames(["One", "Two", "Three"], "and"); // "One, Two, and Three" */
export function joinNames(names: readonly string[], conjunction: "and" | "&"): string {
  if (names.length < 3) return names.join(` ${conjunction} `);
  return `${names.slice(0, -1).join(", ")}, ${conjunction} ${names.at(-1)}`;
}

/** As `joinNames` where the first name is inverted, so that two names too need a comma. */
export function joinInverted(names: readonly string[], conjunction: "and" | "&"): string {
  return names.length === 2 ? names.join(`, ${conjunction} `) : joinNames(names, conjunction);
}

/** "A.B." is two initials without a space between. */
function initial(word: string): string {
  return [...word.matchAll(/(?:^|\.)(\p{L})/gu)].map(([, letter = ""]) => `${letter}.`).join(" ");
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
