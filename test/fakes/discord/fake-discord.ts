import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { type FakeFile, type FakeRequest, type FakeResponse, serve, until } from "../http.js";
import {
  type FakeCommand,
  type FakeMessageBody,
  type FakeModal,
  faultsOfCommands,
  faultsOfMessage,
  faultsOfModal,
} from "./check-message.js";

export const BOT_ID = "100000000000000001";
export const APP_ID = "100000000000000002";
export const GUILD_ID = "100000000000000003";
export const CHANNEL_ID = "100000000000000004";
export const DM_CHANNEL_ID = "100000000000000005";
export const USER_ID = "100000000000000006";
export const OTHER_USER_ID = "100000000000000007";
export const TOKEN = "fake-discord-token";

/** Places of the server besides its channel. */
export const PLACES = {
  thread: "100000000000000011",
  forumPost: "100000000000000013",
  voice: "100000000000000014",
  /** The bot may not write here. */
  readOnly: "100000000000000015",
  /** It may write here, but not in threads of it. */
  noThreads: "100000000000000016",
  threadOfNoThreads: "100000000000000017",
  /** It may not read what was said. */
  noHistory: "100000000000000018",
} as const;
const FORUM_ID = "100000000000000012";

const SEND_MESSAGES = 1n << 11n;
const READ_MESSAGE_HISTORY = 1n << 16n;
const SEND_IN_THREADS = 1n << 38n;
const GRANTED = (1n << 10n) | SEND_MESSAGES | READ_MESSAGE_HISTORY | SEND_IN_THREADS;
/** Where the bot may not write, or not refer to a message. */
const MUTE: readonly string[] = [PLACES.readOnly, PLACES.threadOfNoThreads];

const EPHEMERAL = 1 << 6;
/** Server Members, Presences and Message Content. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
/** An interaction must be answered within three seconds. */
const INTERACTION_MS = 3000;

/** A message as it came to be shown, and to whom. */
export interface ShownMessage {
  readonly id: string;
  readonly channelId: string;
  body: FakeMessageBody;
  files: readonly FakeFile[];
  readonly isPrivate: boolean;
  readonly interactionToken: string | undefined;
  isDeleted: boolean;
}

interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly atMs: number;
  readonly type: number;
  readonly channelId: string;
  readonly messageId: string | undefined;
  state: "open" | "answered";
  originalId: string | undefined;
  choices: { name: string; value: string }[] | undefined;
}

