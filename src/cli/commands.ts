import { parseArgs } from "node:util";
import { REST, Routes } from "discord.js";
import { stringify } from "yaml";
import { loadConfig } from "../config.js";
import { classifyFailure } from "../discord/failures.js";
import { registerCommands } from "../discord/register.js";
import { EXIT, RemediableError } from "../errors.js";
import { slackManifest } from "../slack/manifest.js";
import { parsing, runProgram, usageError } from "./run.js";

const USAGE = `usage: npm run -s commands -- register
       npm run -s commands -- manifest`;

await runProgram(async () => {
  const { positionals } = parsing(() => parseArgs({ allowPositionals: true, options: {} }), USAGE);
  switch (positionals.join(" ")) {
    case "register":
      return register();
    case "manifest":
      process.stdout.write(stringify(slackManifest()));
      return EXIT.fine;
    default:
      throw usageError("Say what to do.", USAGE);
  }
});

/** Uploads Discord's commands where they differ from what is there. */
async function register(): Promise<number> {
  const { discord } = loadConfig(process.env);
  if (!discord) {
    throw new RemediableError(
      "CONFIGURATION",
      "DISCORD_TOKEN is missing. Copy it from the Developer Portal: your application > Bot > Reset Token.",
    );
  }
  const rest = new REST(discord.apiUrl ? { api: discord.apiUrl } : {}).setToken(discord.token);
  try {
    const application = (await rest.get(Routes.currentApplication())) as { id: string };
    const uploaded = await registerCommands(rest, application.id, discord.guildId);
    process.stdout.write(uploaded ? "uploaded\n" : "nothing to upload: Discord has them already\n");
    return EXIT.fine;
  } catch (error) {
    if (classifyFailure(error) !== "token") throw error;
    throw new RemediableError(
      "CONFIGURATION",
      "Discord refuses DISCORD_TOKEN. Copy it anew from the Developer Portal: your application > Bot > Reset Token.",
      { cause: error },
    );
  }
}
