import { createHash } from "node:crypto";
import {
  IdempotencyConcurrentRequest,
  IdempotencyKeyReused,
  KEY_LIFETIME_MS,
  type IdempotencyKeys,
  type IdempotencyKey,
  type StoredOutcome,
} from "../../../application/shared/idempotency-keys.js";
import { isLockTimeout } from "./driver-error.js";
import { insertIfAbsent } from "./insert-rows.js";
import type { RowValues, SqlSession } from "./sql-session.js";
import { fromSqlJson, fromSqlTime, toSqlJson, toSqlTime } from "./sql-value.js";

/** Only the hash of a key is stored, because a client may put anything into it. */
export class SqlIdempotencyKeys implements IdempotencyKeys {
  constructor(private readonly session: SqlSession) {}

  async claim(key: IdempotencyKey, now: Date): Promise<StoredOutcome | null> {
    const former = await this.findFormer(key, now);
    if (former) return former;
    const row = {
      id: idOf(key),
      operation: key.operation,
      fingerprint: key.fingerprints[0],
      outcome: null,
      expires_at: toSqlTime(new Date(now.getTime() + KEY_LIFETIME_MS)),
    };
    if (await this.insert(row)) return null;
    const stored = await this.stored(row.id);
    // Deleted between the two statements, or inserted by a unit of work that has not ended: the
    // caller tries again.
    if (!stored) throw new IdempotencyConcurrentRequest();
    if (stored.expiresAt <= now) {
      await this.session.change(
        "UPDATE idempotency_record SET operation = ?, fingerprint = ?, outcome = NULL, expires_at = ? WHERE id = ?",
        [row.operation, row.fingerprint, row.expires_at, row.id],
      );
      return null;
    }
    const outcome = outcomeFor(key, stored);
    if (outcome === null) throw new IdempotencyConcurrentRequest();
    return outcome;
  }

  async find(key: IdempotencyKey, now: Date): Promise<StoredOutcome | null> {
    return (await this.findFormer(key, now)) ?? this.findAs(key, now);
  }

  private async findFormer(key: IdempotencyKey, now: Date): Promise<StoredOutcome | null> {
    return key.formerActor === null ? null : this.findAs({ ...key, actor: key.formerActor }, now);
  }

  private async findAs(key: IdempotencyKey, now: Date): Promise<StoredOutcome | null> {
    const stored = await this.stored(idOf(key));
    return stored && stored.expiresAt > now ? outcomeFor(key, stored) : null;
  }

  async saveOutcome(key: IdempotencyKey, outcome: StoredOutcome): Promise<void> {
    await this.session.change("UPDATE idempotency_record SET outcome = ? WHERE id = ?", [
      toSqlJson(outcome),
      idOf(key),
    ]);
  }

  async removeExpired(now: Date, limit: number): Promise<number> {
    const old = await this.session.query(
      `SELECT id FROM idempotency_record WHERE expires_at <= ? ORDER BY expires_at LIMIT ${Math.trunc(limit)}`,
      [toSqlTime(now)],
    );
    for (const { id } of old)
      await this.session.change("DELETE FROM idempotency_record WHERE id = ? AND expires_at <= ?", [
        String(id),
        toSqlTime(now),
      ]);
    return old.length;
  }

  private async stored(id: string): Promise<StoredKey | null> {
    const [row] = await this.session.query(
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
  }

  private async insert(row: RowValues): Promise<boolean> {
    try {
      return await insertIfAbsent(this.session, "idempotency_record", row);
    } catch (error) {
      if (isLockTimeout(error)) throw new IdempotencyConcurrentRequest();
      throw error;
    }
  }
}

interface StoredKey {
  readonly operation: string;
  readonly fingerprint: string;
  /** Null while its unit of work has not ended. */
  readonly outcome: StoredOutcome | null;
  readonly expiresAt: Date;
}

/** @throws IdempotencyKeyReused */
const outcomeFor = (key: IdempotencyKey, stored: StoredKey): StoredOutcome | null => {
  if (stored.operation !== key.operation || !key.fingerprints.includes(stored.fingerprint))
    throw new IdempotencyKeyReused();
  return stored.outcome;
};

const idOf = ({ actor, key, responseKey }: IdempotencyKey): string =>
  createHash("sha256")
    .update(JSON.stringify([actor, key, responseKey]))
    .digest("hex");
