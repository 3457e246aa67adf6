import type { EventEntry } from "../shared/events.js";
import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "../shared/viewer.js";
import { EventsDelivered, EventsNotFound } from "./errors.js";
import type { OperationsNeeds } from "./ports.js";

export interface DropEvents {
  readonly ids: readonly string[];
}

/** Gives up on events for good, all of them or none. @returns what was dropped @throws EventsNotFound, EventsDelivered */
export const dropEvents = useCase(
  mayWriteOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    ({ ids }: DropEvents): Promise<readonly EventEntry[]> =>
      unitOfWork.run(async ({ eventLog }) => {
        const events = await eventLog.ofIds(ids);
        const unknown = new Set(ids);
        for (const { id } of events) unknown.delete(id);
        if (unknown.size > 0) throw new EventsNotFound([...unknown]);
        const delivered = events.filter(({ status }) => status === "DELIVERED").map(({ id }) => id);
        if (delivered.length > 0) throw new EventsDelivered(delivered);
        await eventLog.drop(ids);
        return events;
      }),
);
