import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readPost } from "../../src/cli/knowledge/draft.js";
import { checkLinks } from "../../src/cli/knowledge/links.js";
import { caseSkeleton } from "../../src/cli/knowledge/skeleton.js";
import { statsLines } from "../../src/cli/knowledge/stats.js";
import { until } from "../fakes/http.js";
import { startProgram } from "../helpers/bot.js";
import { copyOfKnowledge } from "../helpers/folder.js";
import { baseOf, compileFolder, folderOf, RIVER_LEAGUE } from "../helpers/knowledge.js";
import { runBuilt } from "../helpers/program.js";

let folder = "";
let remove = async () => {};
beforeEach(async () => {
  ({ folder, remove } = await copyOfKnowledge());
});
afterEach(() => remove());

const knowledge = (args: readonly string[]) =>
  runBuilt("cli/knowledge.js", args, { env: { KNOWLEDGE_DIR: folder } });
const caseFile = (id: string) => path.join(folder, "cases", `${id}.yaml`);

const POST = `Why did Graustark turn down the river league?

I read about it last week.


First off, nobody in Graustark trusted Ruritania, with reason.

The river tolls paid for the army. Without them there was none.
And the river tolls paid for the court.
`;

describe("knowledge new", () => {
  it("writes a commented skeleton of the right shape, which the check refuses until it is filled in", async () => {
    expect((await knowledge(["new", "river-league-1871"])).exitCode).toBe(0);
    const { exitCode, stdout } = await knowledge(["check", folder]);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/river-league-1871\.yaml:\d+:\d+ KB022 this is still marked TODO/);
    expect(stdout).not.toMatch(/KB001|KB002/);
    expect(await readFile(caseFile("river-league-1871"), "utf8")).toMatch(/^# A new case/);
  });

  it.each([
    ["an id that is none", ["new", "River League"], /is no id/],
    ["a case that is there", ["new", "baruch-plan-1946"], /is there already; it was left as it is/],
    ["no id", ["new"], /Something is missing/],
    ["two ids", ["new", "a", "b"], /"b" is too much/],
  ])("refuses %s, exit 2", async (_name, args, says) => {
    const { exitCode, stderr } = await knowledge(args);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(says);
  });
});

