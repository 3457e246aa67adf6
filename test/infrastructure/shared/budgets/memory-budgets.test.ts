import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MemoryBudgets } from "../../../../src/infrastructure/shared/budgets/memory-budgets.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("used points", () => {
  test("add up for each client, and come back after ten seconds", async () => {
    const budgets = new MemoryBudgets();

    await budgets.use("a", 100);
    await budgets.use("b", 7);
    vi.advanceTimersByTime(4_000);
    const before = await budgets.use("a", 50);
    vi.advanceTimersByTime(6_001);
    const after = await budgets.use("a", 1);

    expect(before).toEqual({ points: 150, resetMs: 6_000 });
    expect(after).toEqual({ points: 1, resetMs: 10_000 });
  });

  test("are kept for a bounded number of clients", async () => {
    const forgotten: string[] = [];
    const budgets = new MemoryBudgets(10_000, 100, {
      reached: (limit, who) => void forgotten.push(`${limit} ${who}`),
    });

    for (let client = 0; client < 1_000; client++) await budgets.use(`client-${client}`, 5);

    // Each client has a timer.
    expect(vi.getTimerCount()).toBe(100);
    expect(forgotten).toHaveLength(900);
    expect(forgotten[0]).toBe("countedClients client-0");
    expect((await budgets.use("client-999", 0)).points).toBe(5);
    expect((await budgets.use("client-1", 0)).points).toBe(0);
  });

  test("are raised by what other processes know, and never lowered", async () => {
    const budgets = new MemoryBudgets();
    await budgets.use("a", 100);

    await budgets.raise("a", { points: 300, resetMs: 5_000 });
    await budgets.raise("a", { points: 20, resetMs: 9_000 });
    await budgets.raise("b", { points: 300, resetMs: 5_000 });

    expect(await budgets.use("a", 1)).toEqual({ points: 301, resetMs: 5_000 });
    expect((await budgets.use("b", 0)).points).toBe(0);
  });
});
