import type { App } from "@slack/bolt";
import { ASK_COMMAND, MESSAGE_COMMAND } from "../chat/commands.js";
import type { Visit } from "../desk/desk.js";
import { openAskForm } from "./forms.js";
import type { Handlers } from "./handlers.js";
import { questionIn, readCommandText } from "./question.js";
import { answerOf, wordOf } from "./respond.js";

/** The slash command, which opens the form when it is empty, and the message shortcut. Acknowledged before anything else. */
export function listenToCommands(app: App, { take, respond }: Handlers): void {
  app.command(`/${ASK_COMMAND.name}`, async ({ ack, command, client, context }) => {
    await ack();
    const { question, party, length, share } = readCommandText(command.text ?? "");
    const { channel_id: channel, user_id: asker, response_url: responseUrl } = command;
    take({
      id: command.trigger_id,
      doer: { teamId: context.teamId, channel, userId: asker, client },
      tell: (word) => respond(responseUrl, wordOf(word)),
      async serve(visit) {
        const isEmpty = question === "";
        const from = { channel, responseUrl };
        if (isEmpty && (await openAskForm(client, command.trigger_id, from))) return;
        const isPrivate = await staysPrivate(visit, share);
        const asked = { via: "command", question, party, length, asker, isPrivate } as const;
        await respond(responseUrl, answerOf(visit.chat.answer(asked), isPrivate));
      },
    });
  });

  app.shortcut(
    { callback_id: MESSAGE_COMMAND.id, type: "message_action" },
    async ({ ack, shortcut, client, context }) => {
      await ack();
      const { response_url: responseUrl, user, channel } = shortcut;
      take({
        id: shortcut.trigger_id,
        doer: { teamId: context.teamId, channel: channel.id, userId: user.id, client },
        tell: (word) => respond(responseUrl, wordOf(word)),
        async serve(visit) {
          const isPrivate = await staysPrivate(visit, false);
          const question = questionIn(shortcut.message.text ?? "");
          const asked = { via: "message-command", question, asker: user.id, isPrivate } as const;
          await respond(responseUrl, answerOf(visit.chat.answer(asked), isPrivate));
        },
      });
    },
  );
}

/** Whether the asker alone sees the answer: unless they share it, or it holds so here; and always where they may not. */
async function staysPrivate(visit: Visit, share: boolean): Promise<boolean> {
  const isPublic = share || visit.rules.visibility === "public";
  return !isPublic || !(await visit.maySpread());
}
