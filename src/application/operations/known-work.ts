import type { WorkEntry, WorkLog } from "../shared/work-log.js";
import { WorkDone, WorkNotFound } from "./errors.js";

/** The work that ids name, which is still to be done. @throws WorkNotFound, WorkDone */
export const knownWork = async (
  workLog: WorkLog,
  ids: readonly string[],
): Promise<readonly WorkEntry[]> => {
  const works = await workLog.ofIds(ids);
  const unknown = new Set(ids);
  for (const { id } of works) unknown.delete(id);
  if (unknown.size > 0) throw new WorkNotFound([...unknown]);
  const done = works.filter(({ status }) => status === "DONE").map(({ id }) => id);
  if (done.length > 0) throw new WorkDone(done);
  return works;
};
