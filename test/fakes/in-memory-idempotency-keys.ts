import {
  IdempotencyKeyReused,
  KEPT_FOR_MS,
  type IdempotencyKeys,
  type RetryKey,
  type Settled,
} from "../../src/application/shared/idempotency-keys.js";
import type { InMemoryDatabase } from "./in-memory-database.js";

interface Row extends RetryKey {
  readonly settled: Settled | null;
  readonly expiresAt: number;
}

export const inMemoryIdempotencyKeys = (database: InMemoryDatabase): IdempotencyKeys => {
  const rows = () => database.rows<Row>("idempotency_record");
  const idOf = ({ actor, key, responseKey }: RetryKey) => JSON.stringify([actor, key, responseKey]);
  return {
    claim: async (key, now) => {
      const stored = rows().get(idOf(key));
      if (!stored || stored.expiresAt <= now.getTime()) {
        rows().set(idOf(key), { ...key, settled: null, expiresAt: now.getTime() + KEPT_FOR_MS });
        return null;
      }
      if (stored.operation !== key.operation || stored.fingerprint !== key.fingerprint)
        throw new IdempotencyKeyReused();
      return structuredClone(stored.settled);
    },
    settle: async (key, settled) => {
      const stored = rows().get(idOf(key));
      if (stored)
        rows().set(idOf(key), {
          ...stored,
          settled: JSON.parse(JSON.stringify(settled)) as Settled,
        });
    },
    purge: async (now, limit) => {
      const old = [...rows()]
        .filter(([, { expiresAt }]) => expiresAt <= now.getTime())
        .slice(0, limit);
      for (const [id] of old) rows().delete(id);
      return old.length;
    },
  };
};
