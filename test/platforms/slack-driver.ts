import { until } from "../fakes/http.js";
import { buttonsOfBlocks, textOfBlocks } from "../fakes/slack/check-message.js";
import {
  ADMIN_USER_ID,
  type FakeSlack,
  OTHER_USER_ID,
  type ShownMessage,
} from "../fakes/slack/fake-slack.js";
import { buttonId, type Driver, menuId, type Person, type Seen } from "./driver.js";

export function seenOf(message: ShownMessage): Seen {
  const elements = buttonsOfBlocks(message.body.blocks);
  return {
    text: message.body.blocks ? textOfBlocks(message.body.blocks) : (message.body.text ?? ""),
    isPrivate: message.isPrivate,
    buttons: elements.flatMap(({ type, text, value = "" }) =>
      type === "button" ? [{ label: typeof text === "object" ? text.text : "", id: value }] : [],
    ),
    menu: elements.flatMap(({ options = [] }) =>
      options.map(({ text, value }) => ({ label: text.text, id: value })),
    ),
    files: [],
    handle: message,
  };
}

const USERS = { asker: undefined, another: OTHER_USER_ID, moderator: ADMIN_USER_ID } as const;

export function slackDriver(slack: FakeSlack, name: string): Driver {
  const next = async (act: () => unknown): Promise<Seen> => {
    const before = slack.shown.length;
    await act();
    return seenOf(await until("an answer on Slack", () => slack.shown[before]));
  };
  /** Uses a control, and waits for what comes of it: a message gone, changed, or a new one. */
  const effectOf = async (
    seen: Seen,
    id: string,
    by: Person = "asker",
    type: "button" | "static_select" = "button",
  ) => {
    const message = seen.handle as ShownMessage;
    const before = slack.shown.length;
    const body = JSON.stringify(message.body);
    slack.press(message, id, USERS[by], type);
    return until("an effect on Slack", () => {
      if (JSON.stringify(message.body) !== body) return message;
      return slack.shown[before] ?? (message.isDeleted && "gone");
    });
  };
  return {
    name,
    ways: {
      "slash command": (question) => next(() => slack.command(question)),
      mention: (question) => next(() => slack.mention(question)),
      "direct message": (question) => next(() => slack.direct(question)),
      "message shortcut": (question) => next(() => slack.shortcut(question)),
    },
    // In channels Slack shows the bot only what mentions it; a thread of direct messages can be read.
    followUp: async (_to, text) => {
      const first = await next(() => slack.direct("litvinof pact"));
      const { threadTs } = first.handle as ShownMessage;
      return next(() => slack.direct(text, { thread_ts: threadTs }));
    },
    async press(seen, label, by) {
      const found = await effectOf(seen, buttonId(seen, label), by);
      return found === "gone" ? undefined : seenOf(found);
    },
    async pressId(seen, id) {
      const found = await effectOf(seen, id);
      if (found === "gone") throw new Error("the message went away");
      return seenOf(found);
    },
    async pick(seen, label, by) {
      const found = await effectOf(seen, menuId(seen, label), by, "static_select");
      if (found === "gone") throw new Error("the message went away");
      return seenOf(found);
    },
    askPrivately: (question) => next(() => slack.command(question)),
    async suggest(typed) {
      const { options } = (await slack.acked(slack.suggest(typed))) as {
        options: { text: { text: string } }[];
      };
      return options.map(({ text }) => text.text);
    },
    async converse(question, followUp) {
      const first = await next(() => slack.direct(question));
      const { threadTs } = first.handle as ShownMessage;
      return next(() => slack.direct(followUp, { thread_ts: threadTs }));
    },
    async search(seen, question) {
      const forms = slack.views.length;
      slack.press(seen.handle as ShownMessage, buttonId(seen, "Search"));
      const form = await until("a form on Slack", () => slack.views[forms]);
      return next(() =>
        slack.submit(form, { question: { ask_form_question: { value: question } } }),
      );
    },
    refusals: () => slack.refusals,
  };
}
