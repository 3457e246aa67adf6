import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MemoryBudgets } from "../../../../src/infrastructure/shared/budgets/memory-budgets.js";

beforeEach(() => {
  vi.useFakeTimers();
  // The cache takes a time of 0 for none.
  vi.advanceTimersByTime(1);
});
afterEach(() => vi.useRealTimers());

describe("used points", () => {
  test("add up for each client, and come back after ten seconds", () => {
    const budgets = new MemoryBudgets();

    budgets.use("a", 100);
    budgets.use("b", 7);
    vi.advanceTimersByTime(4_000);
    const before = budgets.use("a", 50);
    vi.advanceTimersByTime(6_001);
    const after = budgets.use("a", 1);

    expect(before).toEqual({ points: 150, resetMs: 6_000 });
    expect(after).toEqual({ points: 1, resetMs: 10_000 });
  });

  test("are kept for a bounded number of clients", () => {
    const forgotten: string[] = [];
    const budgets = new MemoryBudgets(10_000, 100, {
      reached: (limit, who) => void forgotten.push(`${limit} ${who}`),
    });

    for (let client = 0; client < 1_000; client++) budgets.use(`client-${client}`, 5);

    expect(forgotten).toHaveLength(900);
    expect(forgotten[0]).toBe("countedClients client-0");
    expect(budgets.use("client-999", 0).points).toBe(5);
    expect(budgets.use("client-1", 0).points).toBe(0);
  });

  test("are raised by what other processes know, and never lowered", () => {
    const budgets = new MemoryBudgets();
    budgets.use("a", 100);

    budgets.raise("a", { points: 300, resetMs: 5_000 });
    budgets.raise("a", { points: 20, resetMs: 9_000 });
    budgets.raise("b", { points: 300, resetMs: 5_000 });

    expect(budgets.use("a", 1)).toEqual({ points: 301, resetMs: 5_000 });
    expect(budgets.use("b", 0).points).toBe(0);
  });
});
