import type { Recurring, ScheduledWork } from "../../application/shared/schedule.js";
import { HELD, Leases, type Failure, type Lease } from "./leases.js";
import { insertUnlessThere, placeholders, toSqlTime, type SqlSession } from "./sql.js";
import { workOf } from "./typeorm-schedule.js";

/** Work that a scheduler holds. */
export interface ClaimedWork extends ScheduledWork {
  readonly attempts: number;
}

/** The id of what comes round again. */
export const roundId = (kind: string): string => `every:${kind}`;

/** Scheduled work as a scheduler works on it. */
export class TypeormWorkQueue {
  readonly #leases: Leases<string>;

  constructor(private readonly session: SqlSession) {
    this.#leases = new Leases(session, "scheduled_work");
  }

  /** Makes sure that each kind comes round at its own pace; the first time at once. */
  async enrol(
    recurring: readonly Pick<Recurring<never>, "kind" | "everyMs">[],
    now: Date,
  ): Promise<void> {
    for (const { kind, everyMs } of recurring) {
      const id = roundId(kind);
      await insertUnlessThere(this.session, "scheduled_work", {
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

  /** Takes those of the works that are free. @returns them, soonest first */
  async claim(ids: readonly string[], lease: Lease, now: Date): Promise<readonly ClaimedWork[]> {
    await this.#leases.claim(ids, lease, now);
    const rows = await this.session.query(
      `SELECT id, kind, subject, due_at, facts, attempts FROM scheduled_work WHERE id IN (${placeholders(ids)}) AND lease_owner = ? ORDER BY due_at, id`,
      [...ids, lease.owner],
    );
    return rows.map((row) => ({ ...workOf(row), attempts: Number(row["attempts"]) }));
  }

  /** Marks work as done. @returns whether it was still held and not taken back: only then may it be done */
  async finish(id: string, owner: string, now: Date): Promise<boolean> {
    return (
      (await this.session.change(
        `UPDATE scheduled_work SET status = 'DONE', done_at = ?, ${RELEASED} WHERE id = ? AND ${HELD}`,
        [toSqlTime(now), id, owner],
      )) === 1
    );
  }

  /** Puts off what comes round until its next time. @returns whether it was still held: only then may this round be run */
  async finishRound(id: string, owner: string, next: Date): Promise<boolean> {
    return (
      (await this.session.change(
        `UPDATE scheduled_work SET due_at = ?, attempts = 0, ${RELEASED} WHERE id = ? AND ${HELD}`,
        [toSqlTime(next), id, owner],
      )) === 1
    );
  }

  /** Has a round go on at once. */
  async goOn(id: string, now: Date): Promise<void> {
    await this.session.change("UPDATE scheduled_work SET due_at = ? WHERE id = ?", [
      toSqlTime(now),
      id,
    ]);
  }

  letGo(ids: readonly string[], owner: string): Promise<void> {
    return this.#leases.letGo(ids, owner);
  }

  fail(id: string, owner: string, failure: Failure): Promise<void> {
    return this.#leases.fail(id, owner, failure);
  }
}

const RELEASED = "last_error = NULL, lease_owner = NULL, lease_until = NULL";
