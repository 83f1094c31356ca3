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
import { type Metadata, readMetadata, writeMetadata } from "./metadata.js";
import { placeOf } from "./place.js";
import { post } from "./post.js";
import { answerOf, RespondFailure } from "./respond.js";

/** The form: opened by the global shortcut (and by others with `openAskForm`), filled by type-ahead, answered. */
export function listenToForms(app: App, { desk, take, respond }: Handlers): void {
  app.shortcut({ callback_id: GLOBAL_SHORTCUT.id, type: "shortcut" }, async (event) => {
    const { ack, shortcut, client, context } = event;
    await ack();
    const asker = shortcut.user.id;
    take({
      id: shortcut.trigger_id,
      doer: { teamId: context.teamId, channel: "", userId: asker, client },
      tell: wordsTo(client, asker),
      async serve({ chat }) {
        if (await openAskForm(client, shortcut.trigger_id)) return;
        const help = chat.answer({ via: "form", question: "", asker, isPrivate: false });
        await post(client, { channel: asker }, help);
      },
    });
  });

  app.options(CASE_SELECT_ID, async ({ ack, options, context }) => {
    const chat = await desk.chatAt(placeOf({ teamId: context.teamId, channel: "" }));
    const suggestions = chat.suggest(options.value, SLACK_LIMITS.selectOptions);
    await ack({
      options: suggestions.map(({ id, title }) => ({
        text: { type: "plain_text", text: truncate(title, SLACK_LIMITS.optionTextChars) },
        value: id,
      })),
    });
  });

  app.view(ASK_FORM_ID, async ({ ack, view, body, client, context }) => {
    const asked = readAskForm(view.state.values);
    if (!asked) {
      await ack({
        response_action: "errors",
        errors: { [QUESTION_BLOCK_ID]: STRINGS.askFormNothing },
      });
      return;
    }
    await ack();
    const asker = body.user.id;
    const from = readMetadata(view.private_metadata);
    const picked = pickedPlace("response_urls" in body ? body.response_urls : undefined);
    const { channel } = picked ?? from;
    take({
      id: `view:${view.id}:${view.hash}`,
      doer: { teamId: context.teamId, channel, userId: asker, client },
      tell: wordsTo(client, asker),
      async serve({ chat, maySpread }) {
        // Put somewhere else, an answer is shared.
        if (picked && !(await maySpread())) return wordsTo(client, asker)(STRINGS.mayNotShare);
        const address = (picked ?? from).responseUrl;
        const isPrivate = picked === undefined && address !== "";
        const reply = chat.answer({ ...asked, via: "form", asker, isPrivate });
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
    });
  });
}

function wordsTo(client: WebClient, asker: string) {
  return (word: string) => post(client, { channel: asker }, textReply(word));
}

function pickedPlace(urls: ViewSubmitAction["response_urls"]): Metadata | undefined {
  const [first] = urls ?? [];
  return first && { responseUrl: first.response_url, channel: first.channel_id };
}

/** @returns false where Slack opens no form any more: the trigger lives three seconds, and serves once */
export async function openAskForm(
  client: WebClient,
  triggerId: string,
  from: Metadata = { responseUrl: "", channel: "" },
): Promise<boolean> {
  try {
    await client.views.open({ trigger_id: triggerId, view: askForm(writeMetadata(from)) });
    return true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError && /trigger/.test(error.data.error)) return false;
    throw error;
  }
}
