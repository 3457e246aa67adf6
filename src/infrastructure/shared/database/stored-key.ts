import { createHash } from "node:crypto";
import {
  IdempotencyKeyReused,
  type IdempotencyKey,
  type StoredOutcome,
} from "../../../application/shared/idempotency-keys.js";
import type { SqlSession } from "./sql-session.js";
import { fromSqlJson, fromSqlTime } from "./sql-value.js";

/** A row of an idempotency key. */
export interface StoredKey {
  readonly operation: string;
  readonly fingerprint: string;
  /** Null while its unit of work has not ended. */
  readonly outcome: StoredOutcome | null;
  readonly expiresAt: Date;
}

type Source = Pick<SqlSession, "query">;

export const readStoredKey = async (source: Source, id: string): Promise<StoredKey | null> => {
  const [row] = await source.query(
    "SELECT operation, fingerprint, outcome, expires_at FROM idempotency_record WHERE id = ?",
    [id],
  );
  return row
    ? {
        operation: String(row["operation"]),
        fingerprint: String(row["fingerprint"]),
        outcome: row["outcome"] === null ? null : fromSqlJson<StoredOutcome>(row["outcome"]),
        expiresAt: fromSqlTime(row["expires_at"]),
      }
    : null;
};

/** @throws IdempotencyKeyReused */
export const findOutcome = async (
  source: Source,
  key: IdempotencyKey,
  now: Date,
): Promise<StoredOutcome | null> => {
  const stored = await readStoredKey(source, idOfKey(key));
  return stored && stored.expiresAt > now ? outcomeFor(key, stored) : null;
};

/** Under the owner of versions before. @throws IdempotencyKeyReused */
export const findFormerOutcome = async (
  source: Source,
  key: IdempotencyKey,
  now: Date,
): Promise<StoredOutcome | null> =>
  key.formerActor === null ? null : findOutcome(source, { ...key, actor: key.formerActor }, now);

/** @throws IdempotencyKeyReused */
export const outcomeFor = (key: IdempotencyKey, stored: StoredKey): StoredOutcome | null => {
  if (stored.operation !== key.operation || !key.fingerprints.includes(stored.fingerprint))
    throw new IdempotencyKeyReused();
  return stored.outcome;
};

export const idOfKey = ({ actor, key, responseKey }: IdempotencyKey): string =>
  createHash("sha256")
    .update(JSON.stringify([actor, key, responseKey]))
    .digest("hex");
