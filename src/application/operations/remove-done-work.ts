import type { Recurring } from "../shared/schedule.js";
import type { WorkStores } from "../shared/work-log.js";

const HOUR_MS = 60 * 60_000;
const KEPT_FOR_MS = 7 * 24 * HOUR_MS;
const PORTION = 500;

/** Removes work that was done more than a week ago. */
export const removeDoneWork: Recurring<WorkStores> = {
  kind: "operations.forget-done-work",
  everyMs: HOUR_MS,
  run: async (now, { workLog }) =>
    (await workLog.removeDone(new Date(now.getTime() - KEPT_FOR_MS), PORTION)) === PORTION
      ? "more"
      : "done",
};
