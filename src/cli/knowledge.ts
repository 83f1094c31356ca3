import { parseArgs } from "node:util";
import { createFinder } from "../app.js";
import { loadConfig } from "../config.js";
import { EXIT } from "../errors.js";
import { check } from "./knowledge/check.js";
import { preview } from "./knowledge/preview.js";
import { parsing, runProgram, usageError } from "./run.js";

const USAGE = `usage: npm run -s knowledge -- check [folder]
       npm run -s knowledge -- preview <case or file> [--html]`;

await runProgram(async () => {
  const { positionals, values } = parsing(
    () => parseArgs({ allowPositionals: true, options: { html: { type: "boolean" } } }),
    USAGE,
  );
  const [command, subject, ...rest] = positionals;
  const { folder } = loadConfig(process.env).knowledge;
  if (rest.length > 0) throw usageError(`"${rest.join(" ")}" is too much.`, USAGE);
  switch (command) {
    case "check":
      return check(subject ?? folder, createFinder);
    case "preview":
      if (subject === undefined) throw usageError("Say which case.", USAGE);
      process.stdout.write(await preview(folder, subject, values.html ?? false));
      return EXIT.fine;
    default:
      throw usageError(command ? `There is no command "${command}".` : "Say what to do.", USAGE);
  }
});
