import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { openAsker } from "../app.js";
import { present } from "../chat/present.js";
import { loadConfig } from "../config/config.js";
import { EXIT } from "../errors.js";
import { renderTerminal } from "../terminal/render.js";
import { commandsTable } from "./commands-table.js";
import { manifestYaml } from "./manifest.js";
import { rulesTable } from "./rules-table.js";
import { runProgram } from "./run.js";
import { knowledgeSchemas } from "./schemas.js";

const README = "README.md";
const KNOWLEDGE_README = path.join("knowledge", "README.md");
const RULES_TABLE = /(<!-- rules -->\n)[\s\S]*?(<!-- end of rules -->)/;
const COMMANDS = /(<!-- commands -->\n)[\s\S]*?(<!-- end of commands -->)/;
const TRANSCRIPT = /(<!-- transcript: (.+?) -->\n)[\s\S]*?(<!-- end of transcript -->)/g;

// Writes what is generated from the code: the table of commands and the transcript in README.md, the manifest for Slack,
// and the JSON Schemas of the knowledge.
await runProgram(async () => {
  const { asker } = await openAsker(loadConfig(process.env).knowledge);
  const text = await readFile(README, "utf8");
  const table = `$1\n${commandsTable()}\n\n$2`;
  const renewed = text
    .replace(COMMANDS, table)
    .replace(TRANSCRIPT, (_all, start: string, question: string, end: string) => {
      const reply = present(asker.base, asker.ask({ question }));
      const said = renderTerminal(reply, { columns: 80, colour: false });
      return `${start}\n\`\`\`text\n${said}\n\`\`\`\n\n${end}`;
    });
  await writeFile(README, renewed);
  const format = await readFile(KNOWLEDGE_README, "utf8");
  await writeFile(KNOWLEDGE_README, format.replace(RULES_TABLE, `$1\n${rulesTable()}\n\n$2`));
  await writeFile("slack-manifest.yaml", manifestYaml());
  for (const [name, schema] of Object.entries(knowledgeSchemas())) {
    await writeFile(path.join("knowledge", name), schema);
  }
  return EXIT.fine;
});
