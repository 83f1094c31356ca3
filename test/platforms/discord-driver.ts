import { allComponents, textOf } from "../fakes/discord/check-message.js";
import {
  BOT_ID,
  CHANNEL_ID,
  type FakeDiscord,
  OTHER_USER_ID,
  type ShownMessage,
  user,
} from "../fakes/discord/fake-discord.js";
import { until } from "../fakes/http.js";
import { buttonId, type Driver, menuId, type Person, type Seen } from "./driver.js";

const CHAT_INPUT = 1;
const MESSAGE_MENU = 3;
const APPLICATION_COMMAND = 2;
const MESSAGE_COMPONENT = 3;
const STRING_OPTION = 3;
const STRING_SELECT = 3;
const BOOLEAN_OPTION = 5;
const AUTOCOMPLETE = 4;

const other = (permissions: string) => ({
  member: {
    user: user(OTHER_USER_ID, "other"),
    permissions,
    roles: [],
    joined_at: new Date().toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
  },
});
/** Manage Messages is what makes a moderator. */
const MEMBERS = { asker: {}, another: other("2048"), moderator: other(String(1 << 13)) };

export function seenOf(message: ShownMessage): Seen {
  return {
    text: textOf(message.body),
    isPrivate: message.isPrivate,
    buttons: allComponents(message.body.components).flatMap(({ label, custom_id }) =>
      label && custom_id ? [{ label, id: custom_id }] : [],
    ),
    menu: allComponents(message.body.components).flatMap(({ options = [] }) =>
      options.map(({ label, value }) => ({ label, id: value })),
    ),
    files: message.files,
    handle: message,
  };
}

/** @param where - fields of every interaction that say where it comes from; else the server's channel */
export function discordDriver(discord: FakeDiscord, where: object = {}): Driver {
  const next = async (act: () => unknown): Promise<Seen> => {
    const before = discord.shown.length;
    await act();
    return seenOf(await until("an answer on Discord", () => discord.shown[before]));
  };
  const options = (question: string) => [
    { name: "question", type: STRING_OPTION, value: question },
  ];
  /** Uses a control, and waits for what comes of it: a message gone, changed, or a new one. */
  const effectOf = async (seen: Seen, data: object, by: Person = "asker") => {
    const message = seen.handle as ShownMessage;
    const before = discord.shown.length;
    const body = JSON.stringify(message.body);
    const more = { ...where, message: discord.messageJson(message), ...MEMBERS[by] };
    await discord.interact(MESSAGE_COMPONENT, data, more);
    return until("an effect on Discord", () => {
      if (JSON.stringify(message.body) !== body) return message;
      return discord.shown[before] ?? (message.isDeleted && "gone");
    });
  };
  return {
    name: "Discord",
    ways: {
      "slash command": (question) =>
        next(() =>
          discord.interact(
            APPLICATION_COMMAND,
            {
              id: "1",
              name: "why-rejected",
              type: CHAT_INPUT,
              options: options(question),
            },
            where,
          ),
        ),
      mention: (question) =>
        next(() => discord.say(`<@${BOT_ID}> ${question}`, { mentions: [BOT_ID] })),
      "direct message": (question) => next(() => discord.say(question, { dm: true })),
      "message command": (question) => {
        const id = discord.newId();
        const target = {
          id,
          channel_id: CHANNEL_ID,
          author: user(OTHER_USER_ID, "other"),
          content: question,
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
        };
        return next(() =>
          discord.interact(
            APPLICATION_COMMAND,
            {
              id: "2",
              name: "Why was this rejected?",
              type: MESSAGE_MENU,
              target_id: id,
              resolved: { messages: { [id]: target } },
            },
            where,
          ),
        );
      },
    },
    followUp: (to, text) => {
      const { id } = to.handle as ShownMessage;
      return next(() => discord.say(`<@${BOT_ID}> ${text}`, { mentions: [BOT_ID], replyTo: id }));
    },
    async press(seen, label, by) {
      const found = await effectOf(
        seen,
        { component_type: 2, custom_id: buttonId(seen, label) },
        by,
      );
      return found === "gone" ? undefined : seenOf(found);
    },
    async pressId(seen, id) {
      const found = await effectOf(seen, { component_type: 2, custom_id: id });
      if (found === "gone") throw new Error("the message went away");
      return seenOf(found);
    },
    async pick(seen, label, by) {
      const values = [menuId(seen, label)];
      const data = { component_type: STRING_SELECT, custom_id: "menu", values };
      const found = await effectOf(seen, data, by);
      if (found === "gone") throw new Error("the message went away");
      return seenOf(found);
    },
    askPrivately: (question) =>
      next(() =>
        discord.interact(
          APPLICATION_COMMAND,
          {
            id: "1",
            name: "why-rejected",
            type: CHAT_INPUT,
            options: [...options(question), { name: "private", type: BOOLEAN_OPTION, value: true }],
          },
          where,
        ),
      ),
    async suggest(typed) {
      const focused = options(typed).map((option) => ({ ...option, focused: true }));
      const data = { id: "1", name: "why-rejected", type: CHAT_INPUT, options: focused };
      const interaction = await discord.interact(AUTOCOMPLETE, data, where);
      return (await until("choices", () => interaction.choices)).map(({ name }) => name);
    },
    async converse(question, followUp) {
      await next(() => discord.say(question, { dm: true }));
      return next(() => discord.say(followUp, { dm: true }));
    },
    async search(seen, question) {
      const message = seen.handle as ShownMessage;
      const forms = discord.modals.length;
      await discord.interact(
        MESSAGE_COMPONENT,
        { component_type: 2, custom_id: buttonId(seen, "Search") },
        { ...where, message: discord.messageJson(message) },
      );
      const form = await until("a form on Discord", () => discord.modals[forms]);
      const before = discord.shown.length;
      const body = JSON.stringify(message.body);
      await discord.submit(form, { question, length: "short" }, message, where);
      return seenOf(
        await until("an answer to the form on Discord", () =>
          JSON.stringify(message.body) !== body ? message : discord.shown[before],
        ),
      );
    },
    refusals: () => discord.refusals,
  };
}
