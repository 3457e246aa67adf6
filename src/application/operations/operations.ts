import { wired, type Wired } from "../shared/operations.js";
import { dropEvents } from "./drop-events.js";
import { dropWork } from "./drop-work.js";
import { listEvents } from "./list-events.js";
import { listWork } from "./list-work.js";
import { replayEvents } from "./replay-events.js";
import { retryWork } from "./retry-work.js";
import type { OperationsNeeds } from "./ports.js";

/** What whoever keeps the shop running can do about events and scheduled work. */
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
