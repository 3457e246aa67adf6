import { randomUUID } from "node:crypto";
import type { Clock } from "../../application/shared/clock.js";
import type { Log } from "../../application/shared/log.js";
import type { Job, Recurring } from "../../application/shared/schedule.js";
import type { UnitOfWork } from "../../application/shared/unit-of-work.js";
import { backoffMs, isFinal, MOST_ATTEMPTS, shortError } from "./failures.js";
import { FREE } from "./leases.js";
import type { ReadSource } from "./read-source.js";
import { placeholders, toSqlTime } from "./sql.js";
import { roundId, type ClaimedWork, type TypeormWorkQueue } from "./typeorm-work-queue.js";

export interface WorkQueueStores {
  readonly workQueue: TypeormWorkQueue;
}

export interface SchedulerNeeds<Stores> {
  readonly unitOfWork: UnitOfWork<Stores & WorkQueueStores>;
  readonly reads: Pick<ReadSource, "query">;
  readonly jobs: readonly Job<Stores>[];
  readonly recurring: readonly Recurring<Stores>[];
  readonly clock: Clock;
  readonly log: Log;
  /** After how many milliseconds the work of a scheduler that died goes to another one. */
  readonly leaseMs: number;
}

const BATCH = 20;

/** Does what is due, exactly once. Schedulers may run side by side; each knows only the kinds it has been given. */
export class Scheduler<Stores> {
  readonly #jobs: ReadonlyMap<string, Job<Stores>>;
  readonly #recurring: ReadonlyMap<string, Recurring<Stores>>;
  #isEnrolled = false;

  constructor(private readonly needs: SchedulerNeeds<Stores>) {
    this.#jobs = new Map(needs.jobs.map((job) => [job.kind, job]));
    this.#recurring = new Map(
      needs.recurring.map((recurring) => [roundId(recurring.kind), recurring]),
    );
  }

  /** Does a batch. @returns whether there may be more to do just now */
  async pass(signal: AbortSignal): Promise<boolean> {
    const { unitOfWork, clock, recurring } = this.needs;
    if (!this.#isEnrolled)
      await unitOfWork.run(({ workQueue }) => workQueue.enrol(recurring, clock.now()));
    this.#isEnrolled = true;
    const due = await this.#due();
    if (due.length === 0) return false;
    const owner = randomUUID();
    const until = new Date(clock.now().getTime() + this.needs.leaseMs);
    const claimed = await unitOfWork.run(({ workQueue }) =>
      workQueue.claim(due, { owner, until }, clock.now()),
    );
    for (const [index, work] of claimed.entries()) {
      if (signal.aborted) {
        await unitOfWork.run(({ workQueue }) =>
          workQueue.letGo(
            claimed.slice(index).map(({ id }) => id),
            owner,
          ),
        );
        break;
      }
      await this.#attempt(work, owner);
    }
    return claimed.length > 0;
  }

  async #due(): Promise<readonly string[]> {
    const [now, kinds] = [
      toSqlTime(this.needs.clock.now()),
      [...this.#jobs.keys(), ...this.needs.recurring.map(({ kind }) => kind)],
    ];
    if (kinds.length === 0) return [];
    const rows = await this.needs.reads.query(
      `SELECT id FROM scheduled_work WHERE ${FREE} AND kind IN (${placeholders(kinds)}) ORDER BY due_at, id LIMIT ${BATCH}`,
      [now, now, ...kinds],
    );
    return rows.map((row) => String(row["id"]));
  }

  async #attempt(work: ClaimedWork, owner: string): Promise<void> {
    const recurring = this.#recurring.get(work.id);
    try {
      if (recurring) await this.#runRound(work, recurring, owner);
      else await this.#do(work, owner);
    } catch (error) {
      await this.#fail(work, owner, error, recurring);
    }
  }

  /** The mark and the effect in one unit of work, by whoever holds the work. */
  #do(work: ClaimedWork, owner: string): Promise<void> {
    return this.needs.unitOfWork.run(async (stores) => {
      if (await stores.workQueue.finish(work.id, owner, this.needs.clock.now()))
        await this.#jobs.get(work.kind)?.run(work, stores);
    });
  }

  #runRound({ id }: ClaimedWork, recurring: Recurring<Stores>, owner: string): Promise<void> {
    return this.needs.unitOfWork.run(async (stores) => {
      const now = this.needs.clock.now();
      if (
        !(await stores.workQueue.finishRound(
          id,
          owner,
          new Date(now.getTime() + recurring.everyMs),
        ))
      )
        return;
      if ((await recurring.run(now, stores)) === "more") await stores.workQueue.goOn(id, now);
    });
  }

  async #fail(
    work: ClaimedWork,
    owner: string,
    error: unknown,
    recurring: Recurring<Stores> | undefined,
  ): Promise<void> {
    const attempts = work.attempts + 1;
    const isOver = !recurring && (isFinal(error) || attempts >= MOST_ATTEMPTS);
    const pause = Math.min(backoffMs(attempts), recurring?.everyMs ?? Number.POSITIVE_INFINITY);
    const dueAt = isOver ? null : new Date(this.needs.clock.now().getTime() + pause);
    await this.needs.unitOfWork.run(({ workQueue }) =>
      workQueue.fail(work.id, owner, { attempts, dueAt, lastError: shortError(error) }),
    );
    const facts = { work: work.id, kind: work.kind, count: attempts, error };
    if (isOver) this.needs.log.error("Scheduled work was parked: it cannot be done.", facts);
    else this.needs.log.warn("Scheduled work failed. It is tried again.", facts);
  }
}
