import { yieldToEventLoop } from "./yield-to-event-loop.js";

/** How long a turn of the event loop works for requests before others go first, in milliseconds. */
const LONG_MS = 8;

let beganAt: number | null = null;

/** Whether this turn of the event loop has worked long since it was first asked. */
export const isBusyLong = (): boolean => {
  const now = performance.now();
  if (beganAt === null) {
    beganAt = now;
    // Runs before everything that waits for the next turn, because it was asked for first.
    setImmediate(() => {
      beganAt = null;
    });
  }
  return now - beganAt > LONG_MS;
};

/** Lets others go first where this turn of the event loop has worked long. */
export const yieldWhenLong = async (): Promise<void> => {
  // Those who wait for the same turn go one after the other, and the first may work long.
  while (isBusyLong()) await yieldToEventLoop();
};
