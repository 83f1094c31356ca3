import { type Config, type Environment, loadConfig } from "../config/config.js";
import { RemediableError } from "../errors.js";
import { examineDiscord } from "./discord.js";
import { type Finding, findingsAbout } from "./finding.js";
import { examineHttp, examineKnowledge, examineStore } from "./house.js";
import { examineSlack } from "./slack.js";

const { ok, note, misconfigured } = findingsAbout("configuration");

/** Looks at everything that the bot needs. Where the configuration cannot be read, the rest cannot be looked at. */
export async function examine(env: Environment): Promise<Finding[]> {
  const config = readConfig(env);
  if (Array.isArray(config)) return config;
  const { discord, slack } = config;
  const parts = await Promise.all([
    ...(discord ? [examineDiscord(discord)] : []),
    ...(slack ? [examineSlack(slack)] : []),
    examineKnowledge(config.knowledge),
    examineStore(config.store),
    ...(discord || slack ? [examineHttp(config)] : []),
  ]);
  return [...aboutPlatforms(config), ...parts.flat()];
}

function readConfig(env: Environment): Config | Finding[] {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof RemediableError)) throw error;
    return error.message.split("\n").map(misconfigured);
  }
}

function aboutPlatforms({ discord, slack, production }: Config): Finding[] {
  const on = [discord ? "Discord" : [], slack ? "Slack" : []].flat();
  if (on.length > 0) return [ok(`platforms: ${on.join(" and ")}`)];
  const none = "No platform is configured: set DISCORD_TOKEN or SLACK_BOT_TOKEN (.env.example).";
  return [production ? misconfigured(none) : note(`${none} Answers come in the terminal.`)];
}
