import type { Outcome } from "../answer/outcome.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case } from "../knowledge/model.js";
import type { ToldLength } from "./length.js";
import { presentCase } from "./present-case.js";
import { presentPremise } from "./present-premise.js";
import { type Block, plain, type Text } from "./reply.js";
import { STRINGS } from "./strings.js";

/** Examples shown by the help. */
const HELP_EXAMPLES_MAX = 3;

/** Turns an outcome into what is said. Pure; the same for every platform. */
export function present(base: KnowledgeBase, outcome: Outcome, length: ToldLength = "short"): Text {
  switch (outcome.kind) {
    case "answer":
      return presentCase(base, outcome, length);
    case "premise":
      return { blocks: presentPremise(base, outcome.premise) };
    case "choices":
      return {
        blocks: [
          { type: "title", text: STRINGS.choicesTitle },
          titles(outcome.choices),
          { type: "small", spans: [plain(STRINGS.choicesHint)] },
        ],
      };
    case "unknown":
      return {
        blocks: [
          { type: "title", text: STRINGS.unknownTitle },
          { type: "paragraph", spans: [plain(STRINGS.unknown)] },
          ...(outcome.nearest.length > 0
            ? [
                { type: "paragraph", spans: [plain(STRINGS.nearest)] } as const,
                titles(outcome.nearest),
              ]
            : []),
        ],
      };
    case "help":
      return {
        blocks: [
          { type: "title", text: STRINGS.helpTitle },
          { type: "paragraph", spans: [plain(STRINGS.help)] },
          { type: "paragraph", spans: [plain(STRINGS.helpExamples)] },
          {
            type: "list",
            items: base.current
              .slice(0, HELP_EXAMPLES_MAX)
              .map(({ question }) => ({ spans: [plain(question)] })),
          },
        ],
      };
  }
}

function titles(cases: readonly Case[]): Block {
  return { type: "list", items: cases.map(({ title }) => ({ spans: [plain(title)] })) };
}
