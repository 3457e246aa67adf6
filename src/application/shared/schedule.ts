import type { WorkId } from "../../domain/shared/ids.js";

export type { WorkId } from "../../domain/shared/ids.js";

/** Work for a time: change a price, announce a publication. */
export interface ScheduledWork {
  /** `ids.next("work")` */
  readonly id: WorkId;
  /** The kind of its job: `pricing.change-price`, at most 120 of `a-z0-9.-`. */
  readonly kind: string;
  /** The id of the aggregate that it is about. */
  readonly subject: string;
  /** UTC. The work is done about a second later at most, or when a worker runs again. */
  readonly dueAt: Date;
  /** Input of the job, as plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * The scheduled work. It is planned in the unit of work that decides it, so that both are saved or
 * neither.
 */
export interface Schedule {
  plan(works: readonly ScheduledWork[]): Promise<void>;
  /** The pending work of one kind about these subjects, soonest first, without parked work. */
  ofSubjects(kind: string, subjects: readonly string[]): Promise<readonly ScheduledWork[]>;
  /** The pending work with these ids and this kind. */
  ofIds(kind: string, ids: readonly WorkId[]): Promise<readonly ScheduledWork[]>;
  /** Cancels pending work; work that is done is not undone. @returns how many were cancelled */
  cancel(ids: readonly WorkId[]): Promise<number>;
  /** Cancels the pending work of one kind about one subject. @returns how many */
  cancelOfSubject(kind: string, subject: string): Promise<number>;
  /** Cancels the pending work of every kind about deleted subjects. @returns how many */
  cancelAllOfSubjects(subjects: readonly string[]): Promise<number>;
}

export interface ScheduleStores {
  readonly schedule: Schedule;
}

/**
 * Does one kind of scheduled work, exactly once: the effect and the note that it is done are one
 * unit of work. A DomainError is final (the subject was deleted, a rule forbids it): the work is
 * parked with its code. After any other error it is tried again, ten times in all, and then parked.
 */
export interface Job<Stores> {
  readonly kind: string;
  /**
   * Whether buyers see what it does, or what its time alone does: caches keep no answer of the shop
   * beyond the time of the next one.
   */
  readonly isSeen?: true;
  /**
   * Runs inside a unit of work, maybe several times, so it uses only the stores: no HTTP, no mail.
   */
  run(work: ScheduledWork, stores: Stores): Promise<void>;
}

/**
 * Recurring work: housekeeping. Each round is run by one of the processes. A failed round is tried
 * again and never parked.
 */
export interface Recurring<Stores> {
  readonly kind: string;
  readonly everyMs: number;
  /**
   * Does one portion in a unit of work of its own, small enough that other writers do not wait
   * long.
   * @param now when the round runs
   * @returns "more" to be run again at once, "done" when the round is over
   */
  run(now: Date, stores: Stores): Promise<"done" | "more">;
}
