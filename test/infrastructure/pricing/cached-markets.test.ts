import { describe, expect, test } from "vitest";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { cachedMarkets } from "../../../src/infrastructure/pricing/cached-markets.js";

const named = (key: string): MarketView => ({ key }) as MarketView;
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A database that counts how often it is read, and a clock that is moved by hand. */
const scene = () => {
  const state = { stored: "one", reads: 0, isDown: false, now: 0 };
  const markets = cachedMarkets(
    async () => {
      state.reads += 1;
      if (state.isDown) throw new StoreUnavailable("down");
      return [named(state.stored)];
    },
    () => state.now,
  );
  return { state, markets, key: async () => (await markets.all())[0]?.key };
};

describe("cached markets", () => {
  test("are read once for many requests", async () => {
    const { state, key } = scene();
    await Promise.all([key(), key(), key()]);
    state.now = 999;

    expect(await key()).toBe("one");
    expect(state.reads).toBe(1);
  });

  test("are read again in the background after a second, with the changes of other processes", async () => {
    const { state, key } = scene();
    await key();
    [state.stored, state.now] = ["two", 1_000];

    expect(await key()).toBe("one");
    await settled();
    expect(await key()).toBe("two");
    expect(state.reads).toBe(2);
  });

  test("are not used when they are old", async () => {
    const { state, key } = scene();
    await key();
    [state.stored, state.now] = ["two", 3_600_000];

    expect(await key()).toBe("two");
  });

  test("are used while the database is down", async () => {
    const { state, key } = scene();
    await key();
    [state.isDown, state.now] = [true, 60_000];

    expect(await key()).toBe("one");
  });

  test("are an error when they were never read", async () => {
    const { state, key } = scene();
    state.isDown = true;

    await expect(key()).rejects.toThrow(StoreUnavailable);
    state.isDown = false;
    expect(await key()).toBe("one");
  });

  test("have the changes of this process at once, also while they are being read", async () => {
    const { state, markets, key } = scene();
    await key();
    state.stored = "two";
    markets.invalidate();
    expect(await key()).toBe("two");

    state.now = 1_500;
    const before = key();
    state.stored = "three";
    markets.invalidate();
    await before;
    expect(await key()).toBe("three");
  });
});
