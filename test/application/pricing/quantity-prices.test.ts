import { expect, test } from "vitest";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import type { PriceCandidates } from "../../../src/application/pricing/ports/price-candidates.js";
import { quantityPrices } from "../../../src/application/pricing/taxed-prices/quantity-prices.js";
import { GUEST } from "../../../src/application/shared/viewer.js";
import { Money } from "../../../src/domain/shared/money.js";
import { variantId } from "../../builders/product-content.js";

const START = new Date("2026-01-01T13:00:00.000Z");
const euros = (minorUnits: number) => Money.of(minorUnits, "EUR");

test("quantity prices are those of the moment of the request, whenever they are read", async () => {
  const [variant] = [variantId(10)];
  const priceCandidates: PriceCandidates = {
    ofVariants: async (ids, _buyer, moment) =>
      new Map(
        ids.map((id) => [
          id,
          {
            lists:
              moment < START
                ? []
                : [
                    {
                      key: "sale",
                      currency: "EUR",
                      from: START,
                      until: null,
                      prices: [{ minimumQuantity: 10, price: euros(500), compareAt: null }],
                    },
                  ],
            own: { price: euros(900), compareAt: null },
          },
        ]),
      ),
  };
  const market = { key: "there", currency: "EUR" } as unknown as MarketView;
  const read = quantityPrices({
    markets: { all: async () => [market] },
    priceCandidates,
    shopTaxes: { current: () => Promise.reject(new Error("No taxes are wanted.")) },
    catalogReads: { variantsById: () => Promise.reject(new Error("No variants are wanted.")) },
  });
  const at = async (moment: Date) =>
    (await read({ variants: [variant], market: "there", moment }, GUEST))
      .get(variant)
      ?.map(({ minimumQuantity, price }) => [minimumQuantity, price.minorUnits]);

  expect(await at(new Date(START.getTime() - 1))).toEqual([[1, 900]]);
  expect(await at(START)).toEqual([
    [1, 900],
    [10, 500],
  ]);
});
