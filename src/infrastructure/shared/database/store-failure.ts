import { StoreUnavailable } from "../../../application/shared/unit-of-work.js";
import { diskProblem } from "./disk-problem.js";
import { isBusy, isOutage, isReadOnly, isRetryable } from "./driver-error.js";

/** An outage as StoreUnavailable, with its reason for the operator; a bug as it is. */
export const storeFailure = (cause: unknown): unknown => {
  const reason = reasonOf(cause);
  return reason === null ? cause : new StoreUnavailable(reason, { cause });
};

const reasonOf = (error: unknown): string | null => {
  const disk = diskProblem(error);
  if (disk !== null) return disk;
  if (isBusy(error))
    return "The embedded store could not be written in time, because another process was writing to it: try again.";
  if (isReadOnly(error))
    return "The database accepts no changes, because it is read-only: make it writable, or point PLINTH_DATABASE_URL to the server that is. Connections are renewed, so that a new primary at the same address is found.";
  return isRetryable(error) || isOutage(error)
    ? "The database could not be reached, or did not finish in time."
    : null;
};
