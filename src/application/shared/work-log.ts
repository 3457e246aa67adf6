import type { ScheduledWork } from "./schedule.js";

const WORK_STATUSES = ["PENDING", "PARKED", "DONE"] as const;
/** Pending, parked after failures, or done. */
export type WorkStatus = (typeof WORK_STATUSES)[number];

/** Scheduled work for the operator, without its facts. */
export interface WorkEntry extends Omit<ScheduledWork, "facts" | "id"> {
  /** The id of the work; for recurring work `every:` and its kind. */
  readonly id: string;
  readonly status: WorkStatus;
  /** The interval of recurring work in milliseconds; null otherwise. */
  readonly everyMs: number | null;
  readonly attempts: number;
  /** The name and the code of the last error. */
  readonly lastError: string | null;
}

/** All scheduled work and its status, for the operator. */
export interface WorkLog {
  /** Soonest first. */
  list(status: WorkStatus, limit: number): Promise<readonly WorkEntry[]>;
  /** The existing work with these ids, locked. */
  ofIds(ids: readonly string[]): Promise<readonly WorkEntry[]>;
  /** Makes work due now, with all attempts. */
  retry(ids: readonly string[], now: Date): Promise<void>;
  /** Removes pending work. */
  drop(ids: readonly string[]): Promise<void>;
  /** Removes work that was done before a time. @returns how many, at most the limit */
  removeDone(before: Date, limit: number): Promise<number>;
}

export interface WorkStores {
  readonly workLog: WorkLog;
}
