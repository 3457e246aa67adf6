import { OPERATIONS_PERMISSIONS } from "./ports/permissions.js";
import { removeDeliveredEvents } from "./remove-delivered-events.js";
import { removeDoneWork } from "./remove-done-work.js";
import { removeExpiredKeys } from "./remove-expired-keys.js";
import type { EventStores } from "../shared/events.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { WorkStores } from "../shared/work-log.js";
import type { BackgroundWork, Context } from "../shared/context.js";
import { wired, type Wired } from "../shared/wired.js";
import { checkRows, repairRows } from "./check-rows.js";
import { dropEvents } from "./drop-events.js";
import { dropWork } from "./drop-work.js";
import { listEvents } from "./list-events.js";
import { listWork } from "./list-work.js";
import type { OperationsNeeds } from "./operations-needs.js";
import { replayEvents } from "./replay-events.js";
import { retryWork } from "./retry-work.js";

/** Everything that the operator can do about events and scheduled work. */
export const OPERATIONS = {
  listEvents,
  replayEvents,
  dropEvents,

  listWork,
  retryWork,
  dropWork,

  checkRows,
  repairRows,
};

export type Operations = Wired<typeof OPERATIONS>;

export const operations = (needs: OperationsNeeds): Operations => wired(OPERATIONS, needs);

export const operationsContext = {
  name: "operations",
  permissions: OPERATIONS_PERMISSIONS,
  operations: OPERATIONS,
  open: operations,
  background: (): Partial<BackgroundWork<EventStores & WorkStores & IdempotencyStores>> => ({
    recurring: [removeDeliveredEvents, removeDoneWork, removeExpiredKeys],
  }),
} as const satisfies Context;
