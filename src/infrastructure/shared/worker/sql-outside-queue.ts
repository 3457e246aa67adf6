import type { OutsideJob, OutsideQueue } from "../../../application/shared/outside-job.js";
import type { OutsideWork } from "../../../application/shared/outside-work.js";
import { toSqlTime } from "../database/sql-value.js";
import { failureAfter, shortError } from "./failure.js";
import { FREE } from "./leases.js";
import type { WorkQueueStores } from "./scheduler.js";
import type { ClaimedWork } from "./sql-work-queue.js";
import { leaseFor, type WorkerNeeds } from "./worker-needs.js";

/** Several processes may run the same job: each piece of work is done by the one that claims it. */
export class SqlOutsideQueue implements OutsideQueue {
  constructor(private readonly needs: Omit<WorkerNeeds<WorkQueueStores>, "leaseMs">) {}

  workOf(job: OutsideJob): OutsideWork {
    const { kind, everyMs } = job;
    return { kind, everyMs, run: (_now, signal) => this.#runDue(job, signal) };
  }

  async #runDue(job: OutsideJob, signal: AbortSignal): Promise<"done" | "more"> {
    const { unitOfWork, clock } = this.needs;
    const due = await this.#due(job);
    if (due.length === 0) return "done";
    const lease = leaseFor({ clock, leaseMs: job.leaseMs });
    const claimed = await unitOfWork.run(({ workQueue }) =>
      workQueue.claim(due, lease, clock.now()),
    );
    const outcomes = await Promise.all(
      claimed.map((work) => this.#run(job, work, lease.owner, signal)),
    );
    // After a failure the service gets a pause, because the next work would probably fail too.
    return claimed.length > 0 && outcomes.every((isDone) => isDone) ? "more" : "done";
  }

  async #due({ kind, atOnce }: OutsideJob): Promise<readonly string[]> {
    const now = toSqlTime(this.needs.clock.now());
    const rows = await this.needs.reads.query(
      `SELECT id FROM scheduled_work WHERE ${FREE} AND kind = ? ORDER BY due_at, id LIMIT ${Math.trunc(atOnce)}`,
      [now, now, kind],
    );
    return rows.map((row) => String(row["id"]));
  }

  /** @returns whether it was done */
  async #run(
    job: OutsideJob,
    work: ClaimedWork,
    owner: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { unitOfWork, clock } = this.needs;
    try {
      signal.throwIfAborted();
      await job.run(work, signal);
    } catch (error) {
      if (signal.aborted)
        await unitOfWork.run(({ workQueue }) => workQueue.release([work.id], owner));
      else await this.#fail(job, work, owner, error);
      return false;
    }
    await unitOfWork.run(({ workQueue }) => workQueue.finish(work.id, owner, clock.now()));
    return true;
  }

  async #fail(job: OutsideJob, work: ClaimedWork, owner: string, error: unknown): Promise<void> {
    const { unitOfWork, clock, log } = this.needs;
    const attempts = work.attempts + 1;
    const pauseMs = job.pauseMs(attempts, error);
    const lastError = shortError(error);
    const failure = failureAfter(clock.now(), { attempts, pauseMs, lastError });
    await unitOfWork.run(({ workQueue }) => workQueue.fail(work.id, owner, failure));
    const facts = { work: work.id, kind: work.kind, count: attempts, error };
    if (pauseMs === null) log.error("Scheduled work was parked: it cannot be done.", facts);
    else log.warn("Scheduled work failed. It is tried again.", facts);
  }
}
