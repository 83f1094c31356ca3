import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import type { InstallationsTable } from "../store/installations.js";
import { createRemembered } from "../store/remembered.js";
import { spaceOf } from "./place.js";

/** A workspace that was heard of this short a time ago is not looked up again. */
const FRESH_MS = 60_000;
/** Workspaces remembered. */
const KNOWN_MAX = 10_000;

export interface KeptInstallations extends InstallationStore {
  /** The workspace's token is no longer taken, or the app was removed: what is remembered of it goes. */
  forget(teamId: string): void;
}

/**
 * Installations of many workspaces, kept encrypted, and for a moment in memory, so that questions are answered also while
 * the store is dead.
 */
export function createInstallationStore(
  table: InstallationsTable,
  nowMs: () => number = Date.now,
): KeptInstallations {
  const workspaces = createRemembered({
    async read(id): Promise<Installation | undefined> {
      const text = await table.read(id);
      return text === undefined ? undefined : (JSON.parse(text) as Installation);
    },
    freshMs: FRESH_MS,
    max: KNOWN_MAX,
    nowMs,
  });

  return {
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall
        ? installation.enterprise?.id
        : installation.team?.id;
      if (id === undefined) throw new Error("Slack named neither workspace nor organisation");
      await table.write(id, spaceOf(id), JSON.stringify(installation));
      workspaces.put(id, installation as Installation);
    },
    async fetchInstallation(query) {
      for (const id of idsOf(query)) {
        const found = await workspaces.get(id);
        if (found) return found;
      }
      throw new Error("the app is not installed in this workspace: install it at /slack/install");
    },
    async deleteInstallation(query) {
      for (const id of idsOf(query)) {
        workspaces.forget(id);
        await table.remove(id);
      }
    },
    forget: workspaces.forget,
  };
}

/** Under which ids an installation may stand: a workspace's own first, then its organisation's. */
function idsOf({
  teamId,
  enterpriseId,
  isEnterpriseInstall,
}: InstallationQuery<boolean>): string[] {
  const ids = isEnterpriseInstall ? [enterpriseId] : [teamId, enterpriseId];
  return ids.flatMap((id) => id ?? []);
}
