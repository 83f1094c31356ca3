import { isDeepStrictEqual } from "node:util";
import { type REST, Routes } from "discord.js";
import { discordCommands } from "./definitions.js";

/**
 * Uploads the commands where they differ from what Discord has.
 *
 * @param guildId - register in this server alone; else globally
 * @returns whether anything was uploaded
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | undefined,
  commands: readonly object[] = discordCommands(),
): Promise<boolean> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = commands.map((command) => scopedTo(guildId, command));
  // Without it the names in other languages are left out, and every start would upload anew.
  const present = await rest.get(route, {
    query: new URLSearchParams({ with_localizations: "true" }),
  });
  if (Array.isArray(present) && sameCommands(wanted, present)) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** Contexts and integration types exist for global commands only. */
function scopedTo(guildId: string | undefined, command: object): object {
  if (guildId === undefined) return command;
  const { contexts: _, integration_types: __, ...rest } = { ...command } as Record<string, unknown>;
  return rest;
}

/** Equal where each wanted command is there with every field that we set, and no other is. */
function sameCommands(wanted: readonly object[], present: readonly unknown[]): boolean {
  return (
    wanted.length === present.length &&
    wanted.every((command) => present.some((other) => covers(other, command)))
  );
}

/** Whether `actual` has all that `expected` says, and no language more; Discord adds fields of its own. */
function covers(actual: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => covers(actual[index], item))
    );
  }
  if (typeof expected === "object" && expected !== null) {
    return (
      typeof actual === "object" &&
      actual !== null &&
      Object.entries(expected).every(([key, value]) =>
        covers((actual as Record<string, unknown>)[key], value),
      ) &&
      Object.entries(actual).every(
        ([key, value]) => key in expected || !LOCALIZATIONS.includes(key) || isEmpty(value),
      )
    );
  }
  return isDeepStrictEqual(actual, expected);
}

const LOCALIZATIONS = ["name_localizations", "description_localizations"];

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || Object.keys(value).length === 0;
}
