import { until } from "../fakes/http.js";
import { buttonsOfBlocks, textOfBlocks } from "../fakes/slack/check-message.js";
import { type FakeSlack, OTHER_USER_ID, type ShownMessage } from "../fakes/slack/fake-slack.js";
import { buttonId, type Driver, menuId, type Seen } from "./driver.js";

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

export function slackDriver(slack: FakeSlack, name: string): Driver {
  const next = async (act: () => unknown): Promise<Seen> => {
    const before = slack.shown.length;
    await act();
    return seenOf(await until("an answer on Slack", () => slack.shown[before]));
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
    async press(seen, label) {
      const message = seen.handle as ShownMessage;
      const before = slack.shown.length;
      const body = JSON.stringify(message.body);
      slack.press(message, buttonId(seen, label));
      const found = await until(`an effect of "${label}" on Slack`, () => {
        if (slack.shown[before]) return slack.shown[before];
        if (message.isDeleted) return "gone";
        return JSON.stringify(message.body) !== body ? message : undefined;
      });
      return found === "gone" ? undefined : seenOf(found);
    },
    async pick(seen, label, by = "asker") {
      const message = seen.handle as ShownMessage;
      const before = slack.shown.length;
      const body = JSON.stringify(message.body);
      const userId = by === "asker" ? undefined : OTHER_USER_ID;
      slack.press(message, menuId(seen, label), userId, "static_select");
      return seenOf(
        await until(`an effect of "${label}" on Slack`, () =>
          JSON.stringify(message.body) !== body ? message : slack.shown[before],
        ),
      );
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
