import type { Failure } from "./failure.js";
import { placeholders, type SqlSession } from "../database/sql-session.js";
import { toSqlTime } from "../database/sql-value.js";

/** Who holds rows, and until when no other worker may claim them. */
export interface Lease {
  /** A new UUID for each claim. */
  readonly owner: string;
  readonly until: Date;
}

/**
 * Rows that several workers claim. Only one worker gets a row: the claim is an UPDATE that repeats
 * the condition of a free row, because not every database can skip locked rows. A worker that dies
 * loses its rows when the lease ends.
 */
export class Leases<Key extends string | number> {
  /**
   * @param table has the columns id, status (PENDING while it is to be claimed), attempts, due_at,
   * last_error, lease_owner and lease_until. Never from input.
   */
  constructor(
    private readonly session: SqlSession,
    private readonly table: string,
  ) {}

  /** Claims those of the rows that are pending, due and free. */
  async claim(keys: readonly Key[], { owner, until }: Lease, now: Date): Promise<void> {
    await this.session.change(
      `UPDATE ${this.table} SET lease_owner = ?, lease_until = ? WHERE id IN (${placeholders(keys)}) AND ${FREE}`,
      [owner, toSqlTime(until), ...keys, toSqlTime(now), toSqlTime(now)],
    );
  }

  /** Extends the lease of a row. @returns false when another worker has claimed the row */
  async renew(key: Key, { owner, until }: Lease): Promise<boolean> {
    return (
      (await this.session.change(
        `UPDATE ${this.table} SET lease_until = ? WHERE id = ? AND ${HELD}`,
        [toSqlTime(until), key, owner],
      )) === 1
    );
  }

  async release(keys: readonly Key[], owner: string): Promise<void> {
    if (keys.length > 0)
      await this.session.change(
        `UPDATE ${this.table} SET lease_owner = NULL, lease_until = NULL WHERE id IN (${placeholders(keys)}) AND ${HELD}`,
        [...keys, owner],
      );
  }

  /** Releases a row until it is due again, or parks it. */
  async fail(key: Key, owner: string, { attempts, dueAt, lastError }: Failure): Promise<void> {
    await this.session.change(
      `UPDATE ${this.table} SET status = ?, attempts = ?, due_at = COALESCE(?, due_at), last_error = ?, lease_owner = NULL, lease_until = NULL WHERE id = ? AND ${HELD}`,
      [
        dueAt === null ? "PARKED" : "PENDING",
        attempts,
        dueAt && toSqlTime(dueAt),
        lastError,
        key,
        owner,
      ],
    );
  }
}

/** The condition of a held row; its value is the owner. */
export const HELD = "status = 'PENDING' AND lease_owner = ?";

/** The condition of a free row; its values are the current time, twice. */
export const FREE =
  "status = 'PENDING' AND (due_at IS NULL OR due_at <= ?) AND (lease_until IS NULL OR lease_until <= ?)";
