/** What is read often and seldom changes is fresh for so long. */
const FRESH_MS = 1_000;
/** After so long what is cached is used only when it cannot be read again. */
const STALE_MS = 10_000;

interface CachedReading<Value> {
  readonly get: () => Promise<Value>;
  /** To be called after a change: the value is read again. */
  readonly invalidate: () => void;
}

/**
 * A value in the memory of this process. A change by another process is visible about a second
 * later. While the database is down, the last value is used.
 * @param elapsed in milliseconds, monotonic
 */
export const cachedReading = <Value>(
  read: () => Promise<Value>,
  elapsed: () => number = () => performance.now(),
): CachedReading<Value> => {
  let cached: { readonly value: Value; readonly at: number } | null = null;
  let reading: Promise<Value> | null = null;
  let changes = 0;

  const refresh = (): Promise<Value> => {
    if (reading) return reading;
    const [at, before] = [elapsed(), changes];
    const now = read()
      .then((value) => {
        // A change since the read began may not be included.
        if (before === changes) cached = { value, at };
        return value;
      })
      .finally(() => {
        if (reading === now) reading = null;
      });
    reading = now;
    return now;
  };

  return {
    get: async () => {
      if (!cached) return refresh();
      const last = cached;
      const age = elapsed() - last.at;
      if (age < FRESH_MS) return last.value;
      const next = refresh().catch(() => last.value);
      return age < STALE_MS ? last.value : next;
    },
    invalidate: () => {
      changes += 1;
      reading = null;
      if (cached) cached = { ...cached, at: Number.NEGATIVE_INFINITY };
    },
  };
};
