import type { WorkEntry, WorkLog, WorkStatus } from "../../../application/shared/work-log.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../database/sql-session.js";
import { fromSqlTime, toSqlTime } from "../database/sql-value.js";
import { signalWork } from "./signal-work.js";

const COLUMNS = "id, kind, subject, due_at, every_ms, status, attempts, last_error";

export class SqlWorkLog implements WorkLog {
  constructor(private readonly session: SqlSession) {}

  async list(status: WorkStatus, limit: number): Promise<readonly WorkEntry[]> {
    return (
      await this.session.query(
        `SELECT ${COLUMNS} FROM scheduled_work WHERE status = ? ORDER BY due_at, id LIMIT ${Math.trunc(limit)}`,
        [status],
      )
    ).map(toWorkEntry);
  }

  async ofIds(ids: readonly string[]): Promise<readonly WorkEntry[]> {
    const found: WorkEntry[] = [];
    for (const some of toChunks(ids))
      found.push(
        ...(
          await this.session.query(
            `SELECT ${COLUMNS} FROM scheduled_work WHERE id IN (${placeholders(some)}) ORDER BY id${forUpdate(this.session)}`,
            some,
          )
        ).map(toWorkEntry),
      );
    return found.toSorted(
      (a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1),
    );
  }

  async retry(ids: readonly string[], now: Date): Promise<void> {
    signalWork(this.session);
    for (const some of toChunks(ids))
      await this.session.change(
        `UPDATE scheduled_work SET status = 'PENDING', attempts = 0, due_at = ?, last_error = NULL WHERE status IN ('PENDING', 'PARKED') AND id IN (${placeholders(some)})`,
        [toSqlTime(now), ...some],
      );
  }

  async drop(ids: readonly string[]): Promise<void> {
    for (const some of toChunks(ids))
      await this.session.change(
        `DELETE FROM scheduled_work WHERE status IN ('PENDING', 'PARKED') AND id IN (${placeholders(some)})`,
        some,
      );
  }

  async removeDone(before: Date, limit: number): Promise<number> {
    const rows = await this.session.query(
      `SELECT id, done_at FROM scheduled_work WHERE status = 'DONE' ORDER BY due_at LIMIT ${Math.trunc(limit)}${forUpdate(this.session)}`,
    );
    const ids = rows
      .filter((row) => fromSqlTime(row["done_at"]) < before)
      .map((row) => String(row["id"]));
    for (const some of toChunks(ids))
      await this.session.change(
        `DELETE FROM scheduled_work WHERE id IN (${placeholders(some)})`,
        some,
      );
    return ids.length;
  }
}

const toWorkEntry = (row: Row): WorkEntry => ({
  id: String(row["id"]),
  kind: String(row["kind"]),
  subject: String(row["subject"]),
  dueAt: fromSqlTime(row["due_at"]),
  status: row["status"] as WorkStatus,
  everyMs: row["every_ms"] == null ? null : Number(row["every_ms"]),
  attempts: Number(row["attempts"]),
  lastError: row["last_error"] == null ? null : String(row["last_error"]),
});
