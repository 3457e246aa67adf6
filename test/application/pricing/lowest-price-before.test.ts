import { describe, expect, test } from "vitest";
import type {
  PastMarket,
  PastPrice,
  PastPriceList,
} from "../../../src/application/pricing/ports/price-history.js";
import { lowestPriceBefore } from "../../../src/application/pricing/price-history/lowest-price-before.js";
import { pricingPeriods } from "../../../src/application/pricing/price-history/pricing-periods.js";
import type { MarketId, PriceListId } from "../../../src/domain/pricing/ids.js";
import { DEFAULT_TAX_TERMS } from "../../../src/domain/pricing/markets/market-tax-terms.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";

const SALE = id<PriceListId>("pricelist_01h00000000000000000000001");
const day = (n: number): Date => new Date(Date.UTC(2026, 0, 1) + n * 24 * 60 * 60_000);
const euros = (amount: number | null) => (amount === null ? null : Money.of(amount * 100, "EUR"));
const price = (
  from: number,
  amount: number | null,
  compareAt: number | null = null,
  priceList: PriceListId | null = null,
): PastPrice => ({
  priceList,
  minimumQuantity: 1,
  from: day(from),
  price: euros(amount),
  compareAt: euros(compareAt),
});
const sale = (validFrom: number, validUntil: number, from = 0): PastPriceList => ({
  id: SALE,
  key: "sale",
  currency: "EUR",
  validFrom: day(validFrom),
  validUntil: day(validUntil),
  market: null,
  customerGroup: null,
  isReady: true,
  from: day(from),
  isDeleted: false,
});
const terms = (from: number, changes: Partial<PastMarket> = {}): PastMarket => ({
  id: id<MarketId>("market_1"),
  currency: "EUR",
  countries: [],
  pricesIncludeTax: true,
  priceList: SALE,
  ...DEFAULT_TAX_TERMS,
  ...changes,
  from: day(from),
});
const LONG_AGO = -1_000;
const lowest = (
  at: number,
  prices: readonly PastPrice[],
  lists: readonly PastPriceList[] = [],
  markets: readonly PastMarket[] = [terms(LONG_AGO)],
) => {
  const periods = pricingPeriods(markets, lists, null, day(at));
  return lowestPriceBefore(prices, periods, day(at))?.lowest?.toDecimal() ?? null;
};

describe("the lowest price before a reduction", () => {
  test("is that of the 30 days before it began", () => {
    expect(lowest(60, [price(0, 8), price(10, 9), price(50, 7, 10)])).toBe("9.00");
    expect(lowest(60, [price(0, 8), price(21, 10), price(50, 7, 10)])).toBe("8.00");
    expect(lowest(60, [price(0, 8), price(20, 10), price(50, 7, 10)])).toBe("10.00");
  });

  test("stays that of before the first step while a reduction grows", () => {
    expect(lowest(60, [price(0, 10), price(50, 8, 10), price(55, 6, 10)])).toBe("10.00");
  });

  test("counts an earlier reduction that has ended", () => {
    const prices = [price(0, 10), price(30, 6, 10), price(32, 10), price(50, 7, 10)];
    expect(lowest(60, prices)).toBe("6.00");
  });

  test("is none without a reduction, or without a price before it", () => {
    expect(lowest(60, [price(0, 10)])).toBeNull();
    expect(lowest(60, [price(50, 7, 10)])).toBeNull();
    expect(lowest(60, [price(0, 10), price(1, null), price(50, 7, 10)])).toBeNull();
    expect(lowest(60, [])).toBeNull();
  });

  test("follows price lists and their windows", () => {
    const prices = [price(0, 10), price(0, 5, null, SALE)];
    const reduced = price(50, 7, 10);
    expect(lowest(60, [...prices, reduced], [sale(30, 40)])).toBe("5.00");
    expect(lowest(60, [...prices, reduced], [sale(5, 15)])).toBe("10.00");
    const campaign = [price(0, 10), price(0, 8, 10, SALE)];
    expect(lowest(60, campaign, [sale(55, 70)])).toBe("10.00");
    expect(lowest(80, campaign, [sale(55, 70)])).toBeNull();
  });

  test("does not compare prices with tax to those without, nor those of another currency", () => {
    const prices = [price(0, 5), price(40, 10), price(50, 7, 10)];
    expect(lowest(60, prices)).toBe("5.00");
    expect(lowest(60, prices, [], [terms(0, { pricesIncludeTax: false }), terms(45)])).toBe(
      "10.00",
    );
    expect(lowest(60, prices, [], [terms(0), terms(55, { pricesIncludeTax: false })])).toBeNull();
    expect(lowest(60, prices, [], [terms(0, { currency: "CHF" }), terms(30)])).toBe("5.00");
  });

  test("looks at each change a few times only, however many there are", () => {
    const periods = pricingPeriods([terms(LONG_AGO)], [], null, day(60));
    const changes = Array.from({ length: 1_000 }, (_, n) => price(n / 20, 10 + (n % 7)));
    let looks = 0;
    const prices = new Proxy([...changes, price(57, 7, 10)], {
      get: (list, name): unknown => {
        looks += 1;
        return Reflect.get(list, name);
      },
    });

    expect(lowestPriceBefore(prices, periods, day(60))?.lowest?.toDecimal()).toBe("10.00");
    expect(looks).toBeLessThan(10 * changes.length);
  });
});
