import type { EventStores } from "../shared/events.js";
import type { Recurring } from "../shared/schedule.js";

const HOUR_MS = 60 * 60_000;
const KEPT_FOR_MS = 7 * 24 * HOUR_MS;
const PORTION = 500;

/** Removes events that were delivered more than a week ago, with their inbox entries. */
export const removeDeliveredEvents: Recurring<EventStores> = {
  kind: "operations.forget-delivered-events",
  everyMs: HOUR_MS,
  run: async (now, { eventLog }) =>
    (await eventLog.removeDelivered(new Date(now.getTime() - KEPT_FOR_MS), PORTION)) === PORTION
      ? "more"
      : "done",
};
