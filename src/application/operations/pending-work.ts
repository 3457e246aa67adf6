import type { WorkEntry, WorkLog } from "../shared/work-log.js";
import { WorkDone, WorkNotFound } from "./errors.js";
import { missingIds } from "./missing-ids.js";

/** The work with these ids, which must not be done yet. @throws WorkNotFound, WorkDone */
export const pendingWork = async (
  workLog: WorkLog,
  ids: readonly string[],
): Promise<readonly WorkEntry[]> => {
  const works = await workLog.ofIds(ids);
  const missing = missingIds(ids, works);
  if (missing.length > 0) throw new WorkNotFound(missing);
  const done = works.filter(({ status }) => status === "DONE").map(({ id }) => id);
  if (done.length > 0) throw new WorkDone(done);
  return works;
};
