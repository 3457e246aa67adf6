import type { Job, Recurring } from "../../../application/shared/schedule.js";
import { placeholders } from "../database/sql-session.js";
import { toSqlTime } from "../database/sql-value.js";
import { backoffMs, failureAfter, isFinal, MAX_ATTEMPTS, shortError } from "./failure.js";
import { FREE } from "./leases.js";
import { recurringId, type ClaimedWork, type SqlWorkQueue } from "./sql-work-queue.js";
import { leaseFor, runUntilAborted, type WorkerNeeds } from "./worker-needs.js";

export interface WorkQueueStores {
  readonly workQueue: SqlWorkQueue;
}

export interface SchedulerNeeds<Stores> extends WorkerNeeds<Stores & WorkQueueStores> {
  readonly jobs: readonly Job<Stores>[];
  readonly recurring: readonly Recurring<Stores>[];
}

const BATCH = 20;

/**
 * Runs scheduled work when it is due, exactly once. Several schedulers may run at the same time;
 * each runs only the kinds that it was given.
 */
export class Scheduler<Stores> {
  readonly #jobs: ReadonlyMap<string, Job<Stores>>;
  readonly #recurring: ReadonlyMap<string, Recurring<Stores>>;
  #isRegistered = false;

  constructor(private readonly needs: SchedulerNeeds<Stores>) {
    this.#jobs = new Map(needs.jobs.map((job) => [job.kind, job]));
    this.#recurring = new Map(
      needs.recurring.map((recurring) => [recurringId(recurring.kind), recurring]),
    );
  }

  /** Runs a batch. @returns whether there may be more to do at once */
  async runDue(signal: AbortSignal): Promise<boolean> {
    const { unitOfWork, clock, recurring } = this.needs;
    if (!this.#isRegistered)
      await unitOfWork.run(({ workQueue }) => workQueue.register(recurring, clock.now()));
    this.#isRegistered = true;
    const due = await this.#due();
    if (due.length === 0) return false;
    const lease = leaseFor(this.needs);
    const claimed = await unitOfWork.run(({ workQueue }) =>
      workQueue.claim(due, lease, clock.now()),
    );
    const notRun = await runUntilAborted(claimed, signal, (work) => this.#run(work, lease.owner));
    if (notRun.length > 0)
      await unitOfWork.run(({ workQueue }) =>
        workQueue.release(
          notRun.map(({ id }) => id),
          lease.owner,
        ),
      );
    return claimed.length > 0;
  }

  async #due(): Promise<readonly string[]> {
    const { reads, clock, recurring } = this.needs;
    const kinds = [...this.#jobs.keys(), ...recurring.map(({ kind }) => kind)];
    if (kinds.length === 0) return [];
    const now = toSqlTime(clock.now());
    const rows = await reads.query(
      `SELECT id FROM scheduled_work WHERE ${FREE} AND kind IN (${placeholders(kinds)}) ORDER BY due_at, id LIMIT ${BATCH}`,
      [now, now, ...kinds],
    );
    return rows.map((row) => String(row["id"]));
  }

  async #run(work: ClaimedWork, owner: string): Promise<void> {
    const recurring = this.#recurring.get(work.id);
    try {
      if (recurring) await this.#runRecurring(work, recurring, owner);
      else await this.#runJob(work, owner);
    } catch (error) {
      await this.#fail(work, owner, error, recurring);
    }
  }

  /** Marks the work as done and runs its job in one unit of work, if the lease still holds. */
  #runJob(work: ClaimedWork, owner: string): Promise<void> {
    const { unitOfWork, clock } = this.needs;
    return unitOfWork.run(async (stores) => {
      if (await stores.workQueue.finish(work.id, owner, clock.now()))
        await this.#jobs.get(work.kind)?.run(work, stores);
    });
  }

  #runRecurring({ id }: ClaimedWork, recurring: Recurring<Stores>, owner: string): Promise<void> {
    const { unitOfWork, clock } = this.needs;
    return unitOfWork.run(async (stores) => {
      const now = clock.now();
      const next = new Date(now.getTime() + recurring.everyMs);
      if (!(await stores.workQueue.finishRun(id, owner, next))) return;
      if ((await recurring.run(now, stores)) === "more")
        await stores.workQueue.runAgainNow(id, now);
    });
  }

  async #fail(
    work: ClaimedWork,
    owner: string,
    error: unknown,
    recurring: Recurring<Stores> | undefined,
  ): Promise<void> {
    const { unitOfWork, clock, log } = this.needs;
    const attempts = work.attempts + 1;
    const isOver = !recurring && (isFinal(error) || attempts >= MAX_ATTEMPTS);
    const pauseMs = Math.min(backoffMs(attempts), recurring?.everyMs ?? Number.POSITIVE_INFINITY);
    const failure = failureAfter(clock.now(), {
      attempts,
      pauseMs: isOver ? null : pauseMs,
      lastError: shortError(error),
    });
    await unitOfWork.run(({ workQueue }) => workQueue.fail(work.id, owner, failure));
    const facts = { work: work.id, kind: work.kind, count: attempts, error };
    if (isOver) log.error("Scheduled work was parked: it cannot be done.", facts);
    else log.warn("Scheduled work failed. It is tried again.", facts);
  }
}
