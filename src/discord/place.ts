import { type Interaction, type Message, PermissionFlagsBits } from "discord.js";
import type { Place, Visitor } from "../desk/place.js";

/** Servers and direct messages that the bot is not installed in have no settings and keep no data of their own. */
const NO_SPACE = "discord:direct";

/** @example spaceOf("1234"); // "discord:1234" */
export function spaceOf(guildId: string): string {
  return `discord:${guildId}`;
}

/** Where an interaction takes place. A server that the asker alone brought the bot to does not count as one. */
export function placeOfInteraction(interaction: Interaction): Place {
  const { guildId, channelId } = interaction;
  // On an old or foreign payload the field may be missing.
  const isInstalled = interaction.authorizingIntegrationOwners?.guildId === guildId;
  return placeOf(isInstalled ? guildId : null, channelId);
}

export function placeOfMessage({ guildId, channelId }: Message): Place {
  return placeOf(guildId, channelId);
}

function placeOf(guildId: string | null, channelId: string | null): Place {
  return guildId === null
    ? { space: NO_SPACE, channel: "", isManaged: false }
    : { space: spaceOf(guildId), channel: channelId ?? "", isManaged: true };
}

/** Who acted. Their permissions come with the interaction, from Discord itself. */
export function visitorOf({ user, memberPermissions }: Interaction): Visitor {
  return {
    id: user.id,
    isManager: async () => memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true,
  };
}

/** Who wrote a message: nothing that needs a permission can be done by writing. */
export function authorOf({ author }: Message): Visitor {
  return { id: author.id, isManager: async () => false };
}
