import type { Asker } from "./answer/ask.js";
import type { CaseAction } from "./chat/action.js";
import { createChat } from "./chat/chat.js";
import { LENGTHS } from "./chat/length.js";
import { isView, PARTS } from "./chat/part.js";
import { STRINGS } from "./chat/strings.js";
import { renderDiscord } from "./discord/render.js";
import { renderSlack } from "./slack/render.js";

/**
 * The judge of what fits: renders every view of a case for every platform, and says which is cut. Ids of 20 digits stand
 * for the longest asker.
 */
export function createFitting(asker: Asker): (caseId: string) => string | undefined {
  const chat = createChat({ asker: () => asker, record: () => {} });
  return (caseId) => {
    const entry = asker.base.findCase(caseId);
    if (entry?.status !== "current") return undefined;
    for (const part of PARTS) {
      // Citations are the same at every length.
      for (const length of isView(part) ? LENGTHS : (["short"] as const)) {
        const action: CaseAction = {
          name: "show",
          caseId,
          revision: entry.revision,
          part,
          length,
          partyIndexes: entry.decisions.map((_, index) => index),
          page: 0,
          asker: "9".repeat(20),
        };
        const reply = chat.open(action, false);
        for (const [platform, render] of [
          ["Discord", renderDiscord],
          ["Slack", renderSlack],
        ] as const) {
          if (JSON.stringify(render(reply)).includes(STRINGS.cutNotice)) {
            return `the view ${part} (${length}) is cut on ${platform}`;
          }
        }
      }
    }
    return undefined;
  };
}
