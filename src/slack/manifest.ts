import {
  ASK_COMMAND,
  GLOBAL_SHORTCUT,
  INSIGHT_COMMAND,
  MESSAGE_COMMAND,
  SETTINGS_COMMAND,
} from "../chat/commands.js";
import { REDIRECT_PATH, SLACK_PATH } from "./http-transport.js";
import { SCOPES } from "./scopes.js";

/** What Slack tells the bot unasked, each with what it is for. */
export const EVENTS = {
  app_mention: "questions by mention",
  "message.im": "questions by direct message",
  app_uninstalled: "to delete what is kept of a workspace that removed the app",
  tokens_revoked: "the same, where the app's token was taken back",
  app_home_opened: "to show the home page, and the questions to begin with",
} as const;

/**
 * The app's configuration at Slack, from the declared commands. Pure.
 *
 * @param address - where Slack reaches the bot, like "https://bot.example.org"; absent for Socket Mode
 */
export function slackManifest(address?: string) {
  const url = address === undefined ? undefined : address.replace(/\/+$/, "") + SLACK_PATH;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: ASK_COMMAND.name,
      description: ASK_COMMAND.description,
      background_color: "#2b3a4a",
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      agent_view: { agent_description: ASK_COMMAND.description },
      bot_user: { display_name: ASK_COMMAND.name, always_online: true },
      shortcuts: [
        {
          name: GLOBAL_SHORTCUT.name,
          type: "global",
          callback_id: GLOBAL_SHORTCUT.id,
          description: GLOBAL_SHORTCUT.description,
        },
        {
          name: MESSAGE_COMMAND.name,
          type: "message",
          callback_id: MESSAGE_COMMAND.id,
          description: MESSAGE_COMMAND.description,
        },
      ],
      slash_commands: [ASK_COMMAND, SETTINGS_COMMAND, INSIGHT_COMMAND].map(
        ({ name, description, ...more }) => ({
          command: `/${name}`,
          ...(url ? { url } : {}),
          description,
          ...("usage" in more ? { usage_hint: more.usage } : {}),
          should_escape: true,
        }),
      ),
    },
    oauth_config: {
      // Where many workspaces may install the app; without SLACK_CLIENT_ID it is not used.
      ...(address ? { redirect_urls: [address.replace(/\/+$/, "") + REDIRECT_PATH] } : {}),
      scopes: { bot: Object.keys(SCOPES) },
    },
    settings: {
      event_subscriptions: {
        ...(url ? { request_url: url } : {}),
        bot_events: Object.keys(EVENTS),
      },
      interactivity: {
        is_enabled: true,
        ...(url ? { request_url: url, message_menu_options_url: url } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}
