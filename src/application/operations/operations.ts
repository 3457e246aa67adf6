import { wired, type Wired } from "../shared/wired.js";
import { dropEvents } from "./drop-events.js";
import { dropWork } from "./drop-work.js";
import { listEvents } from "./list-events.js";
import { listWork } from "./list-work.js";
import type { OperationsNeeds } from "./operations-needs.js";
import { replayEvents } from "./replay-events.js";
import { retryWork } from "./retry-work.js";

/** Everything that the operator can do about events and scheduled work. */
export const OPERATIONS = {
  listEvents,
  replayEvents,
  dropEvents,

  listWork,
  retryWork,
  dropWork,
};

export type Operations = Wired<typeof OPERATIONS>;

export const operations = (needs: OperationsNeeds): Operations => wired(OPERATIONS, needs);
