import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A Postgres server for the tests: the one that TEST_DATABASE_URL names, or one of our own on loopback. */
export interface TestPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

const HOME = "/usr/lib/postgresql";

/** Where the programs are; undefined where Postgres is not installed. */
function binFolder(): string | undefined {
  if (!existsSync(HOME)) return undefined;
  const newest = readdirSync(HOME)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(HOME, version, "bin"));
  return newest.find((folder) => existsSync(path.join(folder, "initdb")));
}

/** Why the tests on Postgres cannot run here; undefined where they can. */
export function whyNoPostgres(): string | undefined {
  if (process.env.TEST_DATABASE_URL || binFolder()) return undefined;
  return "Postgres is not installed (apt-get install postgresql), and TEST_DATABASE_URL is unset";
}

export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  const bin = binFolder();
  if (!bin) throw new Error("Postgres is not installed");
  const folder = mkdtempSync(path.join(tmpdir(), "why-rejected-pg-"));
  // The server refuses to run as root.
  const owner: { uid?: number; gid?: number } = process.getuid?.() === 0 ? unprivileged() : {};
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, "data");
  execFileSync(
    path.join(bin, "initdb"),
    ["-D", data, "-U", "test", "--auth=trust", "--no-sync", "--no-locale", "--encoding=UTF8"],
    { ...owner, cwd: folder, stdio: "ignore" },
  );
  const port = await freePort();
  const server = spawn(
    path.join(bin, "postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-F"],
    { ...owner, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  await untilListening(server);
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    async stop() {
      const ended = new Promise((resolve) => server.on("close", resolve));
      // Immediate: nothing of it is wanted any more.
      server.kill("SIGQUIT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { uid: number; gid: number } {
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([n]) => n === "nobody");
  return { uid: Number(user?.[2]), gid: Number(user?.[3]) };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function untilListening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.on("close", () => reject(new Error(`Postgres did not start: ${said}`)));
  });
}