/** Discord on loopback: REST and gateway, refusing what Discord refuses. */
export async function startFakeDiscord() {
  let nextId = 200_000_000_000_000_000n;
  const newId = () => String(nextId++);
  const shown: ShownMessage[] = [];
  const refusals: string[] = [];
  const interactions = new Map<string, FakeInteraction>();
  const modals: FakeModal[] = [];
  const nonces = new Map<string, ShownMessage>();
  const watchers: ((message: ShownMessage) => void)[] = [];
  let commands: FakeCommand[] = [];
  let uploads = 0;

  const refuse = (status: number, code: number, message: string): FakeResponse => {
    refusals.push(`${code} ${message}`);
    return { status, body: { code, message } };
  };
  const messageJson = (message: ShownMessage) => ({
    id: message.id,
    channel_id: message.channelId,
    author: user(BOT_ID, "why-rejected", true),
    content: "",
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    type: 0,
    flags: (message.body.flags ?? 0) | (message.isPrivate ? EPHEMERAL : 0),
    components: message.body.components ?? [],
  });
  const show = (
    channelId: string,
    body: FakeMessageBody,
    isPrivate: boolean,
    more: { interactionToken?: string; files?: readonly FakeFile[] } = {},
  ): ShownMessage => {
    const message: ShownMessage = {
      id: newId(),
      channelId,
      body,
      files: more.files ?? [],
      isPrivate,
      interactionToken: more.interactionToken,
      isDeleted: false,
    };
    shown.push(message);
    for (const watcher of watchers) watcher(message);
    return message;
  };

  const route = (request: FakeRequest): FakeResponse => {
    const { method, body, files } = request;
    const path = request.path.replace(/^\/api\/v10/, "");
    const call = `${method} ${path}`;
    const isOpenRoute = /^\/(?:interactions|webhooks)\//.test(path);
    if (!isOpenRoute && request.headers.authorization !== `Bot ${TOKEN}`) {
      return { status: 401, body: { code: 0, message: "401: Unauthorized" } };
    }
    if (call === "GET /gateway/bot") {
      return {
        status: 200,
        body: {
          url: `ws://127.0.0.1:${http.port}/gateway`,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
        },
      };
    }
    if (call === "GET /users/@me") return { status: 200, body: user(BOT_ID, "why-rejected", true) };
    if (call === "GET /users/@me/guilds") {
      const body = [{ id: GUILD_ID, name: "History", permissions: String(GRANTED) }];
      return { status: 200, body };
    }
    if (/^GET \/(?:applications|oauth2\/applications)\/@me$/.test(call)) {
      return { status: 200, body: { id: APP_ID, name: "why-rejected" } };
    }
    if (/^\/applications\/\d+(?:\/guilds\/\d+)?\/commands$/.test(path)) {
      if (method === "GET") {
        const isFull = request.query.get("with_localizations") === "true";
        return { status: 200, body: isFull ? commands : commands.map(withoutLocalizations) };
      }
      const faults = faultsOfCommands(body as FakeCommand[]);
      if (faults.length > 0) return refuse(400, 50035, faults.join("; "));
      uploads++;
      commands = (body as FakeCommand[]).map((command) => ({
        ...command,
        id: newId(),
        version: newId(),
      }));
      return { status: 200, body: commands };
    }
    const callback = /^POST \/interactions\/(\d+)\/([^/]+)\/callback$/.exec(call);
    if (callback) return answerInteraction(callback[1] ?? "", body as CallbackBody, files);
    const original = /^(PATCH|DELETE) \/webhooks\/\d+\/([^/]+)\/messages\/@original$/.exec(call);
    if (original)
      return changeOriginal(original[1] ?? "", original[2] ?? "", body as FakeMessageBody);
    if (call === "POST /users/@me/channels") {
      const { recipient_id: id } = body as { recipient_id: string };
      const channel = { id: DM_CHANNEL_ID, type: 1, recipients: [user(id, "asker")] };
      return { status: 200, body: channel };
    }
    const post = /^POST \/channels\/(\d+)\/messages$/.exec(call);
    if (post) return postMessage(post[1] ?? "", body as FakeMessageBody);
    const one = /^GET \/channels\/(\d+)\/messages\/(\d+)$/.exec(call);
    if (one) {
      const message = shown.find(({ id }) => id === one[2]);
      if (!message || message.isDeleted) return refuse(404, 10008, "Unknown Message");
      return { status: 200, body: messageJson(message) };
    }
    const list = /^GET \/channels\/(\d+)\/messages$/.exec(call);
    if (list) {
      const inChannel = shown.filter(
        (message) => message.channelId === list[1] && !message.isDeleted,
      );
      const limit = Number(request.query.get("limit") ?? 50);
      return { status: 200, body: inChannel.toReversed().slice(0, limit).map(messageJson) };
    }
    return refuse(404, 0, `no route ${call}`);
  };

  interface CallbackBody {
    readonly type: number;
    readonly data?: FakeMessageBody & { choices?: { name: string; value: string }[] };
  }

  const answerInteraction = (
    id: string,
    { type, data = {} }: CallbackBody,
    files: readonly FakeFile[],
  ): FakeResponse => {
    const interaction = interactions.get(id);
    if (!interaction || Date.now() - interaction.atMs > INTERACTION_MS) {
      return refuse(404, 10062, "Unknown interaction");
    }
    if (interaction.state === "answered") {
      return refuse(400, 40060, "Interaction has already been acknowledged.");
    }
    if (type === 8) {
      const choices = data.choices ?? [];
      const isTooLong = choices.some(
        ({ name, value }) => name.length < 1 || name.length > 100 || value.length > 100,
      );
      if (choices.length > 25 || isTooLong) return refuse(400, 50035, "choices");
      interaction.choices = choices;
    }
    if (type === 9) {
      const modal = data as unknown as FakeModal;
      const faults = faultsOfModal(modal);
      if (interaction.type === 5) faults.push("a form in answer to a form");
      if (faults.length > 0) return refuse(400, 50035, faults.join("; "));
      modals.push(modal);
    }
    if (type === 4 || type === 7) {
      const names = files.map(({ name }) => name);
      const faults = faultsOfMessage(data, type === 7, names);
      if (faults.length > 0) return refuse(400, 50035, faults.join("; "));
    }
    interaction.state = "answered";
    if (type === 4) {
      const isPrivate = ((data.flags ?? 0) & EPHEMERAL) !== 0;
      const { channelId, token: interactionToken } = interaction;
      const more = { interactionToken, files };
      interaction.originalId = show(channelId, data, isPrivate, more).id;
    }
    if (type === 6 || type === 7) interaction.originalId = interaction.messageId;
    if (type === 7) {
      const message = shown.find((one) => one.id === interaction.messageId);
      if (message) {
        message.body = { ...message.body, ...data };
        const staying = data.attachments ? [] : message.files;
        message.files = [...staying, ...files];
      }
    }
    return { status: 204 };
  };

  const changeOriginal = (method: string, token: string, body: FakeMessageBody): FakeResponse => {
    const interaction = [...interactions.values()].find((one) => one.token === token);
    const message = shown.find(({ id }) => id === interaction?.originalId);
    if (!message || message.isDeleted) return refuse(404, 10008, "Unknown Message");
    if (method === "DELETE") {
      message.isDeleted = true;
      return { status: 204 };
    }
    const faults = faultsOfMessage(body, true);
    if (faults.length > 0) return refuse(400, 50035, faults.join("; "));
    message.body = { ...message.body, ...body };
    return { status: 200, body: messageJson(message) };
  };

  const postMessage = (channelId: string, body: FakeMessageBody): FakeResponse => {
    if (MUTE.includes(channelId)) return refuse(403, 50013, "Missing Permissions");
    if (channelId === PLACES.noHistory && body.message_reference) {
      // The one refusal that is expected: there is no way to know beforehand.
      return {
        status: 400,
        body: { code: 160002, message: "Cannot reply without permission to read message history" },
      };
    }
    const faults = faultsOfMessage(body);
    if (faults.length > 0) return refuse(400, 50035, faults.join("; "));
    const known = body.enforce_nonce && body.nonce ? nonces.get(body.nonce) : undefined;
    const message = known ?? show(channelId, body, false);
    if (body.nonce) nonces.set(body.nonce, message);
    return { status: 200, body: messageJson(message) };
  };

  const http = await serve(route);
  const gateway = createGateway(http.server, http.port);

  /** Sends an interaction. */
  const interactNow = (type: number, data: object, more: object = {}): FakeInteraction => {
    const again = interactions.get((more as { id?: string }).id ?? "");
    const interaction: FakeInteraction = again ?? {
      id: newId(),
      token: `token-${newId()}`,
      atMs: Date.now(),
      type,
      channelId: (more as { channel_id?: string }).channel_id ?? CHANNEL_ID,
      messageId: (more as { message?: { id: string } }).message?.id,
      state: "open",
      originalId: undefined,
      choices: undefined,
    };
    interactions.set(interaction.id, interaction);
    gateway.dispatch("INTERACTION_CREATE", interactionJson(interaction, type, data, more));
    return interaction;
  };
  const interact = async (...args: Parameters<typeof interactNow>): Promise<FakeInteraction> =>
    interactNow(...args);

  return {
    apiUrl: `http://127.0.0.1:${http.port}/api`,
    shown,
    modals,
    refusals,
    requests: http.requests,
    failNext: http.failNext,
    /** Tells of each message as it comes to be shown. */
    watch: (watcher: (message: ShownMessage) => void) => void watchers.push(watcher),
    gateway,
    newId,
    messageJson,
    get commands() {
      return commands;
    },
    get uploads() {
      return uploads;
    },
    interact,
    interactNow,
    /** Sends a form filled in, on the message that it was opened from where there was one. */
    submit(
      modal: FakeModal,
      values: Readonly<Record<string, string | readonly string[]>>,
      message?: ShownMessage,
      where: object = {},
    ) {
      const components = modal.components.map(({ component }, index) => {
        const id = component?.custom_id ?? "";
        const given = values[id] ?? "";
        const filled =
          component?.type === 4 ? { value: given } : { values: [given].flat().filter(Boolean) };
        return {
          type: 18,
          id: index,
          component: { type: component?.type, id: index + 10, custom_id: id, ...filled },
        };
      });
      const data = { custom_id: modal.custom_id, components };
      return interact(5, data, { ...where, ...(message ? { message: messageJson(message) } : {}) });
    },
    /** A message as a person writes it, in the server's channel unless told otherwise. */
    say(
      content: string,
      more: {
        dm?: boolean;
        author?: object;
        mentions?: string[];
        replyTo?: string;
        /** One of `PLACES`. */
        place?: string;
        raw?: object;
      } = {},
    ) {
      const id = newId();
      const channelId = more.dm ? DM_CHANNEL_ID : (more.place ?? CHANNEL_ID);
      const parent = shown.find((message) => message.id === more.replyTo);
      gateway.dispatch("MESSAGE_CREATE", {
        id,
        channel_id: channelId,
        ...(more.dm ? { channel_type: 1 } : {}),
        ...(more.dm
          ? {}
          : {
              guild_id: GUILD_ID,
              member: {
                roles: [],
                joined_at: new Date().toISOString(),
                deaf: false,
                mute: false,
                flags: 0,
              },
            }),
        author: user(USER_ID, "asker"),
        content,
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: /@everyone|@here/.test(content),
        mentions: (more.mentions ?? []).map((mentioned) =>
          user(mentioned, "mentioned", mentioned === BOT_ID),
        ),
        mention_roles: [],
        attachments: [],
        embeds: [],
        pinned: false,
        type: more.replyTo ? 19 : 0,
        ...(more.replyTo
          ? {
              message_reference: { channel_id: channelId, message_id: more.replyTo },
              referenced_message: parent ? messageJson(parent) : null,
            }
          : {}),
        ...(more.author ? { author: more.author } : {}),
        ...more.raw,
      });
      return id;
    },
    async stop() {
      gateway.stop();
      await http.stop();
    },
  };

  function interactionJson(interaction: FakeInteraction, type: number, data: object, more: object) {
    return {
      id: interaction.id,
      application_id: APP_ID,
      type,
      token: interaction.token,
      version: 1,
      guild_id: GUILD_ID,
      channel_id: interaction.channelId,
      channel: { id: interaction.channelId, type: 0, name: "history" },
      member: {
        user: user(USER_ID, "asker"),
        roles: [],
        permissions: "2048",
        joined_at: new Date().toISOString(),
        deaf: false,
        mute: false,
        flags: 0,
      },
      app_permissions: String(GRANTED),
      locale: "en-GB",
      guild_locale: "en-GB",
      entitlements: [],
      authorizing_integration_owners: { 0: GUILD_ID },
      context: 0,
      attachment_size_limit: 1,
      data,
      ...more,
    };
  }
}

