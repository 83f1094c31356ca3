import type { Place, Visitor } from "../desk/place.js";
import type { Doer } from "./handlers.js";
import { isModerator } from "./moderator.js";

/** @example spaceOf("T1234"); // "slack:T1234" */
export function spaceOf(teamId: string): string {
  return `slack:${teamId}`;
}

/** Every workspace is somebody's, its direct messages too. */
export function placeOf({ teamId = "", channel }: Pick<Doer, "teamId" | "channel">): Place {
  return { space: spaceOf(teamId), channel, isManaged: teamId !== "" };
}

export function visitorOf({ client, userId }: Doer): Visitor {
  return { id: userId, isManager: () => isModerator(client, userId) };
}
