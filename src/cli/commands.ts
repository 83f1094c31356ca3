import { parseArgs } from "node:util";
import { REST, Routes } from "discord.js";
import { loadConfig } from "../config/config.js";
import { classifyFailure, TOKEN_REMEDY } from "../discord/failures.js";
import { registerCommands } from "../discord/register.js";
import { EXIT, RemediableError } from "../errors.js";
import { manifestYaml } from "./manifest.js";
import { parsing, runProgram, usageError } from "./run.js";

const USAGE = `usage: npm run -s commands -- register
       npm run -s commands -- manifest [--url https://bot.example.org]`;

await runProgram(async () => {
  const { positionals, values } = parsing(
    () => parseArgs({ allowPositionals: true, options: { url: { type: "string" } } }),
    USAGE,
  );
  switch (positionals.join(" ")) {
    case "register":
      return register();
    case "manifest":
      process.stdout.write(manifestYaml(addressOf(values.url)));
      return EXIT.fine;
    default:
      throw usageError("Say what to do.", USAGE);
  }
});

/** Where Slack reaches the bot; undefined for Socket Mode. Slack calls nothing but https. */
function addressOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || new URL(url).protocol !== "https:") {
    throw usageError(`--url is "${url}", which is no https address.`, USAGE);
  }
  return url;
}

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
    throw new RemediableError("CONFIGURATION", TOKEN_REMEDY, { cause: error });
  }
}
