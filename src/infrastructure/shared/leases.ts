import { placeholders, toSqlTime, type SqlSession } from "./sql.js";

/** Who holds rows, and until when they may be taken from it. */
export interface Lease {
  /** A new one for each claim. */
  readonly owner: string;
  readonly until: Date;
}

/** What becomes of a row whose turn has failed. */
export interface Failure {
  readonly attempts: number;
  /** When it is tried again; null when it is given up on. */
  readonly dueAt: Date | null;
  readonly lastError: string;
}

/**
 * Rows that several workers reach for, of which one gets each: by an UPDATE that repeats what makes a row free, because not every
 * database can skip locked rows. Whoever dies holding rows loses them when the lease ends.
 */
export class Leases<Key extends string | number> {
  constructor(
    private readonly session: SqlSession,
    private readonly table: "outbox" | "scheduled_work" | "catalog_media_source",
  ) {}

  /** Takes those of the rows that are pending, due and free. */
  async claim(keys: readonly Key[], { owner, until }: Lease, now: Date): Promise<void> {
    await this.session.change(
      `UPDATE ${this.table} SET lease_owner = ?, lease_until = ? WHERE id IN (${placeholders(keys)}) AND ${FREE}`,
      [owner, toSqlTime(until), ...keys, toSqlTime(now), toSqlTime(now)],
    );
  }

  /** Prolongs the lease of a row. @returns whether it was still held: if not, another worker has it */
  async hold(key: Key, { owner, until }: Lease): Promise<boolean> {
    return (
      (await this.session.change(
        `UPDATE ${this.table} SET lease_until = ? WHERE id = ? AND ${HELD}`,
        [toSqlTime(until), key, owner],
      )) === 1
    );
  }

  async letGo(keys: readonly Key[], owner: string): Promise<void> {
    if (keys.length > 0)
      await this.session.change(
        `UPDATE ${this.table} SET lease_owner = NULL, lease_until = NULL WHERE id IN (${placeholders(keys)}) AND ${HELD}`,
        [...keys, owner],
      );
  }

  /** Lets a row go until it is due again, or parks it. */
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

/** What makes a row held; takes the owner. */
export const HELD = "status = 'PENDING' AND lease_owner = ?";

/** What makes a row free; takes the time twice. */
export const FREE =
  "status = 'PENDING' AND (due_at IS NULL OR due_at <= ?) AND (lease_until IS NULL OR lease_until <= ?)";
