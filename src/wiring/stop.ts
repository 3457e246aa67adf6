import type { Log } from "../application/shared/log.js";

/** How long running requests may take to end before the process ends anyway. */
const PATIENCE_MS = 10_000;
/** One Ctrl-C under `npm start` arrives twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 500;

interface Stoppable {
  /** From now on, say that no new requests should be sent here. */
  readonly refuseTraffic: () => void;
  /** How long those who send traffic need to notice, in milliseconds. */
  readonly noticeMs: number;
  readonly close: () => Promise<void>;
  readonly log: Log;
}

/** Resolves once the process has been told to stop and everything has ended. A second signal ends it at once. */
export const untilStopped = ({ refuseTraffic, noticeMs, close, log }: Stoppable): Promise<number> =>
  new Promise((stopped) => {
    let stoppingSince: number | null = null;
    const stop = async (code: number): Promise<void> => {
      refuseTraffic();
      setTimeout(() => {
        log.error("Requests were still running when the time to stop was over.");
        process.exit(1);
      }, PATIENCE_MS + noticeMs).unref();
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
    // After either of these nobody knows what state the process is in: it says why, finishes what runs, and ends.
    for (const event of ["unhandledRejection", "uncaughtException"] as const)
      process.on(event, (error: unknown) => {
        log.error("Something failed where nothing should fail. The process ends.", { error });
        orderly(1);
      });
  });
