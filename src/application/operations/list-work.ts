import { useCase } from "../shared/use-case.js";
import { mayReadOperations } from "./ports/permissions.js";
import type { WorkEntry, WorkStatus } from "../shared/work-log.js";
import type { OperationsNeeds } from "./operations-needs.js";

interface ListWork {
  readonly status: WorkStatus;
  readonly limit: number;
}

/** The scheduled work in one status, soonest first. */
export const listWork = useCase(
  mayReadOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    ({ status, limit }: ListWork): Promise<readonly WorkEntry[]> =>
      unitOfWork.run(({ workLog }) => workLog.list(status, limit)),
);
