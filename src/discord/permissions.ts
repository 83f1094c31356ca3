import { PermissionFlagsBits } from "discord.js";

/** A right that the bot needs in a server, under the name that Discord's settings give it. */
export interface NeededPermission {
  readonly flag: bigint;
  readonly name: string;
  /** What the bot cannot do without it. */
  readonly why: string;
}

/**
 * All that the bot asks for in a server, and nothing more. Slash commands, buttons and forms need none of them: their
 * answers travel with the interaction, files too.
 */
export const PERMISSIONS = {
  view: {
    flag: PermissionFlagsBits.ViewChannel,
    name: "View Channels",
    why: "to see where it is mentioned",
  },
  send: {
    flag: PermissionFlagsBits.SendMessages,
    name: "Send Messages",
    why: "to answer a mention",
  },
  sendInThreads: {
    flag: PermissionFlagsBits.SendMessagesInThreads,
    name: "Send Messages in Threads",
    why: "to answer a mention in a thread or a forum post",
  },
  history: {
    flag: PermissionFlagsBits.ReadMessageHistory,
    name: "Read Message History",
    why: "to answer in reply to the question, and to see which answer a follow-up is about",
  },
} as const satisfies Record<string, NeededPermission>;

/** The number that an install link carries. */
export const INSTALL_PERMISSIONS: bigint = Object.values(PERMISSIONS).reduce(
  (sum, { flag }) => sum | flag,
  0n,
);

/** What is granted somewhere; discord.js's bit field is one. */
export interface Granted {
  has(flag: bigint): boolean;
}

/** What is missing to answer a mention in a place; in a thread another right is asked for than outside. */
export function missingToAnswer(granted: Granted, isThread: boolean): NeededPermission[] {
  const needed = isThread
    ? [PERMISSIONS.view, PERMISSIONS.sendInThreads]
    : [PERMISSIONS.view, PERMISSIONS.send];
  return needed.filter(({ flag }) => !granted.has(flag));
}
