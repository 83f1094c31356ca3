import { COMPILED_FILE, createExaminer } from "../app.js";
import { loadConfig } from "../config/config.js";
import { EXIT } from "../errors.js";
import { writeCompiled } from "../knowledge/load.js";
import { runProgram } from "./run.js";

// Part of the build: nothing is written, and the build fails, where the knowledge is invalid.
await runProgram(async () => {
  const { folder, lenient } = loadConfig(process.env).knowledge;
  // A lenient bot compiles what is valid when it starts, and says what it left out.
  if (!lenient)
    await writeCompiled({ folder, compiledFile: COMPILED_FILE, examiner: createExaminer() });
  return EXIT.fine;
});
