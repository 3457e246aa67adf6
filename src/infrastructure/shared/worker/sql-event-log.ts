import type { EventEntry, EventLog, EventStatus } from "../../../application/shared/events.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../database/sql-session.js";
import { fromSqlTime } from "../database/sql-value.js";
import { signalWork } from "./signal-work.js";

const COLUMNS =
  "id, event_id, type, aggregate_id, sequence, occurred_at, status, attempts, due_at, last_error";
const RESET =
  "status = 'PENDING', attempts = 0, due_at = NULL, last_error = NULL, delivered_at = NULL";

export class SqlEventLog implements EventLog {
  constructor(private readonly session: SqlSession) {}

  async list(status: EventStatus, limit: number): Promise<readonly EventEntry[]> {
    return (
      await this.session.query(
        `SELECT ${COLUMNS} FROM outbox WHERE status = ? ORDER BY id LIMIT ${Math.trunc(limit)}`,
        [status],
      )
    ).map(toEventEntry);
  }

  async ofIds(ids: readonly string[]): Promise<readonly EventEntry[]> {
    const found: Row[] = [];
    for (const some of toChunks(ids))
      found.push(
        ...(await this.session.query(
          `SELECT ${COLUMNS} FROM outbox WHERE event_id IN (${placeholders(some)}) ORDER BY id${forUpdate(this.session)}`,
          some,
        )),
      );
    return found.toSorted((a, b) => Number(a["id"]) - Number(b["id"])).map(toEventEntry);
  }

  async replay(ids: readonly string[]): Promise<void> {
    signalWork(this.session);
    for (const some of toChunks(ids))
      await this.session.change(
        `UPDATE outbox SET ${RESET} WHERE event_id IN (${placeholders(some)})`,
        some,
      );
  }

  replayParked(): Promise<number> {
    signalWork(this.session);
    return this.session.change(`UPDATE outbox SET ${RESET} WHERE status = 'PARKED'`);
  }

  async drop(ids: readonly string[]): Promise<void> {
    for (const some of toChunks(ids))
      for (const table of ["inbox", "outbox"])
        await this.session.change(
          `DELETE FROM ${table} WHERE event_id IN (${placeholders(some)})`,
          some,
        );
  }

  async removeDelivered(before: Date, limit: number): Promise<number> {
    // Only the oldest rows are read, so that the statement is short. Replayed events among them were
    // delivered recently and stay, so the events after them are removed up to a week late.
    const rows = await this.session.query(
      `SELECT event_id, delivered_at FROM outbox WHERE status = 'DELIVERED' ORDER BY id LIMIT ${Math.trunc(limit)}${forUpdate(this.session)}`,
    );
    const old = rows
      .filter((row) => fromSqlTime(row["delivered_at"]) < before)
      .map((row) => String(row["event_id"]));
    await this.drop(old);
    return old.length;
  }
}

const toEventEntry = (row: Row): EventEntry => ({
  id: String(row["event_id"]),
  type: String(row["type"]),
  aggregateId: String(row["aggregate_id"]),
  sequence: Number(row["sequence"]),
  occurredAt: fromSqlTime(row["occurred_at"]),
  status: row["status"] as EventStatus,
  attempts: Number(row["attempts"]),
  dueAt: row["due_at"] == null ? null : fromSqlTime(row["due_at"]),
  lastError: row["last_error"] == null ? null : String(row["last_error"]),
});
