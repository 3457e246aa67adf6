import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isBusyLong, yieldWhenLong } from "../../../src/application/shared/yield-when-long.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

test("who works long in several turns lets others go on in between", async () => {
  const steps: string[] = [];
  const work = async (name: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time++) {
      isBusyLong();
      vi.advanceTimersByTime(10);
      await yieldWhenLong();
      steps.push(name);
    }
  };

  await Promise.all([work("long", 4), work("short", 1)]);

  expect(steps).toEqual(["long", "short", "long", "long", "long"]);
});
