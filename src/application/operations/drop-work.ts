import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "./ports/permissions.js";
import type { WorkEntry } from "../shared/work-log.js";
import { WorkRecurs } from "./errors.js";
import type { OperationsNeeds } from "./operations-needs.js";
import { pendingWork } from "./pending-work.js";

interface DropWork {
  readonly ids: readonly string[];
}

/**
 * Removes pending work for good, all of it or none.
 * @returns the removed work
 * @throws WorkNotFound, WorkDone, WorkRecurs
 */
export const dropWork = useCase(
  mayWriteOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    ({ ids }: DropWork): Promise<readonly WorkEntry[]> =>
      unitOfWork.run(async ({ workLog }) => {
        const works = await pendingWork(workLog, ids);
        const recurring = works.filter(({ everyMs }) => everyMs !== null).map(({ id }) => id);
        if (recurring.length > 0) throw new WorkRecurs(recurring);
        await workLog.drop(ids);
        return works;
      }),
);
