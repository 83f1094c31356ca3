import type { App } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { INSIGHT_COMMAND, SETTINGS_COMMAND } from "../chat/commands.js";
import { textReply } from "../chat/reply.js";
import { type DeskAnswer, FORM_PREFIX } from "../desk/answers.js";
import type { Visit } from "../desk/desk.js";
import { renderForm, valuesOf } from "./form.js";
import type { Handlers } from "./handlers.js";
import { type Metadata, readMetadata, writeMetadata } from "./metadata.js";
import { post } from "./post.js";
import { answerOf, type Responder, RespondFailure, wordOf } from "./respond.js";

/** The administration commands, and every form of the desk. */
export function listenToOffice(app: App, { take, respond }: Handlers): void {
  const commands: Readonly<Record<string, (visit: Visit, text: string) => Promise<DeskAnswer>>> = {
    [SETTINGS_COMMAND.name]: (visit, text) => visit.settings(text.trim().toLowerCase()),
    [INSIGHT_COMMAND.name]: (visit) => visit.insight(),
  };
  for (const [name, carryOut] of Object.entries(commands)) {
    app.command(`/${name}`, async ({ ack, command, client, context }) => {
      await ack();
      const { channel_id: channel, user_id: userId, response_url: responseUrl } = command;
      take({
        id: command.trigger_id,
        doer: { teamId: context.teamId, channel, userId, client },
        purpose: "manage",
        serve: async (visit) =>
          give(await carryOut(visit, command.text ?? ""), {
            client,
            respond,
            triggerId: command.trigger_id,
            userId,
            from: { channel, responseUrl },
          }),
        tell: (word) => respond(responseUrl, wordOf(word)),
      });
    });
  }

  app.view(new RegExp(`^${FORM_PREFIX.replace("|", "\\|")}`), async (event) => {
    const { ack, view, body, client, context } = event;
    await ack();
    const from = readMetadata(view.private_metadata);
    const { id: userId } = body.user;
    take({
      id: `view:${view.id}:${view.hash}`,
      doer: { teamId: context.teamId, channel: from.channel, userId, client },
      purpose: "manage",
      serve: async (visit) =>
        give(await visit.submit(view.callback_id, valuesOf(view.state.values)), {
          client,
          respond,
          userId,
          from,
        }),
      tell: (word) => post(client, { channel: userId }, textReply(word)),
    });
  });
}

export interface Receiver {
  readonly client: WebClient;
  readonly respond: Responder;
  /** Opens a form, once and within three seconds; absent where a form was just sent. */
  readonly triggerId?: string;
  readonly userId: string;
  readonly from: Metadata;
  /** The thread that an answer belongs to. */
  readonly threadTs?: string | undefined;
}

/** What the desk gives: a message, or a form to fill in. */
export async function give(answer: DeskAnswer, receiver: Receiver): Promise<void> {
  const { client, respond, triggerId, userId, from, threadTs } = receiver;
  if (answer.kind === "form") {
    if (triggerId === undefined) return;
    const view = renderForm(answer.form, writeMetadata(from));
    await client.views.open({ trigger_id: triggerId, view });
    return;
  }
  const { reply, isPrivate } = answer;
  if (from.responseUrl === "") return post(client, { channel: userId }, reply);
  try {
    await respond(from.responseUrl, {
      ...answerOf(reply, isPrivate),
      replace_original: false,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
  } catch (error) {
    if (!(error instanceof RespondFailure)) throw error;
    // The form stood open for too long: the answer still comes.
    await post(client, { channel: userId }, reply);
  }
}
