import { addressesFit } from "./addresses.js";
import { noAnachronism } from "./anachronism.js";
import { canonicalForm } from "./canonical-form.js";
import { citationsPresent } from "./citations-present.js";
import { contestedHasOtherSide } from "./contested.js";
import { datesInOrder } from "./dates-in-order.js";
import { answersFit } from "./fits.js";
import { foundFirst } from "./found-first.js";
import { hasQuestions } from "./has-questions.js";
import { reasonsHaveDeciders } from "./holders.js";
import { ideaIsWhole } from "./idea.js";
import { idsWellFormed } from "./ids.js";
import { namesUnique } from "./names-unique.js";
import { noStubs } from "./no-stubs.js";
import { quotationsSeen } from "./quotations-seen.js";
import { referencesResolve } from "./references.js";
import { namesNotRepeated } from "./repeated-names.js";
import { reviewDue } from "./review-due.js";
import type { Rule } from "./rule.js";
import { sourcesRead } from "./sources-read.js";
import { standardNumbersFit } from "./standard-numbers.js";
import { idsUnique } from "./unique-ids.js";

/** Every rule of meaning. KB001 and KB002 come from reading a file (yaml.ts), KB021 from exceptions.ts. */
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
  standardNumbersFit,
  answersFit,
  reviewDue,
  canonicalForm,
  namesNotRepeated,
  noStubs,
  hasQuestions,
  ideaIsWhole,
];
