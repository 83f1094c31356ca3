import type { FakeModal } from "../fakes/discord/check-message.js";
import {
  type FakeDiscord,
  OTHER_USER_ID,
  type ShownMessage,
  USER_ID,
  user,
} from "../fakes/discord/fake-discord.js";
import { until } from "../fakes/http.js";
import type { FakeView } from "../fakes/slack/check-message.js";
import {
  ADMIN_USER_ID,
  type FakeSlack,
  CHANNEL_ID as SLACK_CHANNEL,
  OTHER_USER_ID as SLACK_OTHER,
  USER_ID as SLACK_USER,
  type ShownMessage as SlackMessage,
} from "../fakes/slack/fake-slack.js";
import { seenOf } from "./discord-driver.js";
import type { Seen } from "./driver.js";
import { seenOf as seenOnSlack } from "./slack-driver.js";

/** Whoever asks first, somebody else, and one who manages the server or workspace. */
export type Person = "asker" | "another" | "manager";

/** A form as a person sees it. */
export interface SeenForm {
  readonly title: string;
  /** What stands in each field already. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** The platform's own form, for the driver. */
  readonly handle: unknown;
}

export interface Effect {
  readonly seen?: Seen;
  readonly form?: SeenForm;
}

export interface At {
  readonly by?: Person;
  /** One of some channels of the same server or workspace. */
  readonly channel?: "first" | "second";
}

/** What can be done with the desk on a platform. One suite drives every platform through it. */
export interface DeskDriver {
  readonly name: string;
  ask(question: string, at?: At): Promise<Seen>;
  /** An administration command, such as "settings". */
  manage(command: "settings" | "insight", where: string, at?: At): Promise<Effect>;
  /** Uses a control of a message by the id that it carries, also one that the message does not have. */
  use(seen: Seen, id: string, at?: At): Promise<Effect>;
  /** Fills in a form; what is not given stays as it stands. */
  fill(form: SeenForm, values: SeenForm["values"], at?: At): Promise<Seen>;
  /** The bot is removed from the server or workspace. */
  remove(): void;
  readonly refusals: () => readonly string[];
}

/** The id of a button or a line of the menu. */
export function controlOf(seen: Seen, label: string): string {
  const found = [...seen.buttons, ...seen.menu].find((one) => one.label === label);
  if (!found) throw new Error(`no "${label}" among ${JSON.stringify([seen.buttons, seen.menu])}`);
  return found.id;
}

const CHANNELS = { first: "100000000000000004", second: "100000000000000014" } as const;
const MANAGER_ID = "100000000000000008";
const MANAGE_GUILD = "32";

export function discordDesk(discord: FakeDiscord): DeskDriver {
  const whereOf = ({ by = "asker", channel = "first" }: At = {}) => {
    const id = { asker: USER_ID, another: OTHER_USER_ID, manager: MANAGER_ID }[by];
    return {
      channel_id: CHANNELS[channel],
      channel: { id: CHANNELS[channel], type: 0, name: channel },
      member: {
        user: user(id, by),
        roles: [],
        permissions: by === "manager" ? MANAGE_GUILD : "0",
      },
    };
  };
  const effect = async (what: string, message: ShownMessage | undefined, act: () => unknown) => {
    const shown = discord.shown.length;
    const forms = discord.modals.length;
    const body = JSON.stringify(message?.body);
    await act();
    return until(`${what} on Discord`, (): Effect | undefined => {
      const form = discord.modals[forms];
      if (form) return { form: formOf(form, message) };
      const next = discord.shown[shown];
      if (next) return { seen: seenOf(next) };
      return message && JSON.stringify(message.body) !== body
        ? { seen: seenOf(message) }
        : undefined;
    });
  };
  const command = (name: string, options: object[], at?: At) =>
    effect(`an answer to ${name}`, undefined, () =>
      discord.interact(2, { id: "1", name, type: 1, options }, whereOf(at)),
    );
  return {
    name: "Discord",
    async ask(question, at) {
      const options = [{ name: "question", type: 3, value: question }];
      const { seen } = await command("why-rejected", options, at);
      if (!seen) throw new Error("no answer");
      return seen;
    },
    manage: (name, where, at) =>
      command(
        `why-rejected-${name}`,
        where === "" ? [] : [{ name: "where", type: 3, value: where }],
        at,
      ),
    use(seen, id, at) {
      const message = seen.handle as ShownMessage;
      const isLine = seen.menu.some((line) => line.id === id);
      const control = isLine
        ? { component_type: 3, custom_id: "menu", values: [id] }
        : { component_type: 2, custom_id: id };
      return effect(id, message, () =>
        discord.interact(3, control, { ...whereOf(at), message: discord.messageJson(message) }),
      );
    },
    async fill(form, values, at) {
      const { modal, message } = form.handle as { modal: FakeModal; message?: ShownMessage };
      const { seen } = await effect("an answer to a form", undefined, () =>
        discord.submit(modal, { ...form.values, ...values }, message, whereOf(at)),
      );
      if (!seen) throw new Error("no answer to the form");
      return seen;
    },
    remove: () => discord.gateway.dispatch("GUILD_DELETE", { id: "100000000000000003" }),
    refusals: () => discord.refusals,
  };
}

