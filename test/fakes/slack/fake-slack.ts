import { inspect } from "node:util";
import { type WebSocket, WebSocketServer } from "ws";
import { SCOPES } from "../../../src/slack/scopes.js";
import { type FakeFile, type FakeRequest, type FakeResponse, serve, until } from "../http.js";
import { type FakeMessage, type FakeView, faultsOfMessage, faultsOfView } from "./check-message.js";
import { requestOf, signatureOf } from "./signed.js";

export const BOT_TOKEN = "xoxb-fake-bot-token";
export const APP_TOKEN = "xapp-fake-app-token";
export const BOT_USER_ID = "U0BOT";
export const BOT_ID = "B0BOT";
export const TEAM_ID = "T0TEAM";
const OTHER_TEAM_ID = "T0OTHER";
export const CHANNEL_ID = "C0HISTORY";
export const DM_CHANNEL_ID = "D0DIRECT";
export const USER_ID = "U0ASKER";
export const OTHER_USER_ID = "U0OTHER";
/** Runs the workspace. */
export const ADMIN_USER_ID = "U0ADMIN";

/** A trigger opens one view, within three seconds. */
const TRIGGER_MS = 3000;
/** Slack waits this long for an acknowledgement. */
const ACK_MS = 3000;
/** A response_url takes five answers. */
const RESPONSES_MAX = 5;

/** A message as it came to be shown. */
export interface ShownMessage {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | undefined;
  /** The response_url that it came through. */
  readonly responseUrl?: string;
  readonly isPrivate: boolean;
  body: FakeMessage;
  isDeleted: boolean;
  readonly files: readonly FakeFile[];
}

interface ResponseBody extends FakeMessage {
  readonly response_type?: "ephemeral" | "in_channel";
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
}

