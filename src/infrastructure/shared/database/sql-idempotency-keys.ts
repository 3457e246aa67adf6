import {
  IdempotencyConcurrentRequest,
  KEY_LIFETIME_MS,
  type IdempotencyKeys,
  type IdempotencyKey,
  type StoredOutcome,
} from "../../../application/shared/idempotency-keys.js";
import { isLockTimeout } from "./driver-error.js";
import { insertIfAbsent } from "./insert-rows.js";
import type { RowValues, SqlSession } from "./sql-session.js";
import { toSqlJson, toSqlTime } from "./sql-value.js";
import { findFormerOutcome, idOfKey, outcomeFor, readStoredKey } from "./stored-key.js";

/** Only the hash of a key is stored, because a client may put anything into it. */
export class SqlIdempotencyKeys implements IdempotencyKeys {
  constructor(private readonly session: SqlSession) {}

  async claim(key: IdempotencyKey, now: Date): Promise<StoredOutcome | null> {
    const former = await findFormerOutcome(this.session, key, now);
    if (former) return former;
    const row = {
      id: idOfKey(key),
      operation: key.operation,
      fingerprint: key.fingerprints[0],
      outcome: null,
      expires_at: toSqlTime(new Date(now.getTime() + KEY_LIFETIME_MS)),
    };
    if (await this.insert(row)) return null;
    const stored = await readStoredKey(this.session, row.id);
    // Deleted between the two statements, or inserted by a unit of work that has not ended: the
    // caller tries again.
    if (!stored) throw new IdempotencyConcurrentRequest();
    if (stored.expiresAt <= now) {
      const taken = await this.session.change(
        "UPDATE idempotency_record SET operation = ?, fingerprint = ?, outcome = NULL, expires_at = ? WHERE id = ? AND expires_at <= ?",
        [row.operation, row.fingerprint, row.expires_at, row.id, toSqlTime(now)],
      );
      // Deleted or taken meanwhile: an effect without its key would be made again.
      if (taken !== 1) throw new IdempotencyConcurrentRequest();
      return null;
    }
    const outcome = outcomeFor(key, stored);
    if (outcome === null) throw new IdempotencyConcurrentRequest();
    return outcome;
  }

  async saveOutcome(key: IdempotencyKey, outcome: StoredOutcome): Promise<void> {
    await this.session.change("UPDATE idempotency_record SET outcome = ? WHERE id = ?", [
      toSqlJson(outcome),
      idOfKey(key),
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

  private async insert(row: RowValues): Promise<boolean> {
    try {
      return await insertIfAbsent(this.session, "idempotency_record", row);
    } catch (error) {
      if (isLockTimeout(error)) throw new IdempotencyConcurrentRequest();
      throw error;
    }
  }
}
