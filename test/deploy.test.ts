import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { ROOT } from "./helpers/real.js";

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const inFolder = (folder: string) =>
  readdirSync(path.join(ROOT, folder)).map((file) => `${folder}/${file}`);
const files = [
  "Dockerfile",
  "compose.yaml",
  "compose.postgres.yaml",
  ...inFolder("deploy"),
  ...inFolder(".github/workflows"),
];
const yamls = files.filter((file) => /\.ya?ml$/.test(file));
const variables = new Set(
  [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name),
);

/** Names of other programs, and those that a file makes for itself. */
const OTHERS =
  /^(?:PATH|POSTGRES_(?:USER|DB|PASSWORD_FILE)|POD_INDEX|GITHUB_(?:TOKEN|REF_NAME)|GH_TOKEN)$/;

/** What looks like a variable that is set or read. */
function named(text: string): string[] {
  const patterns = [
    /\b([A-Z][A-Z0-9_]{3,})\s*=/g,
    /\$\$?\{?\(?([A-Z][A-Z0-9_]{3,})/g,
    /\bname: ([A-Z][A-Z0-9_]{3,})\b/g,
    /^\s+([A-Z][A-Z0-9_]{3,}):/gm,
    /process\.env\.([A-Z_]+)/g,
    /secrets\.([A-Z_]+)/g,
  ];
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = ""]) => name))
    .filter((name) => !OTHERS.test(name) && name !== "MAINPID");
}

it.each(yamls)("%s can be read", (file) => {
  const documents = parseAllDocuments(read(file), { prettyErrors: true });
  expect(documents).not.toHaveLength(0);
  const problems = [documents].flat().flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  expect(problems.map(({ message }) => message)).toEqual([]);
});

it("variables are found in every way of writing them", () => {
  const found = (file: string, name: string) => expect(named(read(file)), file).toContain(name);
  found("Dockerfile", "PORT");
  found("compose.postgres.yaml", "DATABASE_URL");
  found("deploy/why-rejected.service", "DATA_DIR");
  found("deploy/kubernetes.yaml", "DISCORD_SHARDS");
});

it.each(files)("%s names only variables that .env.example has", (file) => {
  expect(named(read(file)).filter((name) => !variables.has(name))).toEqual([]);
});

it.each(files)("%s asks only for what the bot serves", (file) => {
  const served = ["/healthz", "/readyz", "/metrics"];
  const asked = [...read(file).matchAll(/\/(?:\w+z|metrics)\b/g)].map(([where]) => where);
  expect(asked.filter((where) => !served.includes(where))).toEqual([]);
});

it.each(inFolder(".github/workflows"))(
  "%s says that it was not run yet, and gives no right beyond its need",
  (file) => {
    expect(read(file)).toContain("not yet run");
    expect(read(file)).toMatch(/^permissions:\n {2}contents: (?:read|write)$/m);
  },
);

describe("what runs the bot", () => {
  it("gives it no root, and nothing to write on but its data", () => {
    expect(read("Dockerfile")).toMatch(/^USER node$/m);
    expect(read("compose.yaml")).toMatch(/^ {4}read_only: true$/m);
    expect(read("deploy/why-rejected.service")).toMatch(/^DynamicUser=yes$/m);
    const count = (pattern: RegExp) => [...read("deploy/kubernetes.yaml").matchAll(pattern)].length;
    const pods = count(/^ {10}image: /gm);
    expect(pods).toBe(2);
    expect(count(/readOnlyRootFilesystem: true/g)).toBe(pods);
    expect(count(/runAsNonRoot: true/g)).toBe(pods);
  });

  it("does not start it again for a configuration that no start mends", () => {
    expect(read("deploy/why-rejected.service")).toMatch(/^RestartPreventExitStatus=78$/m);
  });
});
