import { type AnsweredTable, createAnsweredTable } from "./answered.js";
import type { SqlDriver } from "./driver.js";
import type { StoreFailure } from "./failure.js";
import { createInstallationsTable, type InstallationsTable } from "./installations.js";
import {
  createQuestionsTable,
  createReportsTable,
  type LettersTable,
  type Report,
  type SentQuestion,
} from "./letters.js";
import { openLibsql } from "./libsql-driver.js";
import { migrate } from "./migrations.js";
import { createPatientDriver, type Health } from "./patient-driver.js";
import { openPostgres } from "./pg-driver.js";
import { createPrivacy } from "./privacy.js";
import type { SealKeys } from "./seal.js";
import { createSettingsTable, type SettingsTable } from "./settings.js";
import { createSpaceData, type SpaceData } from "./space-data.js";
import { createVotesTable, type VotesTable } from "./votes.js";

export interface StoreConfig {
  /** Postgres; undefined: a file in `folder`. */
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  /** Undefined: one is made and kept. */
  readonly privacyKey: string | undefined;
  /** Undefined: no installations can be kept. */
  readonly sealKeys: SealKeys | undefined;
}

/**
 * All that is kept between two messages, and nothing else. Every call ends within `DEADLINE_MS`, with what was asked for
 * or with a `StoreFailure`.
 */
export interface Store {
  readonly settings: SettingsTable;
  readonly votes: VotesTable;
  readonly questions: LettersTable<SentQuestion>;
  readonly reports: LettersTable<Report>;
  readonly answered: AnsweredTable;
  readonly installations: InstallationsTable | undefined;
  readonly spaceData: SpaceData;
  health(): Health;
  close(): Promise<void>;
}

export interface StoreDependencies {
  readonly onChange: (state: Health, cause?: unknown) => void;
  /** Told of each call that failed. */
  readonly onFailure?: (code: StoreFailure["code"]) => void;
  readonly nowMs?: () => number;
  /** Opens the database; else the one that the configuration names. */
  readonly open?: () => Promise<SqlDriver>;
}

/** A platform gives three seconds for an answer; two calls must fit in. */
export const DEADLINE_MS = 800;
const REST_MS = 5000;
/** Slack repeats an event for five minutes, Discord's gateway replays some minutes of a broken connection. */
export const ANSWERED_TTL_MS = 15 * 60_000;

/** Makes the store ready. Nothing is opened before it is used, so a dead database does not hold up the start. */
export function openStore(config: StoreConfig, dependencies: StoreDependencies): Store {
  const { onChange, onFailure, nowMs = Date.now } = dependencies;
  const { open = () => openDatabase(config, onChange) } = dependencies;
  const driver = createPatientDriver({
    open: async () => {
      const opened = await open();
      try {
        await migrate(opened);
      } catch (error) {
        await opened.close();
        throw error;
      }
      return opened;
    },
    deadlineMs: DEADLINE_MS,
    restMs: REST_MS,
    onChange,
    ...(onFailure ? { onFailure } : {}),
    nowMs,
  });
  const privacy = createPrivacy(driver, config.privacyKey);
  return {
    settings: createSettingsTable(driver, nowMs),
    votes: createVotesTable(driver, privacy),
    questions: createQuestionsTable(driver, nowMs),
    reports: createReportsTable(driver, nowMs),
    answered: createAnsweredTable(driver, privacy, { ttlMs: ANSWERED_TTL_MS, nowMs }),
    installations: config.sealKeys && createInstallationsTable(driver, config.sealKeys, nowMs),
    spaceData: createSpaceData(driver),
    health: () => driver.health(),
    close: () => driver.close(),
  };
}

async function openDatabase(
  { databaseUrl, folder }: StoreConfig,
  onChange: StoreDependencies["onChange"],
): Promise<SqlDriver> {
  if (databaseUrl === undefined) return openLibsql(folder);
  return openPostgres(databaseUrl, {
    timeoutMs: DEADLINE_MS,
    onLost: (error) => onChange("degraded", error),
  });
}
