import type { App, BlockAction, BlockElementAction, RespondArguments } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { type Action, decodeAction, takenBy } from "../chat/action.js";
import { isDeskAction } from "../chat/desk-action.js";
import { textReply } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import type { Visit } from "../desk/desk.js";
import { dismiss } from "./dismiss.js";
import { withFile } from "./file.js";
import { openAskForm } from "./forms.js";
import type { Handlers } from "./handlers.js";
import { pressAtHome } from "./home.js";
import { isModerator } from "./moderator.js";
import { give } from "./office.js";
import { post } from "./post.js";
import { BUTTON_ACTION_PREFIX } from "./render.js";
import { answerOf, wordOf } from "./respond.js";

/** The buttons and the menu under an answer. Their state is in their value; nothing is remembered. */
export function listenToButtons(app: App, handlers: Handlers): void {
  const { take, respond } = handlers;
  app.action(
    { type: "block_actions", action_id: new RegExp(`^${BUTTON_ACTION_PREFIX}`) },
    async ({ ack, body, payload, client, context }) => {
      await ack();
      const value = pickedValue(payload);
      if (value === undefined) return;
      const action = decodeAction(value);
      const { id: asker } = body.user;
      const isHome = body.view?.type === "home";
      take({
        id: `${body.trigger_id}:${payload.action_ts}`,
        doer: { teamId: context.teamId, channel: channelOf(body), userId: asker, client },
        serve: (visit) =>
          isHome
            ? pressAtHome({ action, asker, triggerId: body.trigger_id, visit, client, respond })
            : press({ body, action, visit, client, handlers }),
        tell: (word) =>
          isHome
            ? post(client, { channel: asker }, textReply(word))
            : respond(body.response_url, wordOf(word)),
      });
    },
  );
}

/** What holds in direct messages is what holds in the whole workspace, so they count as no channel. */
function channelOf({ container }: BlockAction): string {
  const channel: string = container.channel_id ?? "";
  return channel.startsWith("D") ? "" : channel;
}

function pickedValue(payload: BlockElementAction): string | undefined {
  if (payload.type === "button") return payload.value ?? "";
  if (payload.type === "static_select") return payload.selected_option.value;
  return undefined;
}

interface Press {
  readonly body: BlockAction;
  readonly action: Action | undefined;
  readonly visit: Visit;
  readonly client: WebClient;
  readonly handlers: Handlers;
}

async function press({ body, action, visit, client, handlers }: Press): Promise<void> {
  const { isFirst, respond, log } = handlers;
  const { chat } = visit;
  const { container, response_url: responseUrl } = body;
  const threadTs: string | undefined = container.thread_ts;
  // Without the thread's time Slack would show it in the channel.
  const answer = (message: RespondArguments) =>
    respond(responseUrl, {
      ...message,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
  const isPrivateMessage = container.is_ephemeral === true;
  const tell = (text: string) => answer(wordOf(text));
  if (!action) return tell(STRINGS.oldButton);
  const asker = body.user.id;
  const from = { channel: channelOf(body), responseUrl };
  const triggerId = body.trigger_id;
  if (isDeskAction(action)) {
    const answered = await visit.act(action);
    return give(answered, { client, respond, triggerId, userId: asker, from, threadTs });
  }
  switch (action.name) {
    case "ask": {
      if (await openAskForm(client, triggerId, from)) return;
      const help = chat.answer({ via: "form", question: "", asker, isPrivate: true });
      return answer({ ...answerOf(help, true), replace_original: false });
    }
    case "browse":
    case "show": {
      const place = { channel: container.channel_id ?? "", threadTs };
      const reply = await withFile(client, place, chat.open(takenBy(asker, action), true), log);
      // In one's own private message pages turn in place; a public card is left as it is for the others.
      return answer({ ...answerOf(reply, true), replace_original: isPrivateMessage });
    }
    case "choose":
    case "none": {
      // Only the asker's choice becomes everybody's answer.
      const isOwn = asker === action.asker;
      const isPrivate = isPrivateMessage || !isOwn;
      const reply = chat.open(takenBy(asker, action), isPrivate);
      return answer({ ...answerOf(reply, isPrivate), replace_original: isOwn });
    }
    case "share": {
      if (!(await visit.maySpread())) return tell(STRINGS.mayNotShare);
      // A second press may come before the message has gone.
      if (!isFirst(`share:${container.channel_id}:${container.message_ts}`)) return;
      const reply = chat.open(takenBy(asker, action), false);
      await answer({ ...answerOf(reply, false), replace_original: false });
      // Slack wants this word alone.
      return respond(responseUrl, { delete_original: true });
    }
    case "dismiss": {
      if (asker !== action.asker && !(await isModerator(client, asker))) {
        return tell(STRINGS.onlyAsker);
      }
      return dismiss(body, client, respond);
    }
  }
}
