import type { Log, LogFacts } from "../../application/shared/log.js";

const MINUTE_MS = 60_000;
/** Anybody can send any value. */
const MOST_LINES = 20;

/** Logs a warning for each value, once a minute at most, and no more than twenty values in it. */
export const loggedOnceAMinute = (
  log: Log,
  now: () => number = () => performance.now(),
): ((message: string, value: string, facts: LogFacts) => void) => {
  const logged = new Map<string, number>();
  return (message, value, facts) => {
    const at = now();
    for (const [key, loggedAt] of logged) if (at - loggedAt >= MINUTE_MS) logged.delete(key);
    const key = `${message} ${value}`;
    if (logged.size >= MOST_LINES || logged.has(key)) return;
    logged.set(key, at);
    log.warn(message, facts);
  };
};
