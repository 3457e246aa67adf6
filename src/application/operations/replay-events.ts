import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "../shared/viewer.js";
import { EventsNotFound } from "./errors.js";
import type { OperationsNeeds } from "./ports.js";

export type ReplayEvents = { readonly ids: readonly string[] } | { readonly which: "parked" };

/** Has events delivered again, parked ones or others; who has taken one already does not take it twice. @returns how many @throws EventsNotFound */
export const replayEvents = useCase(
  mayWriteOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    (command: ReplayEvents): Promise<number> =>
      unitOfWork.run(async ({ eventLog }) => {
        if ("which" in command) return eventLog.replayParked();
        const ids = new Set(command.ids);
        for (const { id } of await eventLog.ofIds(command.ids)) ids.delete(id);
        if (ids.size > 0) throw new EventsNotFound([...ids]);
        await eventLog.replay(command.ids);
        return new Set(command.ids).size;
      }),
);
