import { ID_MAX_CHARS } from "../model.js";
import { problemAt } from "../yaml.js";
import type { Rule } from "./rule.js";

/** KB003: the file's name is the case's id, and a button's id has room for it. */
export const idsWellFormed: Rule = {
  code: "KB003",
  check: ({ cases }) =>
    cases
      .filter(({ id }) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > ID_MAX_CHARS)
      .map(({ id, yaml }) =>
        problemAt(
          yaml,
          [],
          "KB003",
          `"${id}" is no id. Name the file with lower-case words joined by hyphens, at most ${ID_MAX_CHARS} characters.`,
        ),
      ),
};
