import type { Recurring, ScheduledWork } from "../../../application/shared/schedule.js";
import { insertIfAbsent } from "../database/insert-rows.js";
import { placeholders, type SqlSession } from "../database/sql-session.js";
import { toSqlTime } from "../database/sql-value.js";
import type { Failure } from "./failure.js";
import { HELD, Leases, type Lease } from "./leases.js";
import { workOf } from "./sql-schedule.js";

/** Work that a scheduler has claimed. */
export interface ClaimedWork extends ScheduledWork {
  readonly attempts: number;
}

/** The id of recurring work. */
export const recurringId = (kind: string): string => `every:${kind}`;

/** Scheduled work, as a scheduler uses it. */
export class SqlWorkQueue {
  readonly #leases: Leases<string>;

  constructor(private readonly session: SqlSession) {
    this.#leases = new Leases(session, "scheduled_work");
  }

  /** Stores recurring work, or its new interval; new work is due at once. */
  async register(
    recurring: readonly Pick<Recurring<never>, "kind" | "everyMs">[],
    now: Date,
  ): Promise<void> {
    for (const { kind, everyMs } of recurring) {
      const id = recurringId(kind);
      await insertIfAbsent(this.session, "scheduled_work", {
        id,
        kind,
        subject: "",
        facts: "{}",
        due_at: toSqlTime(now),
        every_ms: everyMs,
      });
      await this.session.change(
        "UPDATE scheduled_work SET every_ms = ?, due_at = ? WHERE id = ? AND every_ms <> ?",
        [everyMs, toSqlTime(now), id, everyMs],
      );
    }
  }

  /** Claims what is free. @returns the claimed work, soonest first */
  async claim(ids: readonly string[], lease: Lease, now: Date): Promise<readonly ClaimedWork[]> {
    await this.#leases.claim(ids, lease, now);
    const rows = await this.session.query(
      `SELECT id, kind, subject, due_at, facts, attempts FROM scheduled_work WHERE id IN (${placeholders(ids)}) AND lease_owner = ? ORDER BY due_at, id`,
      [...ids, lease.owner],
    );
    return rows.map((row) => ({ ...workOf(row), attempts: Number(row["attempts"]) }));
  }

  /**
   * Marks work as done.
   * @returns whether it was still held and not cancelled: only then may it run
   */
  async finish(id: string, owner: string, now: Date): Promise<boolean> {
    return (
      (await this.session.change(
        `UPDATE scheduled_work SET status = 'DONE', done_at = ?, ${RELEASED} WHERE id = ? AND ${HELD}`,
        [toSqlTime(now), id, owner],
      )) === 1
    );
  }

  /**
   * Postpones recurring work until its next run.
   * @returns whether it was still held: only then may it run
   */
  async finishRun(id: string, owner: string, next: Date): Promise<boolean> {
    return (
      (await this.session.change(
        `UPDATE scheduled_work SET due_at = ?, attempts = 0, ${RELEASED} WHERE id = ? AND ${HELD}`,
        [toSqlTime(next), id, owner],
      )) === 1
    );
  }

  /** Makes recurring work due at once, because it has more to do. */
  async runAgainNow(id: string, now: Date): Promise<void> {
    await this.session.change("UPDATE scheduled_work SET due_at = ? WHERE id = ?", [
      toSqlTime(now),
      id,
    ]);
  }

  release(ids: readonly string[], owner: string): Promise<void> {
    return this.#leases.release(ids, owner);
  }

  fail(id: string, owner: string, failure: Failure): Promise<void> {
    return this.#leases.fail(id, owner, failure);
  }
}

const RELEASED = "last_error = NULL, lease_owner = NULL, lease_until = NULL";
