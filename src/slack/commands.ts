import type { App, RespondArguments } from "@slack/bolt";
import { ASK_COMMAND, MESSAGE_COMMAND } from "../chat/commands.js";
import type { Reply } from "../chat/reply.js";
import { truncate } from "../text.js";
import { ASK_FORM_ID, askForm, CASE_SELECT_ID, readAskForm } from "./ask-form.js";
import type { Handlers } from "./events.js";
import { SLACK_LIMITS } from "./limits.js";
import { questionIn, readCommandText } from "./question.js";
import { renderSlack } from "./render.js";
import type { Responder } from "./respond.js";

/** The slash command, the form that an empty one opens, and the message shortcut. Acknowledged before anything else. */
export function listenToCommands(
  app: App,
  { chat, seen, run }: Handlers,
  respond: Responder,
): void {
  app.command(`/${ASK_COMMAND.name}`, async ({ ack, command, client }) => {
    await ack();
    if (!seen.isFirst(command.trigger_id)) return;
    const { question, party, length, share } = readCommandText(command.text ?? "");
    run(async () => {
      if (question === "") {
        await client.views.open({
          trigger_id: command.trigger_id,
          view: askForm(command.response_url),
        });
        return;
      }
      const isPrivate = !share;
      const reply = chat.answer({
        via: "command",
        question,
        party,
        length,
        asker: command.user_id,
        isPrivate,
      });
      await respond(command.response_url, answerOf(reply, isPrivate));
    });
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

  app.view(ASK_FORM_ID, async ({ ack, view, body }) => {
    await ack();
    if (!seen.isFirst(`view:${view.id}:${view.hash}`)) return;
    run(async () => {
      const reply = chat.answer({
        via: "form",
        question: readAskForm(view.state.values),
        asker: body.user.id,
        isPrivate: true,
      });
      await respond(view.private_metadata, answerOf(reply, true));
    });
  });

  app.shortcut(MESSAGE_COMMAND.id, async ({ ack, shortcut }) => {
    await ack();
    if (shortcut.type !== "message_action" || !seen.isFirst(shortcut.trigger_id)) return;
    run(async () => {
      const reply = chat.answer({
        via: "message-command",
        question: questionIn(shortcut.message.text ?? ""),
        asker: shortcut.user.id,
        isPrivate: true,
      });
      await respond(shortcut.response_url, answerOf(reply, true));
    });
  });
}

function answerOf(reply: Reply, isPrivate: boolean): RespondArguments {
  return {
    ...renderSlack(reply),
    response_type: isPrivate ? "ephemeral" : "in_channel",
    unfurl_links: false,
    unfurl_media: false,
  };
}
