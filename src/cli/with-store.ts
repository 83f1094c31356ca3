import { RemediableError } from "../errors.js";
import { StoreFailure } from "../store/failure.js";
import { openStore, type Store, type StoreConfig } from "../store/store.js";

/**
 * Works with the store, and closes it.
 *
 * @throws {RemediableError} STORE where it does not answer
 */
export async function withStore<T>(
  config: StoreConfig,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = openStore(config, { onChange: () => {} });
  try {
    return await work(store);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    const where = config.databaseUrl === undefined ? `in ${config.folder}` : "at DATABASE_URL";
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
    throw new RemediableError(
      "STORE",
      `The store ${where} does not answer${cause}. Check DATA_DIR or DATABASE_URL: they must be those of the bot.`,
      { cause: error },
    );
  } finally {
    await store.close();
  }
}
