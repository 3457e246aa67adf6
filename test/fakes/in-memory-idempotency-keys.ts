import {
  IdempotencyKeyReused,
  KEY_LIFETIME_MS,
  type IdempotencyKeys,
  type IdempotencyKey,
  type StoredOutcome,
} from "../../src/application/shared/idempotency-keys.js";
import type { InMemoryDatabase } from "./in-memory-database.js";

interface Row extends IdempotencyKey {
  readonly outcome: StoredOutcome | null;
  readonly expiresAt: number;
}

export const inMemoryIdempotencyKeys = (database: InMemoryDatabase): IdempotencyKeys => {
  const rows = () => database.rows<Row>("idempotency_record");
  const idOf = ({ actor, key, responseKey }: IdempotencyKey) =>
    JSON.stringify([actor, key, responseKey]);
  const find = (key: IdempotencyKey, now: Date): StoredOutcome | null => {
    const stored = rows().get(idOf(key));
    return stored && stored.expiresAt > now.getTime() ? outcomeFor(key, stored) : null;
  };
  const findFormer = (key: IdempotencyKey, now: Date): StoredOutcome | null =>
    key.formerActor === null ? null : find({ ...key, actor: key.formerActor }, now);
  return {
    claim: async (key, now) => {
      const former = findFormer(key, now);
      if (former) return former;
      const stored = rows().get(idOf(key));
      if (!stored || stored.expiresAt <= now.getTime()) {
        rows().set(idOf(key), {
          ...key,
          outcome: null,
          expiresAt: now.getTime() + KEY_LIFETIME_MS,
        });
        return null;
      }
      return outcomeFor(key, stored);
    },
    find: async (key, now) => findFormer(key, now) ?? find(key, now),
    saveOutcome: async (key, outcome) => {
      const stored = rows().get(idOf(key));
      if (stored)
        rows().set(idOf(key), {
          ...stored,
          outcome: JSON.parse(JSON.stringify(outcome)) as StoredOutcome,
        });
    },
    removeExpired: async (now, limit) => {
      const old = [...rows()]
        .filter(([, { expiresAt }]) => expiresAt <= now.getTime())
        .slice(0, limit);
      for (const [id] of old) rows().delete(id);
      return old.length;
    },
  };
};

const outcomeFor = (key: IdempotencyKey, stored: Row): StoredOutcome | null => {
  if (stored.operation !== key.operation || !key.fingerprints.includes(stored.fingerprints[0]))
    throw new IdempotencyKeyReused();
  return structuredClone(stored.outcome);
};
