import type { App, BlockAction, BlockElementAction, RespondArguments } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { type Action, decodeAction, takenBy } from "../chat/action.js";
import type { Chat } from "../chat/chat.js";
import { isDeskAction } from "../chat/desk-action.js";
import { textReply } from "../chat/reply.js";
import type { Seen } from "../chat/seen.js";
import { STRINGS } from "../chat/strings.js";
import type { Logger } from "../logger.js";
import { dismiss } from "./dismiss.js";
import { withFile } from "./file.js";
import { openAskForm } from "./forms.js";
import type { Handlers } from "./handlers.js";
import { pressAtHome } from "./home.js";
import { isModerator } from "./moderator.js";
import { post } from "./post.js";
import { BUTTON_ACTION_PREFIX } from "./render.js";
import { answerOf, type Responder, wordOf } from "./respond.js";

/** The buttons and the menu under an answer. Their state is in their value; nothing is remembered. */
export function listenToButtons(
  app: App,
  { chat, seen, run, log }: Handlers,
  respond: Responder,
): void {
  app.action(
    { type: "block_actions", action_id: new RegExp(`^${BUTTON_ACTION_PREFIX}`) },
    async ({ ack, body, payload, client }) => {
      await ack();
      const value = pickedValue(payload);
      if (value === undefined || !seen.isFirst(`${body.trigger_id}:${payload.action_ts}`)) return;
      const action = decodeAction(value);
      const { id: asker } = body.user;
      const isHome = body.view?.type === "home";
      run(
        () =>
          isHome
            ? pressAtHome({ action, asker, triggerId: body.trigger_id, chat, client })
            : press({ body, action, chat, seen, client, respond, log }),
        (reference) => {
          const word = STRINGS.failed(reference);
          return isHome
            ? post(client, { channel: asker }, textReply(word))
            : respond(body.response_url, wordOf(word));
        },
      );
    },
  );
}

function pickedValue(payload: BlockElementAction): string | undefined {
  if (payload.type === "button") return payload.value ?? "";
  if (payload.type === "static_select") return payload.selected_option.value;
  return undefined;
}

interface Press {
  readonly body: BlockAction;
  readonly action: Action | undefined;
  readonly chat: Chat;
  readonly seen: Seen;
  readonly client: WebClient;
  readonly respond: Responder;
  readonly log: Logger;
}

async function press({ body, action, chat, seen, client, respond, log }: Press): Promise<void> {
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
  // The desk is not joined here yet, so its buttons are not offered.
  if (!action || isDeskAction(action)) return tell(STRINGS.oldButton);
  const asker = body.user.id;
  switch (action.name) {
    case "ask": {
      if (await openAskForm(client, body.trigger_id, responseUrl)) return;
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
      // A second press may come before the message has gone.
      if (!seen.isFirst(`share:${container.channel_id}:${container.message_ts}`)) return;
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
