import { describe, expect, test } from "vitest";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import { cachedMarkets } from "../../../src/infrastructure/pricing/cached-markets.js";

/** Cached markets with a clock that is set by the test. */
const reading = () => {
  let [time, reads] = [0, 0];
  const markets = cachedMarkets(
    async () => {
      reads += 1;
      return [{ key: `read ${reads}` } as MarketView];
    },
    () => time,
  );
  return {
    at: async (milliseconds: number) => {
      time = milliseconds;
      const [market] = await markets.all();
      return market?.key;
    },
    reads: () => reads,
  };
};

describe("cached markets", () => {
  test("are fresh for a second, and read again at its end", async () => {
    const { at, reads } = reading();

    expect([await at(0), await at(999), reads()]).toEqual(["read 1", "read 1", 1]);
    expect([await at(1_000), reads()]).toEqual(["read 1", 2]);
  });

  test("are not used after ten seconds when newer ones can be read", async () => {
    const early = reading();
    expect([await early.at(0), await early.at(9_999)]).toEqual(["read 1", "read 1"]);

    const late = reading();
    expect([await late.at(0), await late.at(10_000)]).toEqual(["read 1", "read 2"]);
  });
});
