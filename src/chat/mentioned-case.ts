/** The line at the foot of every answer has it: "baruch-plan-1946@1a2b3c". */
const ENTRY = /\b([a-z0-9]+(?:-[a-z0-9]+)*)@[0-9a-f]{6}\b/;

/**
 * The case of an answer, read from the answer's own text: so a reply to it can be a follow-up without anything being
 * remembered.
 */
export function mentionedCase(text: string): string | undefined {
  return ENTRY.exec(text)?.[1];
}
