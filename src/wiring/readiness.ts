import type { LimitCounters } from "../application/shared/limit-counters.js";
import type { Log } from "../application/shared/log.js";

interface ReadinessNeeds {
  /** Whether the server takes new requests: it does not while it stops. */
  readonly isOpen: () => boolean;
  /** Fails when the store cannot be used. */
  readonly ping: () => Promise<void>;
  /** Whether the catalogue is in memory for the search. */
  readonly isSearchRead: () => boolean;
  /** From when on, in milliseconds of the process, it is ready without the search. */
  readonly searchLoadMs: number;
  readonly log: Log;
  readonly counters: LimitCounters;
  readonly now?: () => number;
}

/**
 * Whether a server is ready: its store answers, and searches would not have to wait. After a while
 * it is ready without them: lists and changes need no search.
 */
export const readiness = ({
  isOpen,
  ping,
  isSearchRead,
  searchLoadMs,
  log,
  counters,
  now = () => performance.now(),
}: ReadinessNeeds): (() => Promise<boolean>) => {
  let isWithout = false;
  return async () => {
    if (!isOpen()) return false;
    await ping();
    if (isSearchRead()) return true;
    if (now() < searchLoadMs) return false;
    if (!isWithout) {
      counters.reached("searchLoadMs");
      log.warn(
        "The server is ready without the search, which is still being loaded: searches are refused until then.",
      );
    }
    isWithout = true;
    return true;
  };
};
