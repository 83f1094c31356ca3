import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB010: a name means one case, unless both cases say that they share it. */
export const namesUnique: Rule = {
  code: "KB010",
  check({ cases }) {
    const owners = new Map<string, string>();
    return cases.flatMap(({ id, yaml, entry }) =>
      entry.names.flatMap((name, index) => {
        const key = name.toLowerCase();
        const owner = owners.get(key);
        owners.set(key, owner ?? id);
        if (owner === undefined) return [];
        return [
          problemAt(
            yaml,
            ["names", index],
            "KB010",
            owner === id
              ? `"${name}" stands twice. Remove one.`
              : `${owner} has the name "${name}" too. Make it more exact, or move it to ambiguous_names in both.`,
          ),
        ];
      }),
    );
  },
};
