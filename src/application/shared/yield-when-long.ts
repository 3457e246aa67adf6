/** How long a turn of the event loop works for requests before others go first, in milliseconds. */
const LONG_MS = 8;

let beganAt: number | null = null;

/** The time of this turn of the event loop counts from here, unless it counts already. */
export const startBusyClock = (): number => {
  if (beganAt === null) {
    beganAt = performance.now();
    // Runs before everything that waits for the next turn, because it was asked for first.
    setImmediate(() => {
      beganAt = null;
    });
  }
  return beganAt;
};

/** Whether this turn of the event loop has worked long since its clock was started, or first asked. */
export const isBusyLong = (): boolean => {
  const began = startBusyClock();
  return performance.now() - began > LONG_MS;
};

const waiting: (() => void)[] = [];
let isScheduled = false;

/**
 * Lets others go first where this turn of the event loop has worked long. One goes on in each turn:
 * the one that has waited the longest. Otherwise the same one would always be first, and could work
 * long again.
 */
export const yieldWhenLong = async (): Promise<void> => {
  if (!isBusyLong()) return;
  await new Promise<void>((goOn) => {
    waiting.push(goOn);
    schedule();
  });
};

const schedule = (): void => {
  if (isScheduled || waiting.length === 0) return;
  isScheduled = true;
  setImmediate(() => {
    isScheduled = false;
    startBusyClock();
    waiting.shift()?.();
    schedule();
  });
};
