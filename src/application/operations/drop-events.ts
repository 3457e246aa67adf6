import type { EventEntry } from "../shared/events.js";
import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "./ports/permissions.js";
import { EventsDelivered, EventsNotFound } from "./errors.js";
import { missingIds } from "./missing-ids.js";
import type { OperationsNeeds } from "./operations-needs.js";

interface DropEvents {
  readonly ids: readonly string[];
}

/**
 * Removes events for good, all of them or none.
 * @returns the removed events
 * @throws EventsNotFound, EventsDelivered
 */
export const dropEvents = useCase(
  mayWriteOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    ({ ids }: DropEvents): Promise<readonly EventEntry[]> =>
      unitOfWork.run(async ({ eventLog }) => {
        const events = await eventLog.ofIds(ids);
        const missing = missingIds(ids, events);
        if (missing.length > 0) throw new EventsNotFound(missing);
        const delivered = events.filter(({ status }) => status === "DELIVERED").map(({ id }) => id);
        if (delivered.length > 0) throw new EventsDelivered(delivered);
        await eventLog.drop(ids);
        return events;
      }),
);
