import type { Schedule, ScheduledWork, WorkId } from "../../../application/shared/schedule.js";
import { id } from "../../../domain/shared/id.js";
import { insertRows } from "../database/insert-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../database/sql-session.js";
import { fromSqlJson, fromSqlTime, toSqlJson, toSqlTime } from "../database/sql-value.js";
import { signalWork } from "./signal-work.js";

export class SqlSchedule implements Schedule {
  constructor(private readonly session: SqlSession) {}

  async plan(works: readonly ScheduledWork[]): Promise<void> {
    if (works.length === 0) return;
    signalWork(this.session);
    await insertRows(
      this.session,
      "scheduled_work",
      works.map((work) => ({
        id: work.id,
        kind: work.kind,
        subject: work.subject,
        due_at: toSqlTime(work.dueAt),
        facts: toSqlJson(work.facts),
      })),
    );
  }

  async ofSubjects(kind: string, subjects: readonly string[]): Promise<readonly ScheduledWork[]> {
    const found: ScheduledWork[] = [];
    for (const some of toChunks(subjects)) {
      const rows = await this.session.query(
        `SELECT id, kind, subject, due_at, facts FROM scheduled_work WHERE kind = ? AND subject IN (${placeholders(some)}) AND status = 'PENDING' ORDER BY due_at, id${forUpdate(this.session)}`,
        [kind, ...some],
      );
      found.push(...rows.map(workOf));
    }
    return found.toSorted(bySoonest);
  }

  async ofIds(kind: string, ids: readonly WorkId[]): Promise<readonly ScheduledWork[]> {
    const found: ScheduledWork[] = [];
    for (const some of toChunks(ids.toSorted())) {
      const rows = await this.session.query(
        `SELECT id, kind, subject, due_at, facts FROM scheduled_work WHERE id IN (${placeholders(some)}) AND kind = ? AND status = 'PENDING' ORDER BY id${forUpdate(this.session)}`,
        [...some, kind],
      );
      found.push(...rows.map(workOf));
    }
    return found.toSorted(bySoonest);
  }

  async cancel(ids: readonly WorkId[]): Promise<number> {
    let cancelled = 0;
    for (const some of toChunks(ids))
      cancelled += await this.session.change(
        `DELETE FROM scheduled_work WHERE id IN (${placeholders(some)}) AND ${PENDING_ONCE}`,
        some,
      );
    return cancelled;
  }

  cancelOfSubject(kind: string, subject: string): Promise<number> {
    return this.session.change(
      `DELETE FROM scheduled_work WHERE kind = ? AND subject = ? AND ${PENDING_ONCE}`,
      [kind, subject],
    );
  }

  async cancelAllOfSubjects(subjects: readonly string[]): Promise<number> {
    let cancelled = 0;
    for (const some of toChunks(subjects.toSorted()))
      cancelled += await this.session.change(
        `DELETE FROM scheduled_work WHERE subject IN (${placeholders(some)}) AND ${PENDING_ONCE}`,
        some,
      );
    return cancelled;
  }
}

// Work that is running is marked as done in the transaction that runs it, so it cannot be cancelled
// any more.
const PENDING_ONCE = "status = 'PENDING' AND every_ms IS NULL";

const bySoonest = (a: ScheduledWork, b: ScheduledWork): number =>
  a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1);

export const workOf = (row: Row): ScheduledWork => ({
  id: id<WorkId>(String(row["id"])),
  kind: String(row["kind"]),
  subject: String(row["subject"]),
  dueAt: fromSqlTime(row["due_at"]),
  facts: fromSqlJson<ScheduledWork["facts"]>(row["facts"]),
});
