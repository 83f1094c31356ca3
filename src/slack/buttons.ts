import type { App, BlockAction, BlockElementAction, RespondArguments } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { type Action, decodeAction, takenBy } from "../chat/action.js";
import type { Chat } from "../chat/chat.js";
import { STRINGS } from "../chat/strings.js";
import { askForm } from "./ask-form.js";
import type { Handlers } from "./events.js";
import { BUTTON_ACTION_PREFIX, renderSlack } from "./render.js";
import type { Responder } from "./respond.js";

/** The buttons and the menu under an answer. Their state is in their value; nothing is remembered. */
export function listenToButtons(app: App, { chat, seen, run }: Handlers, respond: Responder): void {
  app.action(
    { type: "block_actions", action_id: new RegExp(`^${BUTTON_ACTION_PREFIX}`) },
    async ({ ack, body, payload, client }) => {
      await ack();
      const value = pickedValue(payload);
      if (value === undefined || !seen.isFirst(`${body.trigger_id}:${payload.action_ts}`)) return;
      const action = decodeAction(value);
      run(() => press({ body, action, chat, client, respond }));
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
  readonly client: WebClient;
  readonly respond: Responder;
}

async function press({ body, action, chat, client, respond }: Press): Promise<void> {
  const answer = (message: RespondArguments) =>
    respond(body.response_url, { unfurl_links: false, unfurl_media: false, ...message });
  const isPrivateMessage = body.container.is_ephemeral === true;
  const tell = (text: string) =>
    answer({ response_type: "ephemeral", replace_original: false, text });
  if (!action) return tell(STRINGS.oldButton);
  const asker = body.user.id;
  switch (action.name) {
    case "ask":
      await client.views.open({ trigger_id: body.trigger_id, view: askForm(body.response_url) });
      return;
    case "browse":
    case "show":
      return answer({
        ...renderSlack(chat.open(takenBy(asker, action), true)),
        response_type: "ephemeral",
        // In one's own private message pages turn in place; a public card is left as it is for the others.
        replace_original: isPrivateMessage,
      });
    case "choose":
    case "none": {
      // Only the asker's choice becomes everybody's answer.
      const isOwn = asker === action.asker;
      const isPrivate = isPrivateMessage || !isOwn;
      return answer({
        ...renderSlack(chat.open(takenBy(asker, action), isPrivate)),
        response_type: isPrivate ? "ephemeral" : "in_channel",
        replace_original: isOwn,
      });
    }
    case "share":
      return answer({
        ...renderSlack(chat.open(takenBy(asker, action), false)),
        response_type: "in_channel",
        replace_original: false,
        delete_original: true,
      });
    case "dismiss": {
      if (asker !== action.asker) return tell(STRINGS.onlyAsker);
      const { channel_id: channel, message_ts: ts } = body.container;
      if (isPrivateMessage || !channel || !ts) return answer({ delete_original: true });
      await client.chat.delete({ channel, ts });
    }
  }
}
