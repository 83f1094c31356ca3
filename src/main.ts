import { openAsker } from "./app.js";
import { runProgram } from "./cli/run.js";
import { loadConfig } from "./config.js";
import { EXIT, RemediableError } from "./errors.js";
import { formatProblem } from "./knowledge/problem.js";
import { runTerminal, terminalStyle } from "./terminal/terminal.js";

await runProgram(async () => {
  const config = loadConfig(process.env);
  if (config.production) {
    throw new RemediableError(
      "CONFIGURATION",
      "NODE_ENV is production, but no platform is configured. Set DISCORD_TOKEN or the SLACK_ variables (.env.example says where to get them), or unset NODE_ENV to answer in the terminal.",
    );
  }
  const { asker, problems } = await openAsker(config.knowledge);
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.stderr.write(
    "No platform is configured, so questions are answered here. Type one, or quit.\n",
  );
  const streams = { input: process.stdin, output: process.stdout };
  await runTerminal(asker, streams, terminalStyle(process.stdout, process.env));
  return EXIT.fine;
});
