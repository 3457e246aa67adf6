import type { Log } from "../application/shared/log.js";

/** When running requests are given up, when the rest, and when the process ends anyway. */
const SHARES = { requests: 0.7, everything: 0.8, process: 0.97 } as const;
/** One Ctrl-C under `npm start` arrives twice: from the terminal and from npm. */
const SAME_SIGNAL_MS = 500;

interface Stoppable {
  /** Makes the server report that it is not ready for new requests. */
  readonly refuseTraffic: () => void;
  /** How long load balancers need to notice, in milliseconds. */
  readonly noticeMs: number;
  /** How long a stop may take, the notice included; Infinity for no limit. */
  readonly stopMs: number;
  /** Answers the requests that are still running. */
  readonly endRequests: () => void;
  /** Makes everything fail that is still running, such as statements to a hung database. */
  readonly giveUp: () => void;
  readonly close: () => Promise<void>;
  readonly log: Log;
}

/**
 * Resolves with the exit code when the process was told to stop and everything has ended. A second
 * signal ends the process at once.
 */
export const untilStopped = ({
  refuseTraffic,
  noticeMs,
  stopMs,
  endRequests,
  giveUp,
  close,
  log,
}: Stoppable): Promise<number> =>
  new Promise((stopped) => {
    let stoppingSince: number | null = null;
    const stop = async (code: number): Promise<void> => {
      refuseTraffic();
      const at = (share: number, then: () => void): void => {
        if (stopMs !== Infinity) setTimeout(then, stopMs * share).unref();
      };
      at(SHARES.requests, endRequests);
      at(SHARES.everything, giveUp);
      // A hung database, or a client that does not read, must not fail an orderly stop.
      at(SHARES.process, () => {
        log.warn(
          "Something was still running when the time for a stop was over. The process ends.",
        );
        process.exit(code);
      });
      await new Promise((noticed) => setTimeout(noticed, noticeMs));
      await close();
      log.info("Stopped.");
      stopped(code);
    };
    const orderly = (code: number): void => {
      if (stoppingSince !== null) return;
      stoppingSince = performance.now();
      stop(code).catch((error: unknown) => {
        log.error("Stopping failed.", { error });
        process.exit(1);
      });
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.on(signal, () => {
        if (stoppingSince !== null && performance.now() - stoppingSince > SAME_SIGNAL_MS)
          process.exit(1);
        if (stoppingSince !== null) return;
        log.info("Stopping.", { signal });
        orderly(0);
      });
    // After either of these the state of the process is unknown: it logs the reason, lets requests
    // end, and exits.
    for (const event of ["unhandledRejection", "uncaughtException"] as const)
      process.on(event, (error: unknown) => {
        log.error("An unexpected error occurred. The process ends.", { error });
        orderly(1);
      });
  });
