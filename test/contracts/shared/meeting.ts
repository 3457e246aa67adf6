import { setTimeout as sleep } from "node:timers/promises";

/**
 * How long to wait for another unit of work. Where they run one after the other, it never comes.
 */
const MEANWHILE_MS = 400;

/** A function that waits until it is called so often, or for a while. */
export const meeting = (count: number) => {
  let arrive: () => void;
  const all = new Promise<void>((resolve) => {
    let arrived = 0;
    arrive = () => {
      arrived += 1;
      if (arrived === count) resolve();
    };
  });
  return (): Promise<unknown> => {
    arrive();
    return Promise.race([all, sleep(MEANWHILE_MS)]);
  };
};
