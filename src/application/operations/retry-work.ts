import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "./ports/permissions.js";
import type { WorkEntry } from "../shared/work-log.js";
import type { OperationsNeeds } from "./operations-needs.js";
import { pendingWork } from "./pending-work.js";

interface RetryWork {
  readonly ids: readonly string[];
}

/**
 * Does scheduled work now, also parked work or work that is not due yet, with all attempts.
 * @returns the work
 * @throws WorkNotFound, WorkDone
 */
export const retryWork = useCase(
  mayWriteOperations,
  ({ unitOfWork, clock }: OperationsNeeds) =>
    ({ ids }: RetryWork): Promise<readonly WorkEntry[]> =>
      unitOfWork.run(async ({ workLog }) => {
        const works = await pendingWork(workLog, ids);
        await workLog.retry(ids, clock.now());
        return works;
      }),
);
