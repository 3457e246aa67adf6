import { describe, expect, test } from "vitest";
import { Mutex } from "../../../../src/infrastructure/shared/database/mutex.js";

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