describe("knowledge draft", () => {
  it("takes a post apart: its question, and one stub for each argument", async () => {
    const post = path.join(folder, "post.txt");
    await writeFile(post, POST);
    expect((await knowledge(["draft", post, "river-league-1871"])).exitCode).toBe(0);
    const text = await readFile(caseFile("river-league-1871"), "utf8");
    expect(text).toContain('question: "Why did Graustark turn down the river league?"');
    expect(text.match(/# Unverified, from the text:/g)).toHaveLength(3);
    const { stdout } = await knowledge(["check", folder]);
    expect(stdout).toMatch(/KB022/);
    expect(stdout).not.toMatch(/KB001|KB002/);
  });

  it("says so where the text cannot be read", async () => {
    const { exitCode, stderr } = await knowledge(["draft", "nowhere.txt", "x-1900"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/nowhere\.txt cannot be read/);
  });

  it("gives every argument an id of its own", () => {
    const { question, arguments: stubs } = readPost(POST);
    expect(question).toBe("Why did Graustark turn down the river league?");
    expect(stubs.map(({ id }) => id)).toEqual([
      "first-off-nobody-graustark",
      "river-tolls-paid-army",
      "river-tolls-paid-court",
    ]);
  });

  it.each(["", "\n\n\n", "one line only", "a\r\n\r\nb"])("takes %j without a fault", (text) => {
    const { question, arguments: stubs } = readPost(text);
    const skeleton = caseSkeleton({ question, reasons: stubs, today: "2026-11-24" });
    const codes = compileFolder(folderOf({ "x-1900": skeleton })).problems.map(({ code }) => code);
    expect(codes).toContain("KB022");
    expect(codes).not.toContain("KB001");
  });
});

describe("knowledge check", () => {
  it("--fix brings a file to its form and changes nothing else", async () => {
    const file = caseFile("baruch-plan-1946");
    const text = await readFile(file, "utf8");
    await writeFile(file, text.replace(/^(title: .*\n)(question: .*\n)/, "$2$1"));
    expect((await knowledge(["check", folder])).stdout).toMatch(/baruch.*KB019 warning/);
    expect((await knowledge(["check", folder, "--fix"])).stdout).toMatch(/canonical form/);
    expect(await readFile(file, "utf8")).toBe(text);
  });

  it("--watch checks again on save", async () => {
    const watching = startProgram("cli/knowledge.js", ["check", folder, "--watch"], {});
    const checks = () => watching.output().match(/errors: \d+/g) ?? [];
    await until("the first check", () => checks().length === 1, 20_000);
    const file = caseFile("baruch-plan-1946");
    await writeFile(
      file,
      (await readFile(file, "utf8")).replace("status: current", "status: curent"),
    );
    await until("the second check", () => checks().length >= 2, 20_000);
    expect(checks().at(-1)).toBe("errors: 1");
    await watching.stop();
  });
});

describe("knowledge preview", () => {
  it("shows the card of a case, and with --html a page with both platforms'", async () => {
    const inTerminal = await knowledge(["preview", "baruch-plan-1946"]);
    expect(inTerminal.stdout).toMatch(/baruch-plan-1946@[0-9a-f]{6}/);
    const { stdout } = await knowledge(["preview", "baruch-plan-1946", "--html"]);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(stdout.match(/<figcaption>(?:Discord|Slack)<\/figcaption>/g)).toHaveLength(2);
    expect(stdout.match(/<button>More detail<\/button>/g)).toHaveLength(2);
    // No mark-up of either platform is left for the reader to see.
    expect(stdout.replace(/<style>[\s\S]*<\/style>/, "")).not.toMatch(/\*\*|^-#|\\\[|\]\(http/m);
  });

  it("shows a draft that breaks a rule, by its file", async () => {
    const file = caseFile("baruch-plan-1946");
    const text = await readFile(file, "utf8");
    await writeFile(
      file,
      text
        .replace("status: current", "status: current # draft")
        .replace(/seen: passage/g, "seen: heading"),
    );
    expect((await knowledge(["preview", file])).stdout).toMatch(/baruch-plan-1946@/);
  });

  it("says so where there is no such case", async () => {
    const { exitCode, stderr } = await knowledge(["preview", "never-was-1900"]);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/There is no case "never-was-1900"/);
  });
});

describe("knowledge stats", () => {
  it("counts the collection", async () => {
    const { stdout } = await knowledge(["stats"]);
    expect(stdout).toMatch(/^cases: \d+, reasons: \d+, citations: \d+/);
    expect(stdout).toMatch(/1914 to 1945: \d+/);
    expect(stdout).toMatch(/reviews due: none/);
  });

  it("names the reviews that are due", () => {
    const base = baseOf({ "river-league-1871": RIVER_LEAGUE });
    const farFuture = Date.UTC(9999, 11, 31) * 2;
    expect(statsLines(base, farFuture).at(-1)).toBe("reviews due: river-league-1871");
    expect(statsLines(base, 0).at(-1)).toBe("reviews due: none");
  });
});

describe("knowledge links", () => {
  const base = baseOf({ "river-league-1871": RIVER_LEAGUE });
  const options = { timeoutMs: 200, parallel: 2 };

  it.each([
    { answer: async () => new Response("x"), state: "fine", detail: "200" },
    { answer: async () => new Response("", { status: 404 }), state: "gone", detail: "404" },
    { answer: async () => new Response("", { status: 503 }), state: "doubtful", detail: "503" },
    {
      answer: async () => Promise.reject(new TypeError("refused")),
      state: "doubtful",
      detail: "no answer",
    },
  ])("calls an address $state on $detail", async ({ answer, state, detail }) => {
    const results = await checkLinks(base, { ...options, open: answer });
    expect(results).toEqual([
      { address: "https://example.org/gazette", state, detail, sources: ["gazette"] },
    ]);
  });
});

it("an empty folder of cases is a valid collection of none", async () => {
  const empty = path.join(folder, "empty");
  await mkdir(path.join(empty, "cases"), { recursive: true });
  for (const name of ["parties", "facets", "premises"])
    await writeFile(path.join(empty, `${name}.yaml`), "");
  const { exitCode, stdout } = await knowledge(["check", empty]);
  expect(stdout).toMatch(/cases: 0, errors: 0/);
  expect(exitCode).toBe(0);
});
