import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import type { FailureKind } from "../chat/adapter.js";

export const TOKEN_REMEDY =
  "Discord refuses DISCORD_TOKEN. Copy it anew from the Developer Portal: your application > Bot > Reset Token.";

const HTTP_UNAUTHORIZED = 401;

/** What a failed call to Discord means for us. */
export function classifyFailure(error: unknown): FailureKind {
  if (!(error instanceof DiscordAPIError)) return "other";
  if (error.status === HTTP_UNAUTHORIZED) return "token";
  switch (error.code) {
    case RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged:
      return "answered";
    case RESTJSONErrorCodes.UnknownInteraction:
    case RESTJSONErrorCodes.InvalidWebhookToken:
      return "expired";
    case RESTJSONErrorCodes.UnknownMessage:
    case RESTJSONErrorCodes.UnknownChannel:
      return "gone";
    case RESTJSONErrorCodes.MissingAccess:
    case RESTJSONErrorCodes.MissingPermissions:
    case RESTJSONErrorCodes.CannotSendMessagesToThisUser:
    case RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds:
    case RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory:
    case RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit:
    case RESTJSONErrorCodes.InvalidActionOnArchivedThread:
    case RESTJSONErrorCodes.ThreadLocked:
    case RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration:
    case RESTJSONErrorCodes.MessageBlockedByHarmfulLinksFilter:
      return "forbidden";
    default:
      return "other";
  }
}

/** Whether a message that was to be changed or taken away is no longer there. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage;
}
