import { readSealKeys } from "../store/seal.js";
import type { StoreConfig } from "../store/store.js";
import type { Environment } from "./environment.js";

export const SEAL_KEY_SOURCE =
  "Make one with: openssl rand -base64 32. Several, by commas, the newest first, while you change it.";
/** Short keys could be tried out. */
const MIN_KEY_CHARS = 32;

export function readStore(env: Environment, problems: string[]): StoreConfig {
  const { DATABASE_URL: databaseUrl, PRIVACY_KEY: privacyKey, TOKEN_ENCRYPTION_KEY: keys } = env;
  // Neither value is repeated: both hold secrets.
  if (databaseUrl && !/^postgres(?:ql)?:\/\/[^/]/.test(databaseUrl)) {
    problems.push(
      "DATABASE_URL is no address of Postgres, like postgres://user:password@host:5432/name. Unset it to keep a file in DATA_DIR.",
    );
  }
  if (privacyKey && privacyKey.length < MIN_KEY_CHARS) {
    problems.push(
      `PRIVACY_KEY is shorter than ${MIN_KEY_CHARS} characters. Make one with: openssl rand -base64 32. Or unset it; then one is made and kept in the store.`,
    );
  }
  const sealKeys = keys ? readSealKeys(keys) : undefined;
  if (keys && !sealKeys) {
    problems.push(`TOKEN_ENCRYPTION_KEY is no key of 32 bytes. ${SEAL_KEY_SOURCE}`);
  }
  return {
    databaseUrl: databaseUrl || undefined,
    folder: env.DATA_DIR || "data",
    privacyKey: privacyKey || undefined,
    sealKeys,
  };
}
