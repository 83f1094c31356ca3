import {
  type APIApplication,
  DiscordAPIError,
  PermissionFlagsBits,
  REST,
  type RESTAPIPartialCurrentUserGuild,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from "discord.js";
import type { DiscordConfig } from "../config/config.js";
import { classifyFailure, TOKEN_REMEDY } from "../discord/failures.js";
import { PERMISSIONS } from "../discord/permissions.js";
import { type Finding, findingsAbout } from "./finding.js";

const TIMEOUT_MS = 5000;
/** Each start takes one a shard; at none left Discord lets nobody in until the next day. */
const FEW_STARTS = 20;
const { ok, note, wrong, misconfigured } = findingsAbout("discord");

/** Asks Discord who the token belongs to, and whether the bot can do there what it is for. */
export async function examineDiscord(config: DiscordConfig): Promise<Finding[]> {
  const rest = new REST({
    ...(config.apiUrl ? { api: config.apiUrl } : {}),
    timeout: TIMEOUT_MS,
    retries: 0,
  }).setToken(config.token);
  try {
    const user = (await rest.get(Routes.user())) as { username: string };
    const application = (await rest.get(Routes.currentApplication())) as APIApplication;
    const gateway = (await rest.get(Routes.gatewayBot())) as RESTGetAPIGatewayBotResult;
    const servers = (await rest.get(Routes.userGuilds())) as RESTAPIPartialCurrentUserGuild[];
    return [
      ok(`the token is that of ${user.username} (application ${application.id})`),
      ok("no privileged intent is needed, and none is asked for"),
      ...aboutGateway(config, gateway),
      ...aboutServers(config, servers),
    ];
  } catch (error) {
    if (classifyFailure(error) === "token") return [misconfigured(TOKEN_REMEDY)];
    if (error instanceof DiscordAPIError) {
      return [wrong(`Discord answers ${error.status} (code ${error.code}): ${error.message}`)];
    }
    const where = config.apiUrl ? "the address in DISCORD_API_URL" : "Discord";
    return [wrong(`${where} cannot be reached. Check the network, proxies and firewalls.`)];
  }
}

function aboutGateway(
  { shards }: DiscordConfig,
  { shards: wanted, session_start_limit: starts }: RESTGetAPIGatewayBotResult,
): Finding[] {
  const findings: Finding[] = [];
  if (shards !== "auto" && shards.total < wanted) {
    findings.push(
      note(`Discord advises ${wanted} shards; DISCORD_SHARDS has ${shards.total} in all.`),
    );
  }
  if (starts.remaining < FEW_STARTS) {
    findings.push(
      wrong(
        `Discord lets the bot connect ${starts.remaining} more times today. Find out why it starts so often: its log says.`,
      ),
    );
  }
  return findings;
}

/** Discord tells of the first 200 servers. Slash commands work in all of them, without any right. */
function aboutServers(
  { guildId }: DiscordConfig,
  servers: readonly RESTAPIPartialCurrentUserGuild[],
): Finding[] {
  const lacking = Object.values(PERMISSIONS).flatMap(({ flag, name, why }) => {
    const count = servers.filter(({ permissions }) => !grants(BigInt(permissions), flag)).length;
    return count > 0
      ? [note(`In ${count} of ${servers.length} servers the bot's role lacks ${name}, ${why}.`)]
      : [];
  });
  if (servers.length === 0) {
    return [note("The bot is in no server yet. README.md has the link to add it.")];
  }
  const isElsewhere = guildId !== undefined && servers.every(({ id }) => id !== guildId);
  return [
    ...(lacking.length > 0 ? lacking : [ok("the bot's role has the rights that it needs")]),
    ...(isElsewhere
      ? [
          misconfigured(
            "The bot is not in the server of DISCORD_GUILD_ID. Add it there, or unset it.",
          ),
        ]
      : []),
  ];
}

/** Whoever administers a server has every right there. */
function grants(permissions: bigint, flag: bigint): boolean {
  return (permissions & PermissionFlagsBits.Administrator) !== 0n || (permissions & flag) === flag;
}