interface Filled {
  readonly custom_id?: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
}

function formOf(modal: FakeModal, message: ShownMessage | undefined): SeenForm {
  const values = modal.components.map(({ component }): [string, string | string[]] => {
    const { custom_id: id = "", value = "", options } = (component ?? {}) as Filled;
    return [id, options ? options.filter((one) => one.default).map((one) => one.value) : value];
  });
  return { title: modal.title, values: Object.fromEntries(values), handle: { modal, message } };
}

const SLACK_CHANNELS = { first: SLACK_CHANNEL, second: "C0SECOND" } as const;
const SLACK_PEOPLE = { asker: SLACK_USER, another: SLACK_OTHER, manager: ADMIN_USER_ID } as const;

export function slackDesk(slack: FakeSlack, name: string): DeskDriver {
  const effect = async (what: string, message: SlackMessage | undefined, act: () => unknown) => {
    const shown = slack.shown.length;
    const forms = slack.views.length;
    const body = JSON.stringify(message?.body);
    await act();
    return until(`${what} on Slack`, (): Effect | undefined => {
      const view = slack.views[forms];
      if (view) return { form: formOnSlack(view) };
      const next = slack.shown[shown];
      if (next) return { seen: seenOnSlack(next) };
      return message && JSON.stringify(message.body) !== body
        ? { seen: seenOnSlack(message) }
        : undefined;
    });
  };
  const command = (command: string, text: string, { by = "asker", channel = "first" }: At = {}) =>
    effect(`an answer to ${command}`, undefined, () =>
      slack.command(text, {
        command: `/${command}`,
        channel_id: SLACK_CHANNELS[channel],
        user_id: SLACK_PEOPLE[by],
        response_url: slack.newResponseUrl(undefined, SLACK_CHANNELS[channel]),
      }),
    );
  return {
    name,
    async ask(question, at) {
      const { seen } = await command("why-rejected", question, at);
      if (!seen) throw new Error("no answer");
      return seen;
    },
    manage: (what, where, at) => command(`why-rejected-${what}`, where, at),
    use(seen, id, { by = "asker" } = {}) {
      const message = seen.handle as SlackMessage;
      const type = seen.menu.some((line) => line.id === id) ? "static_select" : "button";
      return effect(id, message, () => slack.press(message, id, SLACK_PEOPLE[by], type));
    },
    async fill(form, values, { by = "asker" } = {}) {
      const view = form.handle as FakeView;
      const { seen } = await effect("an answer to a form", undefined, () =>
        slack.submit(
          view,
          stateOf(view, { ...form.values, ...values }),
          undefined,
          SLACK_PEOPLE[by],
        ),
      );
      if (!seen) throw new Error("no answer to the form");
      return seen;
    },
    remove: () => slack.event({ type: "app_uninstalled" }),
    refusals: () => slack.refusals,
  };
}

interface SlackInput {
  readonly type: string;
  readonly initial_value?: string;
  readonly initial_option?: { readonly value: string };
  readonly initial_options?: readonly { readonly value: string }[];
}

function inputsOf({ blocks }: FakeView): [string, SlackInput][] {
  return blocks.map(({ block_id: id = "", element }) => [id, element as unknown as SlackInput]);
}

function formOnSlack(view: FakeView): SeenForm {
  const values = inputsOf(view).map(([id, element]): [string, string | string[]] => {
    if (element.type === "plain_text_input") return [id, element.initial_value ?? ""];
    const picked = element.initial_options ?? [element.initial_option].filter((one) => one);
    return [id, picked.map((one) => one?.value ?? "")];
  });
  return { title: view.title?.text ?? "", values: Object.fromEntries(values), handle: view };
}

/** What a view holds when it is sent. */
function stateOf(view: FakeView, values: SeenForm["values"]): object {
  const state = inputsOf(view).map(([id, { type }]) => {
    const given = values[id] ?? "";
    const options = [given].flat().map((value) => ({ value }));
    const value =
      type === "plain_text_input"
        ? { type, value: given }
        : type === "checkboxes"
          ? { type, selected_options: options }
          : { type, selected_option: options[0] ?? null };
    return [id, { value }];
  });
  return Object.fromEntries(state);
}
