import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayIntentBits,
  Options,
  Partials,
  Status,
} from "discord.js";
import type { Adapter, Monitor } from "../chat/adapter.js";
import { createInFlight } from "../chat/in-flight.js";
import { createReference } from "../chat/reference.js";
import { createSeen } from "../chat/seen.js";
import type { DiscordConfig } from "../config/config.js";
import type { Desk } from "../desk/desk.js";
import { RemediableError } from "../errors.js";
import type { Logger } from "../logger.js";
import { classifyFailure, TOKEN_REMEDY } from "./failures.js";
import { apologise, handleInteraction } from "./interactions.js";
import { login } from "./login.js";
import { handleMessage } from "./messages.js";
import { spaceOf } from "./place.js";
import { registerCommands } from "./register.js";

export interface DiscordDependencies {
  readonly desk: Desk;
  readonly log: Logger;
  readonly monitor: Monitor;
  /** Called once where the platform is lost for good. */
  readonly onFatal: (error: Error) => void;
}

/** The library's own default of 15 s is longer than an asker waits. */
const REST_TIMEOUT_MS = 8000;
const DRAIN_MS = 5000;
/** The gateway replays what was missed in a reconnect of some minutes. */
const SEEN_MS = 15 * 60_000;
const SEEN_MAX = 10_000;

const SHARDS_REMEDY =
  "Discord refuses the shards of DISCORD_SHARDS. Set it to auto, or to a range within a larger total: npm run -s doctor says how many Discord advises.";

export function createDiscordAdapter(
  config: DiscordConfig,
  { desk, log, monitor, onFatal }: DiscordDependencies,
): Adapter {
  const client = new Client({
    // No privileged intent: mentions, direct messages and command targets come with their text.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // Without it direct messages are dropped silently.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { ...(config.apiUrl ? { api: config.apiUrl } : {}), timeout: REST_TIMEOUT_MS },
    ...shardOptions(config.shards),
    // Messages are not kept, not even in memory.
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
  });
  const seen = createSeen({ ttlMs: SEEN_MS, max: SEEN_MAX });
  let stopping = false;
  let stopped: Promise<void> | undefined;

  const fail = (error: Error) => {
    if (stopping) return;
    stopping = true;
    onFatal(error);
  };
  const onError = (err: unknown) => {
    const failure = classifyFailure(err);
    monitor.failed(failure);
    switch (failure) {
      case "token":
        return fail(new RemediableError("CONFIGURATION", TOKEN_REMEDY, { cause: err }));
      case "answered":
        return log.info({ failure }, "answered before");
      case "expired":
      case "gone":
        return log.warn({ failure, code: codeOf(err) }, "came too late to answer");
      case "forbidden":
        return log.warn({ failure, code: codeOf(err) }, "may not answer there");
      case "other":
        return log.error({ err }, "could not answer");
    }
  };
  const inFlight = createInFlight(onError, monitor.served);
  const takeOnce = (id: string, work: () => Promise<void>) => {
    if (!stopping && seen.isFirst(id)) inFlight.run(work);
  };

  const shared = createSeen({ ttlMs: SEEN_MS, max: SEEN_MAX });
  client.on(Events.InteractionCreate, (interaction) =>
    takeOnce(interaction.id, async () => {
      try {
        await handleInteraction(interaction, { desk, shared });
      } catch (err) {
        if (classifyFailure(err) !== "other") throw err;
        const reference = createReference();
        monitor.failed("other");
        log.error({ err, reference }, "could not answer");
        await apologise(interaction, reference);
      }
    }),
  );
  client.on(Events.MessageCreate, (message) => {
    if (client.isReady()) takeOnce(message.id, () => handleMessage(message, { client, desk, log }));
  });
  // A server that is only out, with Discord itself, is another event of the library's (GuildUnavailable).
  client.on(Events.GuildDelete, (guild) => {
    inFlight.run(async () => {
      await desk.leave(spaceOf(guild.id));
      log.info("removed from a server, its data are deleted");
    });
  });
  client.on(Events.Error, (err) => log.error({ err }, "discord client error"));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "discord resumed"));
  client.on(Events.ShardReconnecting, (shard) => {
    if (stopping) return;
    monitor.reconnecting();
    log.warn({ shard }, "discord reconnecting");
  });
  // Fires only for closures after which the library does not connect again.
  client.on(Events.ShardDisconnect, ({ code }) => {
    fail(closedForGood(code));
  });
  client.rest.on("rateLimited", ({ timeToReset, global }) =>
    log.warn({ waitMs: timeToReset, global }, "discord rate limit"),
  );

  return {
    name: "discord",
    async start() {
      await login(client, config.token, log, () => stopping);
      log.info({ servers: client.guilds.cache.size, user: client.user?.id }, "discord ready");
      const applicationId = client.application?.id;
      if (applicationId === undefined) return;
      try {
        const uploaded = await registerCommands(client.rest, applicationId, config.guildId);
        log.info({ uploaded }, "discord commands");
      } catch (err) {
        if (classifyFailure(err) === "token") return onError(err);
        // The commands that are there go on working.
        log.error({ err }, "discord commands could not be uploaded");
      }
    },
    stop() {
      stopping = true;
      stopped ??= inFlight.drain(DRAIN_MS).then(() => client.destroy());
      return stopped;
    },
    isConnected: () =>
      client.ws.shards.size > 0 && client.ws.shards.every((shard) => shard.status === Status.Ready),
  };
}

/** After these codes the library does not connect again. */
function closedForGood(code: number): Error {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return new RemediableError("CONFIGURATION", TOKEN_REMEDY);
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return new RemediableError("CONFIGURATION", SHARDS_REMEDY);
    default:
      return new Error(`Discord closed the connection for good (code ${code})`);
  }
}

function shardOptions(shards: DiscordConfig["shards"]) {
  return shards === "auto"
    ? { shards: "auto" as const }
    : { shards: [...shards.ids], shardCount: shards.total };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
