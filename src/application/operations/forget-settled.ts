import type { EventStores } from "../shared/events.js";
import type { IdempotencyStores } from "../shared/idempotency.js";
import type { Recurring } from "../shared/schedule.js";
import type { WorkStores } from "../shared/work-log.js";

const DAY_MS = 24 * 60 * 60_000;
const KEPT_FOR_MS = 7 * DAY_MS;
const EVERY_MS = 60 * 60_000;
const PORTION = 500;

/** Forgets events that were delivered a week ago, and who took them. */
export const forgetDeliveredEvents: Recurring<EventStores> = {
  kind: "operations.forget-delivered-events",
  everyMs: EVERY_MS,
  run: async (now, { eventLog }) =>
    (await eventLog.forgetDelivered(new Date(now.getTime() - KEPT_FOR_MS), PORTION)) === PORTION
      ? "more"
      : "done",
};

/** Forgets work that was done a week ago. */
export const forgetDoneWork: Recurring<WorkStores> = {
  kind: "operations.forget-done-work",
  everyMs: EVERY_MS,
  run: async (now, { workLog }) =>
    (await workLog.forgetDone(new Date(now.getTime() - KEPT_FOR_MS), PORTION)) === PORTION
      ? "more"
      : "done",
};

/** Forgets the answers to commands that nobody will send again. */
export const forgetIdempotencyKeys: Recurring<IdempotencyStores> = {
  kind: "operations.forget-idempotency-keys",
  everyMs: EVERY_MS,
  run: async (now, { idempotencyKeys }) =>
    (await idempotencyKeys.purge(now, PORTION)) === PORTION ? "more" : "done",
};
