import { spawn } from "node:child_process";
import { ROOT } from "./real.js";

export interface ProgramResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a built program as a person would, with nothing of the surrounding configuration. */
export async function runBuilt(
  file: string,
  args: readonly string[] = [],
  options: { input?: string; env?: Readonly<Record<string, string>>; cwd?: string } = {},
): Promise<ProgramResult> {
  const child = spawn(process.execPath, [`${ROOT}/dist/${file}`, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { PATH: process.env.PATH, ...options.env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  child.stdin.end(options.input ?? "");
  const exitCode = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { exitCode, stdout, stderr };
}
