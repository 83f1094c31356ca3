import { Worker } from "node:worker_threads";
import type { SearchData } from "../answer/ask.js";
import type { CompiledKnowledge } from "../knowledge/base.js";

export interface WorkerTask {
  readonly folder: string;
  readonly lenient: boolean;
}

export interface WorkerAnswer {
  /** Undefined where the folder is not valid. */
  readonly compiled: CompiledKnowledge | undefined;
  /** Made with it, since reading all texts takes long. */
  readonly searchData: SearchData | undefined;
  /** One line each. */
  readonly problems: readonly string[];
}

/** Reads, checks and compiles a folder in a thread of its own. Rejects where a file cannot be read. */
export function compileApart(task: WorkerTask): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./compile-worker.js", import.meta.url), {
      workerData: task,
    });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
  });
}
