import type { ScheduledWork } from "./schedule.js";

export const WORK_STATUSES = ["PENDING", "PARKED", "DONE"] as const;
/** To be done, given up on, or done. */
export type WorkStatus = (typeof WORK_STATUSES)[number];

/** Scheduled work as the operator sees it: without its facts. */
export interface WorkEntry extends Omit<ScheduledWork, "facts" | "id"> {
  /** The id of the work, or for what comes round again `every:` and its kind. */
  readonly id: string;
  readonly status: WorkStatus;
  /** How often it comes round, in milliseconds; null for what is done once. */
  readonly everyMs: number | null;
  readonly attempts: number;
  /** Name and code of the last failure. */
  readonly lastError: string | null;
}

/** All scheduled work and how far it has come, for whoever keeps the shop running. */
export interface WorkLog {
  /** Soonest first. */
  list(status: WorkStatus, limit: number): Promise<readonly WorkEntry[]>;
  /** That part of the work that there is, to be changed in this unit of work. */
  ofIds(ids: readonly string[]): Promise<readonly WorkEntry[]>;
  /** Has work done as soon as possible, with all its attempts. */
  retry(ids: readonly string[], now: Date): Promise<void>;
  /** Removes work that is not done. */
  drop(ids: readonly string[]): Promise<void>;
  /** Forgets work that was done before a time. @returns how much, at most the limit */
  forgetDone(before: Date, limit: number): Promise<number>;
}

export interface WorkStores {
  readonly workLog: WorkLog;
}
