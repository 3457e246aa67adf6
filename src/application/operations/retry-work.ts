import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "../shared/viewer.js";
import type { WorkEntry } from "../shared/work-log.js";
import { knownWork } from "./known-work.js";
import type { OperationsNeeds } from "./ports.js";

export interface RetryWork {
  readonly ids: readonly string[];
}

/** Has scheduled work done now, parked or not due yet, with all its attempts. @returns what @throws WorkNotFound, WorkDone */
export const retryWork = useCase(
  mayWriteOperations,
  ({ unitOfWork, clock }: OperationsNeeds) =>
    ({ ids }: RetryWork): Promise<readonly WorkEntry[]> =>
      unitOfWork.run(async ({ workLog }) => {
        const works = await knownWork(workLog, ids);
        await workLog.retry(ids, clock.now());
        return works;
      }),
);
