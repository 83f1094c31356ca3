import { textOf } from "../../test/fakes/discord/check-message.js";
import {
  BOT_ID,
  CHANNEL_ID,
  type FakeDiscord,
  PLACES,
  user,
} from "../../test/fakes/discord/fake-discord.js";
import type { Ask, Connection, Stage } from "./stage.js";

const COMMAND = 2;
const CHAT_INPUT = 1;
const STRING_OPTION = 3;
/** The library sends one message at a time to a channel. */
const CHANNELS = [CHANNEL_ID, PLACES.thread, PLACES.forumPost, PLACES.voice];

export function discordStage(discord: FakeDiscord): Stage & Connection {
  let count = 0;
  const nextPerson = () => user(String(300_000_000_000_000_000n + BigInt(count++)), "asker");

  const message = (content: string, where: { dm?: boolean; mentions?: string[] }): Ask => {
    const id = discord.newId();
    const place = CHANNELS[count % CHANNELS.length] ?? CHANNEL_ID;
    const author = nextPerson();
    // An own id, so that the same message can come again.
    const send = () => discord.say(content, { ...where, place, author, raw: { id } });
    send();
    return {
      key: id,
      again: () => void send(),
      isTaken: () => true,
      isAnswer: ({ method, path, body }) =>
        method === "POST" &&
        path.endsWith("/messages") &&
        (body as { nonce?: string }).nonce === id,
    };
  };
  const command = (question: string): Ask => {
    const options = [{ name: "question", type: STRING_OPTION, value: question }];
    const data = { id: "1", name: "why-rejected", type: CHAT_INPUT, options };
    const member = {
      user: nextPerson(),
      permissions: "2048",
      roles: [],
      joined_at: new Date().toISOString(),
      deaf: false,
      mute: false,
      flags: 0,
    };
    const { id, token } = discord.interactNow(COMMAND, data, { member });
    return {
      key: token,
      again: () => void discord.interactNow(COMMAND, data, { member, id, token }),
      isTaken: () => true,
      isAnswer: ({ path }) => path.includes(`/interactions/${id}/`),
    };
  };

  return {
    ways: {
      command,
      mention: (question) => message(`<@${BOT_ID}> ${question}`, { mentions: [BOT_ID] }),
      "direct message": (question) => message(question, { dm: true }),
    },
    watch: (watcher) =>
      discord.watch(({ body, interactionToken }) =>
        watcher(interactionToken ?? body.nonce ?? "", textOf(body)),
      ),
    failNext: discord.failNext,
    refusals: () => discord.refusals,
    forget() {
      discord.requests.length = 0;
      discord.shown.length = 0;
    },
    drop: () => discord.gateway.drop(),
    askReconnect: () => discord.gateway.askReconnect(),
    forgetSession: () => discord.gateway.forgetSession(),
    ready: discord.gateway.ready,
    stop: () => discord.stop(),
  };
}
