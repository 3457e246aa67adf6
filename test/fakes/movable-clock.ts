import type { Clock } from "../../src/application/shared/clock.js";

/** A clock that only moves when it is told to. */
export interface MovableClock extends Clock {
  forward(milliseconds: number): void;
}

export const movableClock = (iso = "2026-01-01T12:00:00.000Z"): MovableClock => {
  let time = new Date(iso).getTime();
  return { now: () => new Date(time), forward: (milliseconds) => void (time += milliseconds) };
};
