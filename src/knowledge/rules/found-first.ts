import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB009: whoever types a case's title, question, name or a wording of asked_as gets that case. */
export const foundFirst: Rule = {
  code: "KB009",
  check: ({ cases }, { findFirst }) =>
    cases
      .filter(({ entry }) => entry.status === "current")
      .flatMap(({ id, yaml, entry }) =>
        [
          { path: ["title"], text: entry.title },
          { path: ["question"], text: entry.question },
          ...entry.names.map((text, index) => ({ path: ["names", index], text })),
          ...entry.asked_as.map((text, index) => ({ path: ["asked_as", index], text })),
        ].flatMap(({ path, text }) => {
          const found = findFirst(text);
          if (found === id) return [];
          return [
            problemAt(
              yaml,
              path,
              "KB009",
              `"${text}" finds ${found ?? "nothing"} first. Add a word that sets this case apart, or list a shared name under ambiguous_names.`,
            ),
          ];
        }),
      ),
};
