import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { runTerminal, terminalStyle } from "../../src/terminal/terminal.js";
import { realAsker } from "../helpers/real.js";

const asker = await realAsker();

async function converse(lines: readonly string[], isTTY: boolean): Promise<string> {
  const input = Object.assign(new PassThrough(), { isTTY });
  const output = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  let said = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = runTerminal(asker, { input, output }, { columns: 80, colour: false });
  input.end(`${lines.join("\n")}\n`);
  await ended;
  return said;
}

describe("a person at a terminal", () => {
  it("asks, follows up and quits", async () => {
    const said = await converse(
      ["litvinof pact", "and the French?", "quit", "why did Rome fall?"],
      true,
    );
    expect(said).toContain("why? ");
    expect(said.match(/Litvinov's offer of collective security/g)?.length).toBeGreaterThanOrEqual(
      2,
    );
    const second = said.slice(said.lastIndexOf("Litvinov's offer of collective"));
    expect(second.indexOf("France let it drop")).toBeLessThan(second.indexOf("Britain rejected"));
    expect(said).not.toContain("No entry on this");
  });
});

describe("a pipe", () => {
  it("gets one answer per line, without a prompt and without memory", async () => {
    const said = await converse(["litvinof pact", "what happened next?", "quit"], false);
    expect(said).not.toContain("why? ");
    expect(said.match(/^No entry on this/gm)).toHaveLength(2);
  });
});

describe("terminalStyle", () => {
  const output = (isTTY: boolean, columns?: number) =>
    Object.assign(new PassThrough(), { isTTY, ...(columns ? { columns } : {}) });
  it.each([
    { isTTY: true, columns: 200, env: {}, style: { columns: 80, colour: true } },
    { isTTY: true, columns: 60, env: {}, style: { columns: 60, colour: true } },
    { isTTY: true, columns: 60, env: { NO_COLOR: "1" }, style: { columns: 60, colour: false } },
    { isTTY: false, columns: undefined, env: {}, style: { columns: 80, colour: false } },
  ])("terminal: $isTTY, columns: $columns, env: $env", ({ isTTY, columns, env, style }) => {
    expect(terminalStyle(output(isTTY, columns), env)).toEqual(style);
  });
});
