import type { App, ViewSubmitAction } from "@slack/bolt";
import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { GLOBAL_SHORTCUT } from "../chat/commands.js";
import { textReply } from "../chat/reply.js";
import { STRINGS } from "../chat/strings.js";
import { truncate } from "../text.js";
import {
  ASK_FORM_ID,
  askForm,
  CASE_SELECT_ID,
  QUESTION_BLOCK_ID,
  readAskForm,
} from "./ask-form.js";
import type { Handlers } from "./handlers.js";
import { SLACK_LIMITS } from "./limits.js";
import { post } from "./post.js";
import { answerOf, type Responder, RespondFailure } from "./respond.js";

/** The form: opened by the global shortcut (and by others with `openAskForm`), filled by type-ahead, answered. */
export function listenToForms(app: App, { chat, seen, run }: Handlers, respond: Responder): void {
  app.shortcut({ callback_id: GLOBAL_SHORTCUT.id, type: "shortcut" }, async (event) => {
    const { ack, shortcut, client } = event;
    await ack();
    if (!seen.isFirst(shortcut.trigger_id)) return;
    run(
      async () => {
        if (await openAskForm(client, shortcut.trigger_id)) return;
        const asker = shortcut.user.id;
        const help = chat.answer({ via: "form", question: "", asker, isPrivate: false });
        await post(client, { channel: asker }, help);
      },
      apologyTo(client, shortcut.user.id),
    );
  });

  app.options(CASE_SELECT_ID, async ({ ack, options }) => {
    const suggestions = chat.suggest(options.value, SLACK_LIMITS.selectOptions);
    await ack({
      options: suggestions.map(({ id, title }) => ({
        text: { type: "plain_text", text: truncate(title, SLACK_LIMITS.optionTextChars) },
        value: id,
      })),
    });
  });

  app.view(ASK_FORM_ID, async ({ ack, view, body, client }) => {
    const asked = readAskForm(view.state.values);
    if (!asked) {
      await ack({
        response_action: "errors",
        errors: { [QUESTION_BLOCK_ID]: STRINGS.askFormNothing },
      });
      return;
    }
    await ack();
    if (!seen.isFirst(`view:${view.id}:${view.hash}`)) return;
    const asker = body.user.id;
    const picked = pickedAddress("response_urls" in body ? body.response_urls : undefined);
    const isPrivate = picked === undefined && view.private_metadata !== "";
    run(
      async () => {
        const reply = chat.answer({ ...asked, via: "form", asker, isPrivate });
        const address = picked ?? view.private_metadata;
        if (address === "") return post(client, { channel: asker }, reply);
        try {
          await respond(address, answerOf(reply, isPrivate));
        } catch (error) {
          if (!(error instanceof RespondFailure)) throw error;
          // The form stood open for too long, or the place takes no messages: the answer still comes.
          const own = chat.answer({ ...asked, via: "form", asker, isPrivate: false });
          await post(client, { channel: asker }, own);
        }
      },
      apologyTo(client, asker),
    );
  });
}

function apologyTo(client: WebClient, asker: string) {
  return (reference: string) =>
    post(client, { channel: asker }, textReply(STRINGS.failed(reference)));
}

function pickedAddress(urls: ViewSubmitAction["response_urls"]): string | undefined {
  return urls?.[0]?.response_url;
}

/** @returns false where Slack opens no form any more: the trigger lives three seconds, and serves once */
export async function openAskForm(
  client: WebClient,
  triggerId: string,
  responseUrl?: string,
): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: triggerId, view: askForm(responseUrl) });
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError && /trigger/.test(error.data.error)) return false;
    throw error;
  }
}
