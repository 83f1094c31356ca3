import type { KnowledgeBase } from "../knowledge/base.js";
import type { Case, Source } from "../knowledge/model.js";
import { citationsOf } from "../knowledge/revision.js";

/** Every source that a case cites, once, by id, in the order in which a reader meets them. */
export function citedSources(base: KnowledgeBase, entry: Case): Readonly<Record<string, Source>> {
  return Object.fromEntries(
    citationsOf(entry).flatMap(({ source: id }) => {
      const source = base.findSource(entry, id);
      return source ? [[id, source]] : [];
    }),
  );
}
