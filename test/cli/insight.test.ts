import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { insightCsv, insightLines } from "../../src/cli/insight/lines.js";
import { runBuilt } from "../helpers/program.js";
import { openTestStore, scratchFolder } from "../helpers/store.js";

const HERE = "discord:1";
const CASE = { caseId: "litvinov-collective-security-1938", revision: "1a2b3c" };
const folder = scratchFolder();
const env = { DATA_DIR: folder };
let questionId = "";

beforeAll(async () => {
  const store = openTestStore({ folder });
  for (const [index, space] of [HERE, "slack:T2"].entries()) {
    await store.votes.cast({ space, ...CASE, personId: "p1", isHelpful: index === 0 });
  }
  questionId = await store.questions.send({ space: HERE, words: "why no river league?" });
  await store.reports.send({ space: HERE, ...CASE, words: 'wrong, "date"', source: "=1+1" });
  await store.settings.write(HERE, "", { isPlain: true });
  await store.close();
});

describe("npm run insight", () => {
  it("tells everything, of all spaces or of one", async () => {
    const all = await runBuilt("cli/insight.js", [], { env });
    expect(all.exitCode).toBe(0);
    expect(all.stdout).toContain("votes: 2, helpful: 50 %");
    expect(all.stdout).toContain(`${questionId.slice(0, 8)}`);
    expect(all.stdout).toContain("why no river league?");
    const one = await runBuilt("cli/insight.js", ["--space", "slack:T2"], { env });
    expect(one.stdout).toContain("votes: 1, helpful: 0 %");
    expect(one.stdout).toContain("questions to the curators: 0");
  });

  it("makes a draft of a question, and deletes what is done", async () => {
    const draft = await runBuilt("cli/insight.js", ["--draft", questionId.slice(0, 8)], { env });
    expect(draft.stdout).toMatch(/^question: .*why no river league\?/m);
    const unknown = await runBuilt("cli/insight.js", ["--draft", "zzz"], { env });
    expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringContaining("zzz")]);
    const done = await runBuilt("cli/insight.js", ["--done", questionId], { env });
    expect(done.exitCode).toBe(0);
    const after = await runBuilt("cli/insight.js", [], { env });
    expect(after.stdout).toContain("questions to the curators: 0");
  });

  it("says what to check where there is no store", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "no-store-")), "file");
    writeFileSync(file, "");
    const { exitCode, stderr } = await runBuilt("cli/insight.js", [], { env: { DATA_DIR: file } });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/does not answer.*DATA_DIR/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("npm run data", () => {
  it("lists, exports and deletes what is kept of a space", async () => {
    const list = await runBuilt("cli/data.js", ["list"], { env });
    expect(list.stdout).toBe(`${HERE}\nslack:T2\n`);
    const exported = await runBuilt("cli/data.js", ["export", HERE], { env });
    expect(JSON.parse(exported.stdout)).toMatchObject({ space: HERE, settings: [{ channel: "" }] });
    const removed = await runBuilt("cli/data.js", ["delete", HERE], { env });
    expect(removed.exitCode).toBe(0);
    const after = await runBuilt("cli/data.js", ["list"], { env });
    expect(after.stdout).toBe("slack:T2\n");
  });

  it.each([
    { args: ["export", "discord:7"], says: "Nothing is kept" },
    { args: ["delete"], says: "usage" },
    { args: ["burn"], says: "no command" },
    { args: [], says: "Say what to do" },
  ])("refuses $args", async ({ args, says }) => {
    const { exitCode, stderr } = await runBuilt("cli/data.js", args, { env });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(says)]);
  });
});

describe("the table of the insight", () => {
  const letter = { id: "i", space: HERE, sentAtMs: 0 };
  const insight = {
    votes: [{ caseId: "a-1900", helpful: 2, unhelpful: 1 }],
    questions: [{ ...letter, words: 'say "why",\nnow' }],
    reports: [{ ...letter, ...CASE, words: "=cmd()", source: "@x" }],
    reviewsDue: ["b-1901"],
  };

  it("is read by other programs as it was meant, and runs in none", () => {
    expect(insightCsv(insight)).toBe(
      [
        "kind,id,date,space,case,revision,helpful,unhelpful,words,source",
        "votes,,,,a-1900,,2,1,,",
        'question,i,1970-01-01,discord:1,,,,,"say ""why"",\nnow",',
        `report,i,1970-01-01,discord:1,${CASE.caseId},1a2b3c,,,'=cmd(),'@x`,
        "review-due,,,,b-1901,,,,,",
        "",
      ].join("\r\n"),
    );
  });

  it("steers no terminal", () => {
    const words = "a\u001b[31m\nb";
    const lines = insightLines({ ...insight, questions: [{ ...letter, words }] });
    expect(lines.find((line) => line.includes("[31m"))).toBe("  i 1970-01-01 discord:1: a[31m b");
  });
});
