import type { App } from "@slack/bolt";
import type { Handlers } from "./handlers.js";
import { spaceOf } from "./place.js";

/** The app was removed from a workspace: everything that is kept of it is deleted. */
export function listenToRemoval(
  app: App,
  { desk, run, log }: Handlers,
  onRemoved: (teamId: string) => void,
): void {
  const forget = (teamId: string | undefined) => {
    if (teamId === undefined) return;
    run(async () => {
      onRemoved(teamId);
      await desk.leave(spaceOf(teamId));
      log.info("removed from a workspace, its data are deleted");
    });
  };
  app.event("app_uninstalled", async ({ context }) => forget(context.teamId));
  app.event("tokens_revoked", async ({ event, context }) => {
    // Tokens of single persons, which the bot does not ask for, say nothing about the bot's own.
    if ((event.tokens.bot ?? []).length > 0) forget(context.teamId);
  });
}
