import type { ExceptionEntry } from "./model.js";
import type { Problem } from "./problem.js";
import { problemAt, type YamlFile } from "./yaml.js";

/**
 * Takes out the problems that `exceptions.yaml` excuses. An exception that excuses nothing any more is itself an error
 * (KB021), so that the list only ever shrinks by itself.
 */
export function applyExceptions(
  problems: readonly Problem[],
  exceptions: readonly ExceptionEntry[],
  yaml: YamlFile | undefined,
): Problem[] {
  const isExcused = ({ code, file }: Problem) =>
    exceptions.some((one) => one.rule === code && file.endsWith(one.file));
  const idle = exceptions.flatMap((one, index) => {
    const fires = problems.some(({ code, file }) => one.rule === code && file.endsWith(one.file));
    if (fires || !yaml) return [];
    return [
      problemAt(
        yaml,
        [index],
        "KB021",
        `${one.file} breaks ${one.rule} no longer. Remove this exception.`,
      ),
    ];
  });
  return [...problems.filter((problem) => !isExcused(problem)), ...idle];
}
