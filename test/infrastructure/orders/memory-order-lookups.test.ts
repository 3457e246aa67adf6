import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LOOKUP_WINDOW_MS } from "../../../src/application/orders/ports/order-lookups.js";
import { DEFAULT_LIMITS, type LimitName } from "../../../src/application/shared/limits.js";
import { memoryOrderLookups } from "../../../src/infrastructure/orders/memory-order-lookups.js";

const LIMITS = {
  ...DEFAULT_LIMITS,
  orderLookupsOfNumber: 2,
  orderLookupsOfClient: 3,
  orderLookups: 5,
};

describe("the look-ups of orders", () => {
  let reached: LimitName[] = [];
  const open = (change: Partial<typeof LIMITS> = {}) =>
    memoryOrderLookups({
      limits: { ...LIMITS, ...change },
      counters: { reached: (name) => void reached.push(name) },
    });
  beforeEach(() => {
    reached = [];
    vi.useFakeTimers({ toFake: ["performance"] });
    // At 0 the memory of the counts takes an entry for one without an end.
    vi.advanceTimersByTime(1);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("are limited for each number, whoever asks", () => {
    const { use } = open();

    expect([use("1", "a"), use("1", "b")]).toEqual([null, null]);
    expect(use("1", "c")).toBe(LOOKUP_WINDOW_MS);
    expect(use("2", "c")).toBeNull();
    expect(reached).toEqual(["orderLookupsOfNumber"]);
  });

  test("are limited for each client, whatever the number", () => {
    const { use } = open();

    expect(["1", "2", "3"].map((number) => use(number, "a"))).toEqual([null, null, null]);
    expect(use("4", "a")).toBe(LOOKUP_WINDOW_MS);
    expect(use("4", "b")).toBeNull();
    expect(reached).toEqual(["orderLookupsOfClient"]);
  });

  test("are limited in all", () => {
    const { use } = open({ orderLookupsOfClient: Infinity });
    const numbers = ["1", "2", "3", "4", "5"];

    expect(numbers.map((number) => use(number, "a"))).toEqual(numbers.map(() => null));
    expect(use("6", "b")).toBe(LOOKUP_WINDOW_MS);
    expect(reached).toEqual(["orderLookups"]);
  });

  test("of a client that is refused use up nothing of the others", () => {
    const { use } = open({ orderLookups: 4 });
    for (const number of ["1", "2", "3", "4", "5", "6"]) use(number, "a");

    expect(use("7", "b")).toBeNull();
  });

  test("are possible again when the time is over", () => {
    const { use } = open();
    for (const client of ["a", "b", "c"]) use("1", client);
    vi.advanceTimersByTime(LOOKUP_WINDOW_MS + 1);

    expect(use("1", "a")).toBeNull();
  });
});
