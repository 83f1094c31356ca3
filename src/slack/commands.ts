import type { App } from "@slack/bolt";
import { ASK_COMMAND, MESSAGE_COMMAND } from "../chat/commands.js";
import { STRINGS } from "../chat/strings.js";
import { openAskForm } from "./forms.js";
import type { Handlers } from "./handlers.js";
import { questionIn, readCommandText } from "./question.js";
import { answerOf, type Responder, wordOf } from "./respond.js";

/** The slash command, which opens the form when it is empty, and the message shortcut. Acknowledged before anything else. */
export function listenToCommands(
  app: App,
  { chat, seen, run }: Handlers,
  respond: Responder,
): void {
  app.command(`/${ASK_COMMAND.name}`, async ({ ack, command, client }) => {
    await ack();
    if (!seen.isFirst(command.trigger_id)) return;
    const { question, party, length, share } = readCommandText(command.text ?? "");
    const apologise = (reference: string) =>
      respond(command.response_url, wordOf(STRINGS.failed(reference)));
    run(async () => {
      const isEmpty = question === "";
      if (isEmpty && (await openAskForm(client, command.trigger_id, command.response_url))) return;
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
    }, apologise);
  });

  app.shortcut(
    { callback_id: MESSAGE_COMMAND.id, type: "message_action" },
    async ({ ack, shortcut }) => {
      await ack();
      if (!seen.isFirst(shortcut.trigger_id)) return;
      const apologise = (reference: string) =>
        respond(shortcut.response_url, wordOf(STRINGS.failed(reference)));
      run(async () => {
        const reply = chat.answer({
          via: "message-command",
          question: questionIn(shortcut.message.text ?? ""),
          asker: shortcut.user.id,
          isPrivate: true,
        });
        await respond(shortcut.response_url, answerOf(reply, true));
      }, apologise);
    },
  );
}
