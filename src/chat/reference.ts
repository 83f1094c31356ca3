import { randomBytes } from "node:crypto";

const REFERENCE_BYTES = 4;

/** Names a failure in the log and to the asker; nothing else joins the two. */
export function createReference(): string {
  return randomBytes(REFERENCE_BYTES).toString("hex");
}