/** Slack on loopback: the Web API, response_urls, Socket Mode and signed requests, refusing what Slack refuses. */
export async function startFakeSlack() {
  let counter = 1000;
  const newTs = () => `1700000000.${String(counter++).padStart(6, "0")}`;
  const newId = () => String(counter++);
  const shown: ShownMessage[] = [];
  const views: FakeView[] = [];
  /** The home page of each person, as it was published last. */
  const homes = new Map<string, FakeView>();
  const prompts: { channel: string; prompts: { title: string; message: string }[] }[] = [];
  const uploads = new Map<string, { name: string; text: string | undefined }>();
  const refusals: string[] = [];
  const watchers: ((message: ShownMessage) => void)[] = [];
  const triggers = new Map<string, number>();
  const responseUrls = new Map<
    string,
    { left: number; channel: string; originalTs: string | undefined }
  >();

  const refuse = (error: string, detail = ""): FakeResponse => {
    refusals.push(`${error} ${detail}`.trim());
    return { status: 200, body: { ok: false, error } };
  };
  const fine = (more: object = {}): FakeResponse => ({ status: 200, body: { ok: true, ...more } });
  const show = (
    message: Omit<ShownMessage, "ts" | "isDeleted" | "files">,
    files: readonly FakeFile[] = [],
  ): ShownMessage => {
    const added = { ...message, files, ts: newTs(), isDeleted: false };
    shown.push(added);
    for (const watcher of watchers) watcher(added);
    return added;
  };

  const route = (request: FakeRequest): FakeResponse => {
    const response = /^\/response\/(\w+)$/.exec(request.path);
    if (response) return respond(response[1] ?? "", request.body as ResponseBody);
    const upload = /^\/upload\/(\w+)$/.exec(request.path)?.[1];
    if (upload !== undefined) return takeUpload(upload, request);
    const method = request.path.replace(/^\/api\//, "");
    const args = unpack(request.body as Record<string, unknown>);
    const token = request.headers.authorization ?? "";
    if (method === "apps.connections.open") {
      if (token !== `Bearer ${APP_TOKEN}`) return refuse("invalid_auth");
      return fine({ url: `ws://127.0.0.1:${http.port}/socket` });
    }
    if (method === "oauth.v2.access") return install(String(args.code));
    // The own workspace, or one that installed the app.
    const teamId = token === `Bearer ${BOT_TOKEN}` ? TEAM_ID : installed.get(token);
    if (teamId === undefined) {
      return refuse(token.startsWith("Bearer xoxb-of-") ? "token_revoked" : "invalid_auth");
    }
    switch (method) {
      case "auth.test":
        return {
          ...fine({
            user_id: BOT_USER_ID,
            bot_id: BOT_ID,
            team_id: teamId,
            team: "History",
            user: "why-rejected",
          }),
          headers: { "x-oauth-scopes": Object.keys(SCOPES).join(",") },
        };
      case "chat.postMessage": {
        const body = args as unknown as FakeMessage & { channel: string; thread_ts?: string };
        const faults = faultsOfMessage(body, true);
        if (faults.length > 0) return refuse("invalid_blocks", faults.join("; "));
        const { thread_ts: threadTs } = body;
        // To a person is to the direct messages with them.
        const channel = body.channel.startsWith("U") ? DM_CHANNEL_ID : body.channel;
        return fine({ ts: show({ channel, threadTs, isPrivate: false, body }).ts, channel });
      }
      case "chat.delete": {
        const message = shown.find(({ ts, isPrivate }) => ts === args.ts && !isPrivate);
        if (!message || message.isDeleted) return refuse("message_not_found");
        message.isDeleted = true;
        return fine();
      }
      case "conversations.replies":
        return fine({
          messages: shown
            .filter(({ channel, threadTs }) => channel === args.channel && threadTs === args.ts)
            // The oldest first.
            .slice(0, Number(args.limit))
            .map(({ ts, body }) => ({ ...body, ts, bot_id: BOT_ID, user: BOT_USER_ID })),
        });
      case "views.open": {
        const atMs = triggers.get(String(args.trigger_id));
        triggers.delete(String(args.trigger_id));
        if (atMs === undefined) return refuse("exchanged_trigger_id");
        if (Date.now() - atMs > TRIGGER_MS) return refuse("expired_trigger_id");
        const view = args.view as FakeView;
        const faults = faultsOfView(view);
        if (faults.length > 0) return refuse("invalid_arguments", faults.join("; "));
        views.push(view);
        return fine({ view: { id: `V${newId()}` } });
      }
      case "views.publish": {
        const view = args.view as FakeView;
        const faults = faultsOfView(view);
        if (faults.length > 0) return refuse("invalid_arguments", faults.join("; "));
        homes.set(String(args.user_id), view);
        return fine({ view: { id: `V${newId()}` } });
      }
      case "assistant.threads.setSuggestedPrompts": {
        const given = JSON.parse(String(args.prompts)) as { title: string; message: string }[];
        if (args.thread_ts !== undefined) return refuse("thread_ts", "of the older experience");
        if (given.length > 4) return refuse("invalid_arguments", `${given.length} prompts`);
        prompts.push({ channel: String(args.channel_id), prompts: given });
        return fine();
      }
      case "chat.postEphemeral": {
        const body = args as unknown as FakeMessage & { channel: string; thread_ts?: string };
        const faults = faultsOfMessage(body, true);
        if (faults.length > 0) return refuse("invalid_blocks", faults.join("; "));
        const { channel, thread_ts: threadTs } = body;
        return fine({ message_ts: show({ channel, threadTs, isPrivate: true, body }).ts });
      }
      case "users.info":
        return fine({ user: { id: args.user, is_admin: args.user === ADMIN_USER_ID } });
      case "files.getUploadURLExternal": {
        const id = `F${newId()}`;
        uploads.set(id, { name: String(args.filename), text: undefined });
        return fine({ file_id: id, upload_url: `http://127.0.0.1:${http.port}/upload/${id}` });
      }
      case "files.completeUploadExternal": {
        const [file] = JSON.parse(String(args.files)) as { id: string }[];
        const { name = "", text } = uploads.get(file?.id ?? "") ?? {};
        if (text === undefined) return refuse("file_not_found");
        const threadTs = args.thread_ts === undefined ? undefined : String(args.thread_ts);
        const channel = String(args.channel_id);
        show({ channel, threadTs, isPrivate: false, body: { text: "" } }, [{ name, text }]);
        return fine({ files: [file] });
      }
      default:
        return refuse("unknown_method", method);
    }
  };

  const takeUpload = (id: string, { raw, files }: FakeRequest): FakeResponse => {
    const upload = uploads.get(id);
    if (upload) upload.text = files[0]?.text ?? raw.toString();
    return fine();
  };

  const respond = (id: string, body: ResponseBody): FakeResponse => {
    const url = responseUrls.get(id);
    if (!url || url.left-- <= 0) {
      refusals.push("used_url");
      return { status: 404, body: { ok: false, error: "used_url" } };
    }
    const original = shown.find(({ ts }) => ts === url.originalTs);
    if (body.delete_original) {
      if (Object.keys(body).length > 1) refusals.push("delete_original beside something else");
      if (original) original.isDeleted = true;
      return fine();
    }
    const faults = faultsOfMessage(body, false);
    if (faults.length > 0) {
      refusals.push(faults.join("; "));
      return { status: 400, body: { ok: false, error: "invalid_blocks" } };
    }
    if (body.replace_original && original) original.body = body;
    else {
      const isPrivate = body.response_type !== "in_channel";
      const responseUrl = `http://127.0.0.1:${http.port}/response/${id}`;
      show({ channel: url.channel, threadTs: body.thread_ts, responseUrl, isPrivate, body });
    }
    return fine();
  };

  /** Workspaces that installed the app, by the header with their token. */
  const installed = new Map<string, string>();
  /** Somebody let the app into a workspace: the code names it. */
  const install = (teamId: string): FakeResponse => {
    const token = `xoxb-of-${teamId}`;
    installed.set(`Bearer ${token}`, teamId);
    return fine({
      access_token: token,
      token_type: "bot",
      scope: "commands",
      bot_user_id: BOT_USER_ID,
      app_id: "A0",
      team: { id: teamId, name: teamId },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: USER_ID },
    });
  };

  const http = await serve(route);
  const sockets = new WebSocketServer({ server: http.server, path: "/socket" });
  const open = new Set<WebSocket>();
  const acks = new Map<string, unknown>();
  const delivered = new Map<string, { type: string; payload: object }>();
  let connectionsEver = 0;
  sockets.on("connection", (socket) => {
    connectionsEver += 1;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("message", (raw) => {
      const { envelope_id: id, payload } = JSON.parse(String(raw)) as {
        envelope_id: string;
        payload?: unknown;
      };
      acks.set(id, payload ?? {});
    });
    socket.send(
      JSON.stringify({ type: "hello", num_connections: 1, connection_info: { app_id: "A0" } }),
    );
  });

  const newResponseUrl = (originalTs?: string, channel = CHANNEL_ID) => {
    const id = newId();
    responseUrls.set(id, { left: RESPONSES_MAX, channel, originalTs });
    return `http://127.0.0.1:${http.port}/response/${id}`;
  };
  const newTrigger = () => {
    const id = `trigger-${newId()}`;
    triggers.set(id, Date.now());
    return id;
  };
  let eventsUrl: string | undefined;
  /** Sends it signed, as Slack does. Anything but 2xx, or later than three seconds, is a fault of the bot. */
  const call = async (
    url: string,
    envelopeId: string,
    type: string,
    payload: object,
    retry = 0,
  ) => {
    const request = requestOf(type, payload);
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": request.type,
        ...signatureOf(request.body),
        ...(retry > 0
          ? { "x-slack-retry-num": String(retry), "x-slack-retry-reason": "http_timeout" }
          : {}),
      },
      body: request.body,
      signal: AbortSignal.timeout(ACK_MS),
    });
    const text = await response.text();
    if (!response.ok) refusals.push(`the bot answered ${response.status} to ${type}`);
    else acks.set(envelopeId, text === "" ? {} : JSON.parse(text));
  };
  /** Hands it to the bot; returns the id under which the acknowledgement will stand. */
  const deliver = (type: string, payload: object, retry = 0): string => {
    const envelopeId = `env-${newId()}`;
    delivered.set(envelopeId, { type, payload });
    if (eventsUrl !== undefined) {
      call(eventsUrl, envelopeId, type, payload, retry).catch((error: unknown) =>
        refusals.push(`no acknowledgement of ${type}: ${inspect(error)}`),
      );
      return envelopeId;
    }
    const [socket] = open;
    const retried = retry > 0 ? { retry_attempt: retry, retry_reason: "timeout" } : {};
    socket?.send(
      JSON.stringify({
        type,
        envelope_id: envelopeId,
        payload,
        accepts_response_payload: true,
        ...retried,
      }),
    );
    return envelopeId;
  };
  const person = { id: USER_ID, name: "asker", username: "asker", team_id: TEAM_ID };
  const team = { id: TEAM_ID, domain: "history" };

  return {
    apiUrl: `http://127.0.0.1:${http.port}/api/`,
    shown,
    views,
    homes,
    prompts,
    refusals,
    acks,
    requests: http.requests,
    failNext: http.failNext,
    /** Tells of each message as it comes to be shown. */
    watch: (watcher: (message: ShownMessage) => void) => void watchers.push(watcher),
    deliver,
    /** From now on by signed requests to this address instead of a socket. */
    callAt(url: string) {
      eventsUrl = url;
    },
    /** The same once more, as after an acknowledgement that was lost. */
    again(envelopeId: string, retry = 1) {
      const first = delivered.get(envelopeId);
      if (!first) throw new Error(`nothing was delivered as ${envelopeId}`);
      return deliver(first.type, first.payload, retry);
    },
    /** The same from another workspace. */
    fromAnotherTeam(envelopeId: string) {
      const { type, payload } = delivered.get(envelopeId) ?? { type: "", payload: {} };
      const text = JSON.stringify(payload).replaceAll(TEAM_ID, OTHER_TEAM_ID);
      return deliver(type, JSON.parse(text.replaceAll("trigger-", "other-")) as object);
    },
    ready: () => until("a socket connection", () => open.size > 0),
    acked: (envelopeId: string) => until("an acknowledgement", () => acks.get(envelopeId)),
    /** Also those that are closed: a new one may be there before the old one has been seen to go. */
    connectionsEver: () => connectionsEver,
    drop() {
      for (const socket of open) socket.terminate();
    },
    /** Slack refreshes a connection every few hours. */
    askReconnect() {
      for (const socket of open)
        socket.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
    },
    newResponseUrl,
    /** A workspace takes the app's token back. */
    revoke(teamId: string) {
      installed.delete(`Bearer xoxb-of-${teamId}`);
    },
    /** A mention in another workspace. */
    mentionIn(teamId: string, text: string) {
      const ts = newTs();
      const channel = `C${teamId}`;
      return this.eventIn(teamId, {
        type: "app_mention",
        user: USER_ID,
        text: `<@${BOT_USER_ID}> ${text}`,
        ts,
        channel,
        event_ts: ts,
      });
    },
    eventIn(teamId: string, event: object) {
      return deliver("events_api", {
        type: "event_callback",
        event_id: `Ev${newId()}`,
        team_id: teamId,
        api_app_id: "A0",
        authorizations: [{ team_id: teamId, user_id: BOT_USER_ID, is_bot: true }],
        event,
      });
    },
    command(text: string, more: object = {}) {
      return deliver("slash_commands", {
        command: "/why-rejected",
        text,
        team_id: TEAM_ID,
        channel_id: CHANNEL_ID,
        user_id: USER_ID,
        trigger_id: newTrigger(),
        response_url: newResponseUrl(),
        ...more,
      });
    },
    event(event: object, eventId = `Ev${newId()}`, retry = 0) {
      return deliver(
        "events_api",
        {
          type: "event_callback",
          event_id: eventId,
          team_id: TEAM_ID,
          api_app_id: "A0",
          authorizations: [{ team_id: TEAM_ID, user_id: BOT_USER_ID, is_bot: true }],
          event,
        },
        retry,
      );
    },
    mention(text: string, more: object = {}) {
      const ts = newTs();
      return {
        ts,
        envelopeId: this.event({
          type: "app_mention",
          user: USER_ID,
          text: `<@${BOT_USER_ID}> ${text}`,
          ts,
          channel: CHANNEL_ID,
          event_ts: ts,
          ...more,
        }),
      };
    },
    direct(text: string, more: object = {}) {
      const ts = newTs();
      return {
        ts,
        envelopeId: this.event({
          type: "message",
          channel_type: "im",
          user: USER_ID,
          text,
          ts,
          channel: DM_CHANNEL_ID,
          event_ts: ts,
          ...more,
        }),
      };
    },
    shortcut(text: string) {
      return deliver("interactive", {
        type: "message_action",
        callback_id: "why_was_this_rejected",
        trigger_id: newTrigger(),
        response_url: newResponseUrl(),
        action_ts: newTs(),
        message_ts: newTs(),
        team,
        user: person,
        channel: { id: CHANNEL_ID, name: "history" },
        message: { type: "message", user: OTHER_USER_ID, text, ts: newTs() },
      });
    },
    /** The shortcut that is there everywhere, without a message. */
    globalShortcut() {
      return deliver("interactive", {
        type: "shortcut",
        callback_id: "ask_why_rejected",
        trigger_id: newTrigger(),
        action_ts: newTs(),
        team,
        user: person,
      });
    },
    openHome(tab: "home" | "messages", userId = USER_ID) {
      return this.event({
        type: "app_home_opened",
        user: userId,
        channel: DM_CHANNEL_ID,
        tab,
        event_ts: newTs(),
      });
    },
    /** A button or a line of a menu, on the home page. */
    pressHome(value: string, type: "button" | "static_select" = "button", userId = USER_ID) {
      const text = { type: "plain_text", text: "x" };
      return deliver("interactive", {
        type: "block_actions",
        trigger_id: newTrigger(),
        team,
        user: { ...person, id: userId },
        container: { type: "view", view_id: "V1" },
        view: { id: "V1", type: "home", blocks: [] },
        actions: [
          {
            type,
            action_id: "action:0",
            block_id: "b",
            action_ts: newTs(),
            ...(type === "button" ? { value, text } : { selected_option: { value, text } }),
          },
        ],
      });
    },
    /** A button pressed, or a line picked from the menu. */
    press(
      message: ShownMessage,
      value: string,
      userId = USER_ID,
      type: "button" | "static_select" = "button",
    ) {
      const text = { type: "plain_text", text: "x" };
      return deliver("interactive", {
        type: "block_actions",
        trigger_id: newTrigger(),
        response_url: newResponseUrl(message.ts, message.channel),
        team,
        user: { ...person, id: userId },
        channel: { id: message.channel, name: "history" },
        container: {
          type: "message",
          message_ts: message.ts,
          channel_id: message.channel,
          is_ephemeral: message.isPrivate,
          ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
        },
        actions: [
          {
            type,
            action_id: "action:0",
            block_id: "b",
            action_ts: newTs(),
            ...(type === "button" ? { value, text } : { selected_option: { value, text } }),
          },
        ],
      });
    },
    suggest(value: string) {
      return deliver("interactive", {
        type: "block_suggestion",
        action_id: "ask_form_case",
        block_id: "case",
        value,
        api_app_id: "A0",
        team,
        user: person,
        container: { type: "view" },
      });
    },
    /** @param where - the conversation that was picked for the answer */
    submit(view: FakeView, values: object, where?: string, userId = USER_ID) {
      const address = where === undefined ? undefined : newResponseUrl(undefined, where);
      return deliver("interactive", {
        type: "view_submission",
        response_urls: address
          ? [
              {
                block_id: "where",
                action_id: "ask_form_where",
                channel_id: where,
                response_url: address,
              },
            ]
          : [],
        team,
        user: { ...person, id: userId },
        trigger_id: newTrigger(),
        view: { ...view, id: `V${newId()}`, hash: newId(), state: { values } },
      });
    },
    async stop() {
      for (const socket of open) socket.terminate();
      sockets.close();
      await http.stop();
    },
  };
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>;

/** The Web API client sends forms; objects in them are JSON. */
function unpack(args: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      (key === "blocks" || key === "view") && typeof value === "string" ? JSON.parse(value) : value,
    ]),
  );
}