/** Discord gives names in other languages on demand only. */
function withoutLocalizations(command: FakeCommand): unknown {
  return JSON.parse(
    JSON.stringify(command, (key, value) => (key.endsWith("_localizations") ? undefined : value)),
  );
}

export function user(id: string, username: string, bot = false) {
  return { id, username, discriminator: "0", avatar: null, bot, global_name: null };
}

function role(id: string, name: string, permissions: bigint) {
  return {
    id,
    name,
    permissions: String(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

function channel(id: string, type: number, deny = 0n) {
  const overwrite = { id: GUILD_ID, type: 0, allow: "0", deny: String(deny) };
  return { id, type, name: "history", position: 0, permission_overwrites: [overwrite] };
}

function thread(id: string, parentId: string) {
  return {
    id,
    type: 11,
    guild_id: GUILD_ID,
    parent_id: parentId,
    owner_id: OTHER_USER_ID,
    name: "a thread",
    member_count: 2,
    message_count: 1,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date().toISOString(),
      locked: false,
    },
  };
}

export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>;

/** The gateway: hello, identify, heartbeat, resume with replay; and ways to disturb it. Every session gets every event. */
function createGateway(server: Server, port: number) {
  const sockets = new WebSocketServer({ server, path: "/gateway" });
  const events: { op: 0; t: string; d: unknown; s: number }[] = [];
  const log: string[] = [];
  const open = new Set<WebSocket>();
  let sequence = 0;
  let forgetsLeft = 0;
  let isDeaf = false;
  let closeCodeOnIdentify: number | undefined;

  const send = (socket: WebSocket, payload: object) => socket.send(JSON.stringify(payload));
  const dispatch = (t: string, d: unknown) => {
    const event = { op: 0 as const, t, d, s: ++sequence };
    events.push(event);
    for (const socket of open) if (socket.readyState === 1) send(socket, event);
  };

  sockets.on("connection", (socket) => {
    socket.on("close", () => open.delete(socket));
    send(socket, { op: 10, d: { heartbeat_interval: 30_000 } });
    socket.on("message", (raw) => {
      const { op, d } = JSON.parse(String(raw)) as { op: number; d: Identify };
      if (op === 1) send(socket, { op: 11 });
      if (op === 2) identify(socket, d);
      if (op === 6) resume(socket, d);
    });
  });

  interface Identify {
    readonly token: string;
    readonly intents: number;
    readonly seq?: number;
  }

  const identify = (socket: WebSocket, { token, intents }: Identify) => {
    log.push("identify");
    if (closeCodeOnIdentify !== undefined) return socket.close(closeCodeOnIdentify);
    if (token !== TOKEN) return socket.close(4004);
    if ((intents & PRIVILEGED_INTENTS) !== 0) return socket.close(4014);
    open.add(socket);
    const greet = (t: string, d: object) => send(socket, { op: 0, t, d, s: ++sequence });
    greet("READY", {
      v: 10,
      user: user(BOT_ID, "why-rejected", true),
      session_id: "session",
      resume_gateway_url: `ws://127.0.0.1:${port}/gateway`,
      application: { id: APP_ID, flags: 0 },
      guilds: [{ id: GUILD_ID, unavailable: true }],
      shard: [0, 1],
    });
    greet("GUILD_CREATE", {
      id: GUILD_ID,
      name: "History",
      owner_id: OTHER_USER_ID,
      roles: [role(GUILD_ID, "@everyone", GRANTED)],
      emojis: [],
      stickers: [],
      features: [],
      members: [
        {
          user: user(BOT_ID, "why-rejected", true),
          roles: [],
          joined_at: new Date().toISOString(),
          deaf: false,
          mute: false,
          flags: 0,
        },
      ],
      presences: [],
      voice_states: [],
      threads: [
        thread(PLACES.thread, CHANNEL_ID),
        thread(PLACES.forumPost, FORUM_ID),
        thread(PLACES.threadOfNoThreads, PLACES.noThreads),
      ],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
      member_count: 2,
      joined_at: new Date().toISOString(),
      channels: [
        channel(CHANNEL_ID, 0),
        channel(FORUM_ID, 15),
        channel(PLACES.voice, 2),
        channel(PLACES.readOnly, 0, SEND_MESSAGES),
        channel(PLACES.noThreads, 0, SEND_IN_THREADS),
        channel(PLACES.noHistory, 0, READ_MESSAGE_HISTORY),
      ],
    });
  };

  const resume = (socket: WebSocket, { seq = 0 }: Identify) => {
    log.push("resume");
    if (forgetsLeft > 0) {
      forgetsLeft--;
      return send(socket, { op: 9, d: false });
    }
    open.add(socket);
    for (const event of events.filter(({ s }) => s > seq)) send(socket, event);
    send(socket, { op: 0, t: "RESUMED", d: {}, s: ++sequence });
  };

  const isAnyOpen = () => [...open].some(({ readyState }) => readyState === 1);

  return {
    dispatch,
    log,
    /** The connection breaks; what is sent meanwhile is replayed on resume. */
    drop() {
      for (const socket of open) socket.terminate();
    },
    /** The session is gone when the bot wants it back; what is sent until it has a new one never arrives. */
    forgetSession() {
      forgetsLeft = open.size;
      this.drop();
    },
    /** Discord asks to reconnect. */
    askReconnect() {
      for (const socket of open) send(socket, { op: 7 });
    },
    close(code: number) {
      for (const socket of open) socket.close(code);
    },
    refuseIdentify(code: number) {
      closeCodeOnIdentify = code;
    },
    isConnected: () => isAnyOpen() && !isDeaf,
    ready: () => until("a gateway connection", isAnyOpen),
    stop() {
      isDeaf = true;
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
