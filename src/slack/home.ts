import type { App } from "@slack/bolt";
import type { HomeView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { Action } from "../chat/action.js";
import { takenBy } from "../chat/action.js";
import { BROWSE_BUTTON } from "../chat/browse.js";
import { isDeskAction } from "../chat/desk-action.js";
import type { Reply } from "../chat/reply.js";
import type { Visit } from "../desk/desk.js";
import { openAskForm } from "./forms.js";
import type { Handlers } from "./handlers.js";
import { SLACK_LIMITS } from "./limits.js";
import { give } from "./office.js";
import { placeOf } from "./place.js";
import { post } from "./post.js";
import { renderSlack } from "./render.js";
import type { Responder } from "./respond.js";

/** The app's home page: the collection, to walk through. It shows its front whenever it is opened. */
export function listenToHome(app: App, { desk, run }: Handlers): void {
  app.event("app_home_opened", async ({ event, client, context }) => {
    if (event.tab !== "home") return;
    run(async () => {
      const chat = await desk.chatAt(placeOf({ teamId: context.teamId, channel: "" }));
      await publish(client, event.user, chat.front());
    });
  });
}

export interface HomePress {
  readonly action: Action | undefined;
  readonly asker: string;
  readonly triggerId: string;
  readonly visit: Visit;
  readonly client: WebClient;
  readonly respond: Responder;
}

/** A button or a menu of the home page: what it opens takes the page's place. */
export async function pressAtHome(press: HomePress): Promise<void> {
  const { action, asker, triggerId, visit, client, respond } = press;
  const { chat } = visit;
  if (action && isDeskAction(action)) {
    const from = { responseUrl: "", channel: "" };
    return give(await visit.act(action), { client, respond, triggerId, userId: asker, from });
  }
  if (action?.name === "ask") {
    if (await openAskForm(client, triggerId)) return;
    const help = chat.answer({ via: "form", question: "", asker, isPrivate: false });
    return post(client, { channel: asker }, help);
  }
  const isFront = !action || (action.name === "browse" && action.list === "start");
  await publish(
    client,
    asker,
    isFront ? chat.front() : atHome(chat.open(takenBy(asker, action), true)),
  );
}

/** Nobody else sees the home page, so there is nothing to share or to take away; instead a way back. */
function atHome(reply: Reply): Reply {
  const buttons = reply.buttons.filter(
    ({ action }) => action.name !== "share" && action.name !== "dismiss",
  );
  return { ...reply, buttons: [...buttons, BROWSE_BUTTON] };
}

export function renderHome(reply: Reply): HomeView {
  return { type: "home", blocks: renderSlack(reply).blocks.slice(0, SLACK_LIMITS.viewBlocks) };
}

async function publish(client: WebClient, user: string, reply: Reply): Promise<void> {
  await client.views.publish({ user_id: user, view: renderHome(reply) });
}
