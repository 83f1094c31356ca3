import { addressOf, formatCitation } from "../citation/format.js";
import type { KnowledgeBase } from "../knowledge/base.js";
import type { Premise } from "../knowledge/model.js";
import { type Block, emphasis, plain, strong } from "./reply.js";
import { STRINGS } from "./strings.js";

/** A belief put right in one paragraph, beside the case that it is about, with its first source. */
export function presentBelief(base: KnowledgeBase, premise: Premise): Block {
  const [citation] = premise.cites;
  const source = citation && base.findSource(premise, citation.source);
  return {
    type: "paragraph",
    spans: [
      strong(STRINGS.believed),
      emphasis(` ${premise.belief}`),
      plain(` ${STRINGS.correctionTruth} ${premise.truth}`),
      ...(citation && source
        ? [
            plain(" ("),
            { text: formatCitation(source, citation, { short: true }), url: addressOf(source) },
            plain(")"),
          ]
        : []),
    ],
  };
}

/** A belief put right: what is believed, what is so, and the sources of it. */
export function presentPremise(base: KnowledgeBase, premise: Premise): Block[] {
  const related = premise.related.flatMap((id) => base.findCase(id)?.title ?? []);
  return [
    { type: "title", text: STRINGS.premiseTitle },
    { type: "paragraph", spans: [emphasis(premise.belief)] },
    {
      type: "paragraph",
      spans: [
        strong(`${STRINGS.verdict[premise.verdict]}.`),
        plain(` ${premise.truth} ${premise.cites.map((_, index) => `[${index + 1}]`).join("")}`),
      ],
    },
    { type: "heading", text: STRINGS.sourcesTitle },
    {
      type: "list",
      items: premise.cites.map((citation, index) => {
        const source = base.findSource(premise, citation.source);
        return {
          mark: `[${index + 1}]`,
          spans: [
            {
              text: source ? formatCitation(source, citation) : citation.source,
              url: source && addressOf(source),
            },
          ],
        };
      }),
    },
    ...(related.length > 0
      ? [{ type: "small", spans: [plain(`${STRINGS.related} ${related.join("; ")}`)] } as const]
      : []),
  ];
}
