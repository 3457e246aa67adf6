import type { Outcome } from "../send.js";
import { Tally, type Answers } from "../tally.js";

export interface Repeated {
  readonly answers: Answers;
  /** Milliseconds until the slowest answer. */
  readonly slowest: number;
}

/** Does something again and again, a few at once. @returns a function that ends it */
export const repeated = (
  once: () => Promise<Outcome>,
  { atOnce = 1, pauseMs = 50 } = {},
): (() => Promise<Repeated>) => {
  let isOver = false;
  let slowest = 0;
  const tally = new Tally();
  const loop = async (): Promise<void> => {
    while (!isOver) {
      const { outcome, milliseconds } = await once();
      tally.add(outcome);
      slowest = Math.max(slowest, milliseconds);
      await new Promise((again) => setTimeout(again, pauseMs));
    }
  };
  const loops = Array.from({ length: atOnce }, loop);
  return async () => {
    isOver = true;
    await Promise.all(loops);
    return { answers: tally.answers(), slowest: Math.round(slowest) };
  };
};
