import type { Id } from "../../domain/shared/id.js";

export type WorkId = Id<"Work">;

/** Something that is to be done at a time: change a price, announce a publication. */
export interface ScheduledWork {
  /** `ids.next("work")` */
  readonly id: WorkId;
  /** Which job does it: `pricing.change-price`, at most 120 of `a-z0-9.-`. */
  readonly kind: string;
  /** What it is about: the id of an aggregate. */
  readonly subject: string;
  /** UTC. Done within about a second of it, or as soon as a worker runs again. */
  readonly dueAt: Date;
  /** What the job must know, as plain JSON. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What is planned. Planned in the unit of work that decides it, so that both or neither hold. */
export interface Schedule {
  plan(works: readonly ScheduledWork[]): Promise<void>;
  /** What is still to be done about subjects, soonest first; what was parked is not among it. */
  ofSubject(kind: string, subjects: readonly string[]): Promise<readonly ScheduledWork[]>;
  /** That part of the works of a kind that is still to be done. */
  ofIds(kind: string, ids: readonly WorkId[]): Promise<readonly ScheduledWork[]>;
  /** Takes back what is still to be done. @returns how much it was: what is done already is not undone */
  cancel(ids: readonly WorkId[]): Promise<number>;
  /** Takes back everything of a kind that is still to be done about a subject. @returns how much it was */
  cancelOf(kind: string, subject: string): Promise<number>;
  /** Takes back everything that is still to be done about subjects that are gone, of whichever kind. @returns how much it was */
  cancelAbout(subjects: readonly string[]): Promise<number>;
}

export interface ScheduleStores {
  readonly schedule: Schedule;
}

/**
 * Does one kind of scheduled work, exactly once: the effect and the note that it is done are one unit of work. A DomainError is final
 * (the subject is gone, a rule forbids it): the work is parked with its code. After any other error it is tried again, ten times in
 * all, and then parked.
 */
export interface Job<Stores> {
  readonly kind: string;
  /** Runs inside a unit of work, maybe several times, so it touches only the stores: no HTTP, no mail. */
  run(work: ScheduledWork, stores: Stores): Promise<void>;
}

/**
 * Work that comes round again and again: housekeeping. Each round is run by one process, however many there are; a round that
 * failed is tried again, and never parked.
 */
export interface Recurring<Stores> {
  readonly kind: string;
  readonly everyMs: number;
  /**
   * One portion, in a unit of work of its own, small enough not to keep other writers waiting.
   * @param now when the round runs
   * @returns "more" to be run again at once, "done" when the round is over
   */
  run(now: Date, stores: Stores): Promise<"done" | "more">;
}
