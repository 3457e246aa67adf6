import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BackgroundLoop } from "../../../../src/infrastructure/shared/worker/background-loop.js";

const POLL_MS = 1_000;

describe("a background loop", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A loop whose runs end as the outcomes say, and the number of its runs. */
  const looping = (...outcomes: readonly ("more" | "done" | "failed")[]) =>
    loopingEvery(POLL_MS, ...outcomes);
  const loopingEvery = (pollMs: number, ...outcomes: readonly ("more" | "done" | "failed")[]) => {
    let runs = 0;
    const failures: unknown[] = [];
    const loop = new BackgroundLoop({
      runOnce: async () => {
        const outcome = outcomes[runs] ?? "done";
        runs += 1;
        if (outcome === "failed") throw new Error("the store is down");
        return outcome === "more";
      },
      pollMs,
      onError: (error) => void failures.push(error),
    });
    loop.start();
    return { loop, runs: () => runs, failures };
  };
  const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

  test("runs again at once while there is more, and then waits", async () => {
    const { loop, runs } = looping("more", "more", "done");
    await after(100);
    expect(runs()).toBe(3);
    await after(POLL_MS * 1.2);
    expect(runs()).toBe(4);
    await Promise.all([loop.stop(), after(100)]);
  });

  test("runs at once when it is woken", async () => {
    const { loop, runs } = looping();
    await after(100);
    loop.wake();
    await after(50);
    expect(runs()).toBe(2);
    await Promise.all([loop.stop(), after(100)]);
  });

  test("waits the whole pause after the first failure, however often it is woken", async () => {
    const { loop, runs, failures } = looping("failed");
    await after(100);
    for (let time = 0; time < 10; time += 1) {
      loop.wake();
      await after(100);
    }
    expect([runs(), failures.length]).toEqual([1, 1]);
    await after(POLL_MS * 1.2);
    expect(runs()).toBe(2);
    await Promise.all([loop.stop(), after(100)]);
  });

  test("is never run more often than it asks for, also after failures", async () => {
    const { loop, runs } = loopingEvery(60_000, "failed", "failed");
    await after(50_000);
    expect(runs()).toBe(1);
    await after(20_000);
    expect(runs()).toBe(2);
    await Promise.all([loop.stop(), after(100)]);
  });
});
