import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { commandsTable } from "../src/cli/commands-table.js";
import { manifestYaml } from "../src/cli/manifest.js";
import { rulesTable } from "../src/cli/rules-table.js";
import { knowledgeSchemas } from "../src/cli/schemas.js";
import { INSTALL_PERMISSIONS } from "../src/discord/permissions.js";
import { createKnowledgeBase } from "../src/knowledge/base.js";
import { createMetrics } from "../src/metrics/metrics.js";
import { slackManifest } from "../src/slack/manifest.js";
import { runBuilt } from "./helpers/program.js";
import { ROOT } from "./helpers/real.js";
import { featuresTable } from "./platforms/features.js";

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  "knowledge/README.md",
  ...readdirSync(path.join(ROOT, "docs")).map((file) => `docs/${file}`),
].filter((file) => file.endsWith(".md"));
const { scripts, version } = JSON.parse(read("package.json"));

describe.each(documents)("%s", (document) => {
  const text = read(document);

  it("links only to files that exist", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, link = ""]) => link);
    const missing = links.filter(
      (link) => !existsSync(path.join(ROOT, path.dirname(document), link)),
    );
    expect(missing).toEqual([]);
  });

  it("names only paths of the project that exist", () => {
    const named = [...text.matchAll(/`((?:src|test|docs|knowledge|dist)\/[\w./-]+)`/g)].map(
      ([, file = ""]) => file,
    );
    expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it("names only commands that exist", () => {
    const commands = [...text.matchAll(/npm (?:run (?:-s )?)?([a-z][\w:-]*)/g)].map(
      ([, command = ""]) => command,
    );
    const unknown = commands.filter((command) => command !== "ci" && !(command in scripts));
    expect(unknown).toEqual([]);
  });
});

describe("the README", () => {
  const text = read("README.md");

  it("shows what the program really says", async () => {
    const transcript = /<!-- transcript: (.+?) -->\n\n```text\n([\s\S]+?)```\n\n<!-- end/.exec(
      text,
    );
    const [, question = "", shown = ""] = transcript ?? [];
    const { stdout } = await runBuilt("cli/ask.js", [question]);
    expect(shown).toBe(stdout);
  });

  it("has an install link with the rights that the bot needs", () => {
    expect(text).toContain(`&permissions=${INSTALL_PERMISSIONS}\``);
  });

  it("has the variables of .env.example and of the code, neither more nor fewer", () => {
    const inTable = [...text.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
    const inExample = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const inCode = new Set(
      [
        ...readdirSync(path.join(ROOT, "src/config"))
          .map((file) => read(`src/config/${file}`))
          .join("\n")
          .matchAll(
            /\b((?:DISCORD|SLACK|KNOWLEDGE|LOG|NODE|DATABASE|DATA|PRIVACY|TOKEN|COLLECTION|ASKS|METRICS)_[A-Z_]+|PORT|HOST)\b/g,
          ),
      ]
        .map(([, name]) => name)
        // Constants of the code's own.
        .filter((name) => name !== "LOG_LEVELS" && name !== "ASKS_PER_MINUTE_MAX"),
    );
    expect(inTable).toEqual(inExample);
    expect(new Set(inTable)).toEqual(inCode);
  });
});

describe("what is generated is current", () => {
  it("the table of commands in the README", () => {
    expect(read("README.md")).toContain(`<!-- commands -->\n\n${commandsTable()}\n\n<!-- end`);
  });

  it("the table of features in docs/platforms.md", () => {
    expect(read("docs/platforms.md")).toContain(
      `<!-- features -->\n\n${featuresTable()}\n\n<!-- end`,
    );
  });

  it("the table of rules in knowledge/README.md", () => {
    expect(read("knowledge/README.md")).toContain(`<!-- rules -->\n\n${rulesTable()}\n\n<!-- end`);
  });

  it.each(Object.entries(knowledgeSchemas()))("knowledge/%s", (name, schema) => {
    expect(read(`knowledge/${name}`)).toBe(schema);
  });

  it("the manifest for Slack", () => {
    expect(read("slack-manifest.yaml")).toBe(manifestYaml());
    expect(parse(read("slack-manifest.yaml"))).toEqual(slackManifest());
  });
});

describe("knowledge/README.md", () => {
  it("names every field of a case", async () => {
    const { caseFileSchema } = await import("../src/knowledge/model.js");
    const text = read("knowledge/README.md");
    const fields = [
      ...Object.keys(caseFileSchema.shape),
      ...Object.keys(caseFileSchema.shape.reasons.element.shape),
    ];
    expect(fields.filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
  });
});

it("docs/operations.md names the metrics that there are, neither more nor fewer", async () => {
  const { text } = await createMetrics().render({
    platforms: {},
    parts: {},
    base: createKnowledgeBase({ cases: [], sources: {}, parties: {}, facets: {}, premises: [] }),
  });
  const all = [...text.matchAll(/^# TYPE (why_rejected_\w+)/gm)].map(([, name]) => name);
  const document = read("docs/operations.md");
  const named = [...document.matchAll(/why_rejected_\w+?(?=_bucket|\b)/g)].map(([name]) => name);
  expect([...new Set(named)].sort()).toEqual(all.sort());
});

it("the changelog has the current version", () => {
  expect(read("CHANGELOG.md")).toContain(`## ${version}`);
});

it("the image is described without what this project does not have", () => {
  const copied = [...read("Dockerfile").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, files = ""]) => files.split(" "),
  );
  expect(copied.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
});
