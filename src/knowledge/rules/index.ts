import { addressesFit } from "./addresses.js";
import { noAnachronism } from "./anachronism.js";
import { citationsPresent } from "./citations-present.js";
import { contestedHasOtherSide } from "./contested.js";
import { datesInOrder } from "./dates-in-order.js";
import { foundFirst } from "./found-first.js";
import { reasonsHaveDeciders } from "./holders.js";
import { idsWellFormed } from "./ids.js";
import { namesUnique } from "./names-unique.js";
import { quotationsSeen } from "./quotations-seen.js";
import { referencesResolve } from "./references.js";
import type { Rule } from "./rule.js";
import { sourcesRead } from "./sources-read.js";
import { idsUnique } from "./unique-ids.js";

/** Every rule of meaning. KB001 and KB002 come from reading the file (yaml.ts). */
export const rules: readonly Rule[] = [
  idsWellFormed,
  idsUnique,
  referencesResolve,
  citationsPresent,
  datesInOrder,
  quotationsSeen,
  foundFirst,
  namesUnique,
  contestedHasOtherSide,
  reasonsHaveDeciders,
  sourcesRead,
  addressesFit,
  noAnachronism,
];
