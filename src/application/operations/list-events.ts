import type { EventEntry, EventStatus } from "../shared/events.js";
import { useCase } from "../shared/use-case.js";
import { mayReadOperations } from "./ports/permissions.js";
import type { OperationsNeeds } from "./operations-needs.js";

interface ListEvents {
  readonly status: EventStatus;
  readonly limit: number;
}

/** The stored events in one status, oldest first. */
export const listEvents = useCase(
  mayReadOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    ({ status, limit }: ListEvents): Promise<readonly EventEntry[]> =>
      unitOfWork.run(({ eventLog }) => eventLog.list(status, limit)),
);
