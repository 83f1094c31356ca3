import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";

/** What a failed call to Discord means for us. */
export type Failure =
  /** The user has the answer already: a retry after a lost response, or another process with this token. */
  | "answered"
  /** The interaction expired, or the message or channel is gone: there is nobody left to answer. */
  | "late"
  /** The bot may not post there: a right is missing, the thread is closed, a filter or slow mode stops it. */
  | "forbidden"
  /** The token is no longer valid: nothing will work. */
  | "token"
  | "other";

const HTTP_UNAUTHORIZED = 401;

export function classifyFailure(error: unknown): Failure {
  if (!(error instanceof DiscordAPIError)) return "other";
  if (error.status === HTTP_UNAUTHORIZED) return "token";
  switch (error.code) {
    case RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged:
      return "answered";
    case RESTJSONErrorCodes.UnknownInteraction:
    case RESTJSONErrorCodes.InvalidWebhookToken:
    case RESTJSONErrorCodes.UnknownMessage:
    case RESTJSONErrorCodes.UnknownChannel:
      return "late";
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
