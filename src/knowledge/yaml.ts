import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem, RuleCode } from "./problem.js";

export type DataPath = readonly (string | number)[];

/** A parsed YAML file that can say where in the text any part of its data stands. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  readonly data: unknown;
  /** The tree with its comments; never changed. */
  readonly document: Document;
  /** Line and column of the value at `path`, or of the nearest parent that is there. */
  locate(path: DataPath): { line: number; column: number };
}

/** Reads YAML; syntax errors (duplicate keys among them) come back as KB001, all at once. */
export function parseYaml(
  file: string,
  text: string,
): { yaml: YamlFile } | { problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      problems: faults.map(({ message, pos }) => ({
        code: "KB001",
        severity: "error",
        file,
        ...place(pos[0]),
        message: `${message}. Check the indentation and quotes around this place.`,
      })),
    };
  }
  return {
    yaml: {
      file,
      text,
      data: document.toJS(),
      document,
      locate(path) {
        for (let length = path.length; length > 0; length--) {
          const parent =
            length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
          const key = path[length - 1];
          if (isMap(parent)) {
            const pair = parent.items.find(
              (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
            );
            if (pair && isNode(pair.key) && pair.key.range) return place(pair.key.range[0]);
          }
          const node = document.getIn(path.slice(0, length), true);
          if (isNode(node) && node.range) return place(node.range[0]);
        }
        return { line: 1, column: 1 };
      },
    },
  };
}

/** A problem at a place in a file. */
export function problemAt(
  yaml: YamlFile,
  path: DataPath,
  code: RuleCode,
  message: string,
  severity: Problem["severity"] = "error",
): Problem {
  return { code, severity, file: yaml.file, ...yaml.locate(path), message };
}

/** Checks a file's data against a schema: the typed value, or every issue with its place (KB002). */
export function parseShape<T>(
  yaml: YamlFile,
  schema: z.ZodType<T>,
): { value: T } | { problems: Problem[] } {
  const result = schema.safeParse(yaml.data, { reportInput: true });
  if (result.success) return { value: result.data };
  return { problems: result.error.issues.flatMap((issue) => shapeProblems(yaml, issue)) };
}

function shapeProblems(yaml: YamlFile, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== "symbol");
  const where = path.length > 0 ? path.join(".") : "the file";
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      problemAt(
        yaml,
        [...path, key],
        "KB002",
        `"${key}" is no field of ${where}. Check its spelling and indentation; knowledge/README.md lists the fields.`,
      ),
    );
  }
  if (issue.code === "invalid_union" && issue.errors[0]?.[0]) {
    const [first] = issue.errors[0];
    return shapeProblems(yaml, { ...first, path: [...path, ...first.path] });
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  const message = missing ? `${where} is missing` : `${where}: ${issue.message}`;
  return [problemAt(yaml, path, "KB002", message)];
}
