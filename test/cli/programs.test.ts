import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyOfKnowledge } from "../helpers/folder.js";
import { runBuilt } from "../helpers/program.js";

const LITVINOV = "litvinov-collective-security-1938";

describe("ask", () => {
  it("answers one question in words", async () => {
    const { exitCode, stdout, stderr } = await runBuilt("cli/ask.js", ["litvinof pact"]);
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^Litvinov's offer of collective security/);
    expect(stdout).toMatch(/https:\/\/history\.state\.gov/);
  });

  it("answers one question as one JSON object", async () => {
    const { stdout } = await runBuilt("cli/ask.js", ["--json", "litvinof pact"]);
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "answer", case: LITVINOV });
  });

  it("answers every line of its input, blank ones and JSON ones too", async () => {
    const input = [
      "litvinof pact",
      "",
      "why was my visa rejected?",
      JSON.stringify({ question: "and the French?", about: LITVINOV }),
      '{"question": broken',
    ].join("\n");
    const { stdout, exitCode } = await runBuilt("cli/ask.js", ["--json"], { input });
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(exitCode).toBe(0);
    expect(answers.map(({ kind }) => kind)).toEqual([
      "answer",
      "help",
      "unknown",
      "answer",
      "unknown",
    ]);
    expect(answers[3]).toMatchObject({ question: "and the French?", parties: ["france"] });
  });

  it("puts France first in a follow-up about France", async () => {
    const { stdout } = await runBuilt("cli/ask.js", ["--about", LITVINOV, "and the French?"]);
    expect(stdout).toMatch(/\n- France let it drop/);
    expect(stdout.indexOf("- France let it drop")).toBeLessThan(
      stdout.indexOf("- Britain rejected"),
    );
  });

  it.each([
    { args: ["--jsn", "x"], says: /--jsn/, code: 2 },
    { args: ["--length", "long", "x"], says: /no length "long"/, code: 2 },
    { args: ["--about", "nothing-1900", "x"], says: /no case "nothing-1900"/, code: 2 },
  ])("refuses $args with a word and exit $code", async ({ args, says, code }) => {
    const { exitCode, stderr, stdout } = await runBuilt("cli/ask.js", args);
    expect(exitCode).toBe(code);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe("");
  });
});

describe("starting without a platform", () => {
  it("says so in one line, answers each line of a pipe and ends well", async () => {
    const { exitCode, stdout, stderr } = await runBuilt("main.js", [], {
      input: "litvinof pact\nwhy did Rome fall?\n",
    });
    expect(exitCode).toBe(0);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stdout.match(/^Litvinov's offer/gm)).toHaveLength(1);
    expect(stdout.match(/^No entry on this/gm)).toHaveLength(1);
  });

  it.each([
    { env: { NODE_ENV: "production" }, code: 78, says: /DISCORD_TOKEN/ },
    {
      env: { LOG_LEVEL: "loud", KNOWLEDGE_LENIENT: "yes" },
      code: 78,
      says: /KNOWLEDGE_LENIENT is "yes".*\n.*LOG_LEVEL is "loud"/,
    },
    {
      env: { KNOWLEDGE_DIR: "/nowhere" },
      code: 1,
      says: /\/nowhere.* is not there\. Set KNOWLEDGE_DIR/,
    },
  ])("with $env exits $code and says what to do", async ({ env, code, says }) => {
    const { exitCode, stderr } = await runBuilt("main.js", [], { env });
    expect(exitCode).toBe(code);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("a folder with a broken case", () => {
  let folder = "";
  let remove = async () => {};
  beforeAll(async () => {
    ({ folder, remove } = await copyOfKnowledge());
    const file = path.join(folder, "cases", `${LITVINOV}.yaml`);
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace("outcome: rejected", "outcome: regected"));
  });
  afterAll(() => remove());

  it("is refused by check: file, line, column and rule, exit 1", async () => {
    const { exitCode, stdout } = await runBuilt("cli/knowledge.js", ["check", folder]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(new RegExp(`cases/${LITVINOV}\\.yaml:\\d+:\\d+ KB002 .*outcome`));
    expect(stdout).toMatch(/errors: 1/);
  });

  it("is refused at the start, with the way out", async () => {
    const { exitCode, stderr } = await runBuilt("main.js", [], { env: { KNOWLEDGE_DIR: folder } });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/KB002/);
    expect(stderr).toMatch(/KNOWLEDGE_LENIENT=1/);
  });

  it("loads without that case when lenient, and says which", async () => {
    const { exitCode, stdout, stderr } = await runBuilt(
      "cli/ask.js",
      ["--json", "Soviet triple alliance offer 1939"],
      { env: { KNOWLEDGE_DIR: folder, KNOWLEDGE_LENIENT: "1" } },
    );
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/KB002/);
    expect(JSON.parse(stdout)).toMatchObject({ case: "soviet-triple-alliance-offer-1939" });
  });
});

describe("other folders", () => {
  it("pass check when they are valid", async () => {
    const { exitCode, stdout } = await runBuilt("cli/knowledge.js", ["check"]);
    expect(stdout).toMatch(/cases: \d+, errors: 0/);
    expect(exitCode).toBe(0);
  });

  it.each([[[]], [["chekc"]], [["check", "a", "b"]]])(
    "knowledge %j is explained, exit 2",
    async (args) => {
      const { exitCode, stderr } = await runBuilt("cli/knowledge.js", args);
      expect(exitCode).toBe(2);
      expect(stderr).toMatch(/usage: npm run -s knowledge/);
    },
  );

  it("without a parties file are refused by name", async () => {
    const { folder, remove } = await copyOfKnowledge();
    await rm(path.join(folder, "parties.yaml"));
    const { exitCode, stderr } = await runBuilt("cli/knowledge.js", ["check", folder]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/parties\.yaml is not there/);
    await remove();
  });

  it("with a file that cannot be read are refused by name", async () => {
    const { folder, remove } = await copyOfKnowledge();
    await rm(path.join(folder, "facets.yaml"));
    await mkdir(path.join(folder, "facets.yaml"));
    const { exitCode, stderr } = await runBuilt("cli/knowledge.js", ["check", folder]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/facets\.yaml cannot be read\. Check its permissions/);
    await remove();
  });
});
