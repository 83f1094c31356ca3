import { StoreFailure } from "./failure.js";

/** Rows of the store by their id, without asking it each time, and as they last were where it is dead. */
export interface Remembered<T> {
  /** @throws {StoreFailure} where the store is dead and the row was never read */
  get(id: string): Promise<T>;
  /** Asks the store, however lately it was asked. @throws {StoreFailure} */
  refresh(id: string): Promise<T>;
  put(id: string, row: T): void;
  forget(id: string): void;
}

export interface RememberedOptions<T> {
  readonly read: (id: string) => Promise<T>;
  /** The store is not asked again sooner. What another replica wrote holds here after this long. */
  readonly freshMs: number;
  /** Rows remembered; the one read longest ago goes first. */
  readonly max: number;
  readonly nowMs: () => number;
}

export function createRemembered<T>(options: RememberedOptions<T>): Remembered<T> {
  const { read, freshMs, max, nowMs } = options;
  // A Map keeps the order in which keys came, so the oldest is first.
  const known = new Map<string, { readonly row: T; readonly atMs: number }>();

  const put = (id: string, row: T) => {
    known.delete(id);
    known.set(id, { row, atMs: nowMs() });
    for (const oldest of known.keys()) {
      if (known.size <= max) break;
      known.delete(oldest);
    }
  };
  const refresh = async (id: string): Promise<T> => {
    const row = await read(id);
    put(id, row);
    return row;
  };

  return {
    async get(id) {
      const last = known.get(id);
      if (last && nowMs() - last.atMs < freshMs) return last.row;
      try {
        return await refresh(id);
      } catch (error) {
        if (error instanceof StoreFailure && last) return last.row;
        throw error;
      }
    },
    refresh,
    put,
    forget: (id) => void known.delete(id),
  };
}
