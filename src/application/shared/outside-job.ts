import type { OutsideWork } from "./outside-work.js";
import type { ScheduledWork } from "./schedule.js";

/**
 * Does one kind of scheduled work that calls a service outside, such as sending a mail. The work is
 * planned in the unit of work that decides it (`Schedule.plan`), and so exactly once; it is done at
 * least once: again when the process dies between the call and the note that it is done.
 */
export interface OutsideJob {
  /** As of the planned work. No `Job` may have the same kind. */
  readonly kind: string;
  /** How often to look for work that is due, in milliseconds. */
  readonly everyMs: number;
  /** How many pieces a process does at the same time. */
  readonly atOnce: number;
  /** Longer than `run` takes at most, in milliseconds: then another process does it again. */
  readonly leaseMs: number;
  /**
   * Runs outside of units of work.
   * @param signal is aborted when the process stops; work that then fails is due again at once
   */
  run(work: ScheduledWork, signal: AbortSignal): Promise<void>;
  /**
   * How long to wait after a failure, in milliseconds; null to park the work for the operator.
   * @param failures how many there were, this one included
   */
  pauseMs(failures: number, error: unknown): number | null;
}

/** Claims, with a lease, the scheduled work that calls services outside. */
export interface OutsideQueue {
  workOf(job: OutsideJob): OutsideWork;
}
