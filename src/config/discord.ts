import { type Environment, readAddress } from "./environment.js";

export interface DiscordConfig {
  readonly token: string;
  readonly guildId: string | undefined;
  readonly apiUrl: string | undefined;
  readonly shards: "auto" | { readonly ids: readonly number[]; readonly total: number };
}

export function readDiscord(env: Environment, problems: string[]): DiscordConfig | undefined {
  const token = env.DISCORD_TOKEN;
  const shards = readShards(env.DISCORD_SHARDS || "auto", problems);
  const apiUrl = readAddress("DISCORD_API_URL", env.DISCORD_API_URL, problems);
  return token ? { token, guildId: env.DISCORD_GUILD_ID || undefined, apiUrl, shards } : undefined;
}

/** "auto", or this process's range and the total: "0-3/16", "2/16". */
function readShards(text: string, problems: string[]): DiscordConfig["shards"] {
  if (text === "auto") return "auto";
  const [, first, last, total] = /^(\d+)(?:-(\d+))?\/(\d+)$/.exec(text) ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (first === undefined || from > to || to >= Number(total)) {
    problems.push(
      `DISCORD_SHARDS is "${text}". Set it to auto, or to a range and the total like 0-3/16.`,
    );
    return "auto";
  }
  return {
    ids: Array.from({ length: to - from + 1 }, (_, index) => from + index),
    total: Number(total),
  };
}
