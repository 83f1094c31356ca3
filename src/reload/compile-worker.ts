import { parentPort, workerData } from "node:worker_threads";
import { readSearchData } from "../answer/ask.js";
import { createExaminer } from "../app.js";
import { createKnowledgeBase } from "../knowledge/base.js";
import { compileKnowledge } from "../knowledge/compile.js";
import { formatProblem } from "../knowledge/problem.js";
import { readKnowledgeFolder } from "../knowledge/read-folder.js";
import type { WorkerAnswer, WorkerTask } from "./compile-apart.js";

// Runs in a thread of its own: parsing and checking a thousand cases takes seconds, in which questions are answered.
const { folder, lenient } = workerData as WorkerTask;
const { compiled, problems } = compileKnowledge(
  await readKnowledgeFolder(folder),
  createExaminer(),
);
const errors = problems.filter(({ severity }) => severity === "error");
const isUsable = compiled !== undefined && (lenient || errors.length === 0);
const answer: WorkerAnswer = {
  compiled: isUsable ? compiled : undefined,
  searchData: isUsable ? readSearchData(createKnowledgeBase(compiled)) : undefined,
  problems: (isUsable ? problems : errors).map(formatProblem),
};
parentPort?.postMessage(answer);
