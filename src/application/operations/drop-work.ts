import { useCase } from "../shared/use-case.js";
import { mayWriteOperations } from "../shared/viewer.js";
import type { WorkEntry } from "../shared/work-log.js";
import { WorkRecurs } from "./errors.js";
import { knownWork } from "./known-work.js";
import type { OperationsNeeds } from "./ports.js";

export interface DropWork {
  readonly ids: readonly string[];
}

/** Gives up on scheduled work for good, all of it or none. @returns what was dropped @throws WorkNotFound, WorkDone, WorkRecurs */
export const dropWork = useCase(
  mayWriteOperations,
  ({ unitOfWork }: OperationsNeeds) =>
    ({ ids }: DropWork): Promise<readonly WorkEntry[]> =>
      unitOfWork.run(async ({ workLog }) => {
        const works = await knownWork(workLog, ids);
        const recurring = works.filter(({ everyMs }) => everyMs !== null).map(({ id }) => id);
        if (recurring.length > 0) throw new WorkRecurs(recurring);
        await workLog.drop(ids);
        return works;
      }),
);
