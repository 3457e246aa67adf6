import { describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../../../src/application/shared/unit-of-work.js";
import { Mutex } from "../../../../src/infrastructure/shared/database/mutex.js";
import { countedLimits } from "../../../interface/http/toy-server.js";

describe("the writers of the embedded store", () => {
  test("let everything else that is due happen after each of them", async () => {
    const mutex = new Mutex(5_000);
    let [round, isOver] = [0, false];
    const count = () => void ((round += 1), isOver || setImmediate(count));
    setImmediate(count);

    const rounds = await Promise.all(
      Array.from({ length: 20 }, () => mutex.runExclusive(async () => round)),
    );

    isOver = true;
    expect(new Set(rounds).size).toBe(20);
  });

  test("wait after each other for the pause that others need", async () => {
    let isOver = false;
    const mutex = new Mutex(5_000, 10, () => 100);
    await mutex.runExclusive(async () => undefined);
    setTimeout(() => (isOver = true), 50);

    expect(await mutex.runExclusive(async () => isOver)).toBe(true);
  });

  test("are refused when too many wait or one waits too long, and counted", async () => {
    const counters = countedLimits();
    const mutex = new Mutex(20, 1, undefined, counters);
    let open = (): void => undefined;
    const first = mutex.runExclusive(() => new Promise<void>((done) => (open = done)));
    const second = mutex.runExclusive(async () => undefined);

    await expect(mutex.runExclusive(async () => undefined)).rejects.toThrow(StoreUnavailable);
    await expect(second).rejects.toThrow(StoreUnavailable);
    open();
    await first;

    expect(counters.reachedLimits.map(([limit]) => limit)).toEqual([
      "waitingWriters",
      "poolWaitMs",
    ]);
  });

  test("run in the order of their arrival, and after one that failed", async () => {
    const mutex = new Mutex(5_000);
    const order: number[] = [];

    const results = await Promise.allSettled(
      [1, 2, 3].map((writer) =>
        mutex.runExclusive(async () => {
          order.push(writer);
          if (writer === 2) throw new Error("refused");
        }),
      ),
    );

    expect(order).toEqual([1, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
});
