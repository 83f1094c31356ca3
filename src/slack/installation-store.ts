import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { StoreFailure } from "../store/failure.js";
import type { InstallationsTable } from "../store/installations.js";
import { spaceOf } from "./place.js";

/** A workspace that was heard of this short a time ago is not looked up again. */
const FRESH_MS = 60_000;
/** Workspaces remembered; the one looked up longest ago goes first. */
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
  const known = new Map<string, { readonly installation: Installation; readonly atMs: number }>();
  const remember = (id: string, installation: Installation) => {
    known.delete(id);
    known.set(id, { installation, atMs: nowMs() });
    for (const oldest of known.keys()) {
      if (known.size <= KNOWN_MAX) break;
      known.delete(oldest);
    }
  };
  const find = async (id: string): Promise<Installation | undefined> => {
    const last = known.get(id);
    if (last && nowMs() - last.atMs < FRESH_MS) return last.installation;
    try {
      const text = await table.read(id);
      if (text === undefined) {
        known.delete(id);
        return undefined;
      }
      const installation = JSON.parse(text) as Installation;
      remember(id, installation);
      return installation;
    } catch (error) {
      if (error instanceof StoreFailure && last) return last.installation;
      throw error;
    }
  };

  return {
    async storeInstallation(installation) {
      const id = installation.isEnterpriseInstall
        ? installation.enterprise?.id
        : installation.team?.id;
      if (id === undefined) throw new Error("Slack named neither workspace nor organisation");
      await table.write(id, spaceOf(id), JSON.stringify(installation));
      remember(id, installation as Installation);
    },
    async fetchInstallation(query) {
      for (const id of idsOf(query)) {
        const found = await find(id);
        if (found) return found;
      }
      throw new Error("the app is not installed in this workspace");
    },
    async deleteInstallation(query) {
      for (const id of idsOf(query)) {
        known.delete(id);
        await table.remove(id);
      }
    },
    forget: (teamId) => void known.delete(teamId),
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
