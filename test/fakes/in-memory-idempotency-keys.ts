import {
  IdempotencyKeyReused,
  KEY_LIFETIME_MS,
  type IdempotencyKey,
  type IdempotencyKeyReads,
  type IdempotencyKeys,
  type StoredOutcome,
} from "../../src/application/shared/idempotency-keys.js";
import type { InMemoryDatabase } from "./in-memory-database.js";

interface Row extends IdempotencyKey {
  readonly outcome: StoredOutcome | null;
  readonly expiresAt: number;
}

const rowsOf = (database: InMemoryDatabase) => database.rows<Row>("idempotency_record");

const idOf = ({ actor, key, responseKey }: IdempotencyKey) =>
  JSON.stringify([actor, key, responseKey]);

const finder = (database: InMemoryDatabase) => {
  const find = (key: IdempotencyKey, now: Date): StoredOutcome | null => {
    const stored = rowsOf(database).get(idOf(key));
    return stored && stored.expiresAt > now.getTime() ? outcomeFor(key, stored) : null;
  };
  const findFormer = (key: IdempotencyKey, now: Date): StoredOutcome | null =>
    key.formerActor === null ? null : find({ ...key, actor: key.formerActor }, now);
  return { find, findFormer };
};

export const inMemoryIdempotencyKeyReads = (database: InMemoryDatabase): IdempotencyKeyReads => {
  const { find, findFormer } = finder(database);
  return { find: async (key, now) => findFormer(key, now) ?? find(key, now) };
};

export const inMemoryIdempotencyKeys = (database: InMemoryDatabase): IdempotencyKeys => {
  const rows = () => rowsOf(database);
  const { findFormer } = finder(database);
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
