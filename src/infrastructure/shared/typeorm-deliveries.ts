import type { StoredEvent } from "../../application/shared/events.js";
import { FREE, HELD, Leases, type Failure, type Lease } from "./leases.js";
import {
  fromSqlJson,
  fromSqlTime,
  insertUnlessThere,
  placeholders,
  toSqlTime,
  type Row,
  type SqlSession,
} from "./sql.js";

/** An event that a relay holds. */
export interface ClaimedEvent extends StoredEvent {
  readonly key: number;
  readonly attempts: number;
}

/** The outbox as a relay works on it. */
export class TypeormDeliveries {
  readonly #leases: Leases<number>;

  constructor(private readonly session: SqlSession) {
    this.#leases = new Leases(session, "outbox");
  }

  /**
   * Takes those of the events that are free and next in line.
   * @returns them, oldest first
   */
  async claim(keys: readonly number[], lease: Lease, now: Date): Promise<readonly ClaimedEvent[]> {
    await this.#leases.claim(keys, lease, now);
    // Since they were looked for, another relay may have taken or put off an earlier event of the same aggregate.
    const early = await this.session.query(
      `SELECT mine.id FROM outbox mine WHERE mine.id IN (${placeholders(keys)}) AND mine.lease_owner = ? AND EXISTS (SELECT 1 FROM outbox earlier
       WHERE earlier.aggregate_id = mine.aggregate_id AND earlier.status = 'PENDING' AND earlier.id < mine.id AND (earlier.lease_owner IS NULL OR earlier.lease_owner <> ?))`,
      [...keys, lease.owner, lease.owner],
    );
    await this.#leases.letGo(
      early.map((row) => Number(row["id"])),
      lease.owner,
    );
    const rows = await this.session.query(
      `SELECT id, event_id, type, aggregate_id, sequence, payload, occurred_at, attempts FROM outbox WHERE id IN (${placeholders(keys)}) AND lease_owner = ? ORDER BY id`,
      [...keys, lease.owner],
    );
    return rows.map(claimed);
  }

  /** @returns whether the event was still held: if not, another relay delivers it */
  hold(key: number, lease: Lease): Promise<boolean> {
    return this.#leases.hold(key, lease);
  }

  /** Notes in the inbox that a subscriber takes an event. @returns false when it has taken it before */
  take(subscriber: string, eventId: string, now: Date): Promise<boolean> {
    return insertUnlessThere(this.session, "inbox", {
      event_id: eventId,
      subscriber,
      taken_at: toSqlTime(now),
    });
  }

  /** Marks events that the owner holds as delivered, and lets go of the others. */
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
    await this.#leases.letGo(others, owner);
  }

  /** Marks those of the events that are free as delivered: nobody wants them. */
  async pass(keys: readonly number[], now: Date): Promise<void> {
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
