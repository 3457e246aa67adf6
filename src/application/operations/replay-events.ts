import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "./ports/permissions.js";
import { EventsNotFound } from "./errors.js";
import { missingIds } from "./missing-ids.js";
import type { OperationsNeeds } from "./operations-needs.js";

type ReplayEvents = { readonly ids: readonly string[] } | { readonly which: "parked" };

/**
 * Delivers events again. A subscriber that has handled an event does not handle it again.
 * @returns how many
 * @throws EventsNotFound
 */
export const replayEvents = useCase(
  mayWriteOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    (command: ReplayEvents): Promise<number> =>
      unitOfWork.run(async ({ eventLog }) => {
        if ("which" in command) return eventLog.replayParked();
        const missing = missingIds(command.ids, await eventLog.ofIds(command.ids));
        if (missing.length > 0) throw new EventsNotFound(missing);
        await eventLog.replay(command.ids);
        return new Set(command.ids).size;
      }),
);
