import type { StoredEvent } from "../../../application/shared/events.js";
import { insertIfAbsent } from "../database/insert-rows.js";
import { placeholders, type Row, type SqlSession } from "../database/sql-session.js";
import { fromSqlJson, fromSqlTime, toSqlTime } from "../database/sql-value.js";
import type { Failure } from "./failure.js";
import { FREE, HELD, Leases, type Lease } from "./leases.js";

/** An event that a relay has claimed. */
export interface ClaimedEvent extends StoredEvent {
  readonly key: number;
  readonly attempts: number;
}

/** The outbox, as a relay uses it. */
export class SqlDeliveries {
  readonly #leases: Leases<number>;

  constructor(private readonly session: SqlSession) {
    this.#leases = new Leases(session, "outbox");
  }

  /**
   * Claims those of the events that are free and whose aggregate has no earlier event to deliver.
   * @returns the claimed events, oldest first
   */
  async claim(keys: readonly number[], lease: Lease, now: Date): Promise<readonly ClaimedEvent[]> {
    await this.#leases.claim(keys, lease, now);
    // Another relay may have claimed or postponed an earlier event of the same aggregate since
    // these were found.
    const early = await this.session.query(
      `SELECT mine.id FROM outbox mine WHERE mine.id IN (${placeholders(keys)}) AND mine.lease_owner = ? AND EXISTS (SELECT 1 FROM outbox earlier
       WHERE earlier.aggregate_id = mine.aggregate_id AND earlier.status = 'PENDING' AND earlier.id < mine.id AND (earlier.lease_owner IS NULL OR earlier.lease_owner <> ?))`,
      [...keys, lease.owner, lease.owner],
    );
    await this.#leases.release(
      early.map((row) => Number(row["id"])),
      lease.owner,
    );
    const rows = await this.session.query(
      `SELECT id, event_id, type, aggregate_id, sequence, payload, occurred_at, attempts FROM outbox WHERE id IN (${placeholders(keys)}) AND lease_owner = ? ORDER BY id`,
      [...keys, lease.owner],
    );
    return rows.map(claimed);
  }

  /** Extends the lease of an event. @returns false when another relay has claimed it */
  renew(key: number, lease: Lease): Promise<boolean> {
    return this.#leases.renew(key, lease);
  }

  /**
   * Records that a subscriber handles an event.
   * @returns false when it has handled the event before
   */
  recordInInbox(subscriber: string, eventId: string, now: Date): Promise<boolean> {
    return insertIfAbsent(this.session, "inbox", {
      event_id: eventId,
      subscriber,
      taken_at: toSqlTime(now),
    });
  }

  /** Marks events that the owner holds as delivered, and releases the others. */
  async settle(
    delivered: readonly number[],
    others: readonly number[],
    owner: string,
    now: Date,
  ): Promise<void> {
    if (delivered.length > 0)
      await this.session.change(
        `UPDATE outbox SET ${DELIVERED} WHERE id IN (${placeholders(delivered)}) AND ${HELD}`,
        [toSqlTime(now), ...delivered, owner],
      );
    await this.#leases.release(others, owner);
  }

  /** Marks those of the events that are free as delivered: they have no subscriber. */
  async skip(keys: readonly number[], now: Date): Promise<void> {
    await this.session.change(
      `UPDATE outbox SET ${DELIVERED} WHERE id IN (${placeholders(keys)}) AND ${FREE}`,
      [toSqlTime(now), ...keys, toSqlTime(now), toSqlTime(now)],
    );
  }

  fail(key: number, owner: string, failure: Failure): Promise<void> {
    return this.#leases.fail(key, owner, failure);
  }
}

const DELIVERED = "status = 'DELIVERED', delivered_at = ?, lease_owner = NULL, lease_until = NULL";

const claimed = (row: Row): ClaimedEvent => ({
  key: Number(row["id"]),
  id: String(row["event_id"]),
  type: String(row["type"]),
  aggregateId: String(row["aggregate_id"]),
  sequence: Number(row["sequence"]),
  occurredAt: fromSqlTime(row["occurred_at"]),
  facts: fromSqlJson<StoredEvent["facts"]>(row["payload"]),
  attempts: Number(row["attempts"]),
});
