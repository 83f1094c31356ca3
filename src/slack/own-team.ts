import type { App } from "@slack/bolt";
import type { Logger } from "../logger.js";

/**
 * Lets nothing through that was not meant for the token's own workspace: it is acknowledged, told in the log, and left
 * alone.
 *
 * @param ownTeam - the workspace's id; undefined until Slack has been asked
 */
export function refuseOtherTeams(app: App, ownTeam: () => string | undefined, log: Logger): void {
  app.use(async ({ context, next, ...args }) => {
    if (context.teamId !== undefined && context.teamId === ownTeam()) return next();
    log.warn("slack: refused what came from another workspace");
    if ("ack" in args && typeof args.ack === "function") await args.ack();
  });
}
