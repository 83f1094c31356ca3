import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { SealKeys } from "../../src/store/seal.js";
import { openStore, type Store, type StoreConfig } from "../../src/store/store.js";

export function scratchFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "why-rejected-store-"));
}

export const SEAL_KEYS: SealKeys = [randomBytes(32)];

/** An embedded store in a folder of its own, unless told otherwise. */
export function openTestStore(
  config: Partial<StoreConfig> = {},
  dependencies: Partial<Parameters<typeof openStore>[1]> = {},
): Store {
  return openStore(
    {
      databaseUrl: undefined,
      folder: config.folder ?? scratchFolder(),
      privacyKey: undefined,
      sealKeys: SEAL_KEYS,
      ...config,
    },
    { onChange: () => {}, ...dependencies },
  );
}
