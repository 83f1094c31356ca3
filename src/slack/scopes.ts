/** Bot scopes, each with what it is for; nothing is asked for that is not used. */
export const SCOPES = {
  commands: "the slash command and the shortcuts",
  "app_mentions:read": "to be asked by mention",
  "chat:write": "to answer mentions and direct messages, and to take an answer away",
  "assistant:write": "to offer questions to begin with, in the conversation with the app",
  "files:write": "citations as a file, in direct messages alone",
  "users:read":
    "asked for one person alone, who wants what only those may do who run the workspace: dismiss another's answer, settings",
  "im:history": "direct messages, and the answer that a follow-up in their thread is about",
} as const;
