import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

/** What the figures were measured on; no name of a machine or a person. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() || "an unnamed processor";
  const [load = 0] = loadavg();
  return `${model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, Node.js ${process.version}; load when it began: ${load.toFixed(1)}`;
}

/** Clock ticks a second in /proc, on every Linux that Node.js runs on. */
const TICKS_PER_SECOND = 100;
const UTIME_FIELD = 13;
const STIME_FIELD = 14;

/** Processor time that a process has used. Linux alone tells. */
export function cpuMsOf(pid: number): number {
  // The name of the program stands in brackets and may have spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/\(.*\)/s, "x")
    .split(" ");
  const ticks = Number(fields[UTIME_FIELD]) + Number(fields[STIME_FIELD]);
  return (ticks * 1000) / TICKS_PER_SECOND;
}

/** Memory that a process holds, in millions of bytes. */
export function residentMegabytes(pid: number): number {
  const [, kibibytes] =
    /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return (Number(kibibytes) * 1024) / 1e6;
}
