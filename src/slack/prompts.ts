import type { App } from "@slack/bolt";
import { STRINGS } from "../chat/strings.js";
import type { Handlers } from "./handlers.js";
import { SLACK_LIMITS } from "./limits.js";
import { placeOf } from "./place.js";

const DAY_MS = 86_400_000;

/** Questions to begin with, offered where somebody opens the conversation with the app; others every day. */
export function listenToPrompts(
  app: App,
  { desk, run }: Handlers,
  nowMs: () => number = Date.now,
): void {
  app.event("app_home_opened", async ({ event, client, context }) => {
    if (event.tab !== "messages") return;
    run(async () => {
      const chat = await desk.chatAt(placeOf({ teamId: context.teamId, channel: "" }));
      const day = Math.floor(nowMs() / DAY_MS);
      await client.assistant.threads.setSuggestedPrompts({
        channel_id: event.channel,
        title: STRINGS.promptsTitle,
        prompts: chat
          .examples(SLACK_LIMITS.prompts, day)
          .map(({ title, question }) => ({ title, message: question })),
      });
    });
  });
}
