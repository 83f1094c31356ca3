/** Remembers ids for a while, so that an event delivered twice is answered once. */
export interface Seen {
  /** True the first time an id is met within the time; false after that. */
  isFirst(id: string): boolean;
  /** Takes an id back, where what it stood for came to nothing. */
  forget(id: string): void;
}

export interface SeenOptions {
  readonly ttlMs: number;
  /** Oldest out beyond this. */
  readonly max: number;
  readonly nowMs?: () => number;
}

/** In memory: enough for one process. Ids of events only; no text and no person. */
export function createSeen({ ttlMs, max, nowMs = Date.now }: SeenOptions): Seen {
  // A Map keeps the order in which keys came, so the oldest is first.
  const expiry = new Map<string, number>();
  return {
    isFirst(id) {
      const now = nowMs();
      for (const [old, expiresAtMs] of expiry) {
        if (expiresAtMs > now && expiry.size < max) break;
        expiry.delete(old);
      }
      if (expiry.has(id)) return false;
      expiry.set(id, now + ttlMs);
      return true;
    },
    forget: (id) => void expiry.delete(id),
  };
}
