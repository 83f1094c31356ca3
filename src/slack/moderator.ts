import { WebAPIPlatformError, type WebClient } from "@slack/web-api";

/**
 * Whether somebody runs the workspace. Slack is asked only where one wants what only those may do: take away another's
 * answer, or settings. Nothing of it is kept. Where the right to ask (`users:read`) was not given, nobody counts as one.
 */
export async function isModerator(client: WebClient, userId: string): Promise<boolean> {
  try {
    const { user } = await client.users.info({ user: userId });
    return user?.is_admin === true || user?.is_owner === true;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return false;
    throw error;
  }
}
