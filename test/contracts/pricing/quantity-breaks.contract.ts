import { expect, test } from "vitest";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { quantityPricesOf } from "../../../src/domain/pricing/price-lists/quantity-prices-of.js";
import type { PriceListReads } from "../../../src/application/pricing/ports/price-list-reads.js";
import { pageRequest } from "../../../src/application/shared/page.js";
import { variantId } from "../../builders/product-content.js";
import { made, type MarketShop } from "./market-shop.js";

import { aimedShop, NOON } from "./aimed-shop.js";

/** What variants cost in price lists by the number of units. */
export const quantityBreakTests = (shop: MarketShop): void => {
  const { list, market, needs, shown } = aimedShop(shop);

  test("quantity breaks change what many units cost, and neither the price of one nor product lists", async () => {
    const base = await list({ key: "base" });
    const there = await market("there", base);
    const set = (
      items: readonly {
        readonly variantId: string;
        readonly price: string;
        readonly minQuantity?: number;
      }[],
    ) => priceListPricesSet(needs())({ priceListId: base, items }, OPERATOR);
    made(
      await set([
        { variantId: variantId(10), price: "8.00", minQuantity: 10 },
        { variantId: variantId(10), price: "7.00", minQuantity: 100 },
        { variantId: variantId(20), price: "15.00", minQuantity: 5 },
        { variantId: variantId(20), price: "19.00" },
      ]),
    );

    expect(await shown("there", 10)).toEqual(["10.00", "10.00-10.00 EUR"]);
    expect(await shown("there", 20)).toEqual(["19.00", "19.00-30.00 EUR"]);
    const stored = (await shop.subject.readMarkets()).find(({ id: one }) => one === there);
    const found = await shop.subject.priceCandidates.ofVariants(
      [variantId(10), variantId(20)],
      { market: stored ?? expect.fail("There is no market."), customerGroup: null },
      NOON,
    );
    expect(
      [...found.values()].map((one) =>
        quantityPricesOf(one, "EUR", NOON).map(({ minimumQuantity, price }) => [
          minimumQuantity,
          price.toDecimal(),
        ]),
      ),
    ).toEqual([
      [
        [1, "10.00"],
        [10, "8.00"],
        [100, "7.00"],
      ],
      [
        [1, "19.00"],
        [5, "15.00"],
      ],
    ]);
    const refused = await set([
      { variantId: variantId(10), price: "1.00", minQuantity: 0 },
      { variantId: variantId(10), price: "1.00", minQuantity: 1_000_001 },
      { variantId: variantId(10), price: "1.00", minQuantity: 7 },
      { variantId: variantId(10), price: "2.00", minQuantity: 7 },
      ...Array.from({ length: 20 }, (_, n) => ({
        variantId: variantId(20),
        price: "1.00",
        minQuantity: 50 + n,
      })),
    ]);
    expect(refused.refusals.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "INVALID_MINIMUM_QUANTITY items 0 minQuantity",
      "INVALID_MINIMUM_QUANTITY items 1 minQuantity",
      "QUANTITY_BREAK_TWICE items 3 minQuantity",
      "TOO_MANY items 22",
      "TOO_MANY items 23",
    ]);
    made(
      await priceListPricesRemove(needs())(
        {
          priceListId: base,
          items: [{ variantId: variantId(10), minQuantity: 10 }, { variantId: variantId(20) }],
        },
        OPERATOR,
      ),
    );
    expect(await shown("there", 20)).toEqual(["20.00", "20.00-30.00 EUR"]);
    const reads = shop.subject.priceListReads;
    expect(await reads.countPrices(base)).toBe(2);
    const page = await reads.prices(base, pageRequest({ first: 10 }));
    expect(page.items.map(({ item }) => [item.variantId, item.minimumQuantity])).toEqual([
      [variantId(10), 100],
      [variantId(20), 5],
    ]);
  });

  test("the prices of a list are paged by variant and quantity, also from a cursor that was made before quantity breaks", async () => {
    const base = await list({ key: "base" });
    const items = [10, 20].flatMap((variant) =>
      [1, 10, 9].map((minQuantity) => ({
        variantId: variantId(variant),
        price: "1.00",
        minQuantity,
      })),
    );
    made(await priceListPricesSet(needs())({ priceListId: base, items }, OPERATOR));
    const prices = (...parameters: Parameters<PriceListReads["prices"]>) =>
      shop.subject.priceListReads.prices(...parameters);
    const places = (page: Awaited<ReturnType<typeof prices>>) =>
      page.items.map(({ item }) => `${Number(item.variantId.slice(-6))}/${item.minimumQuantity}`);

    const all = ["10/1", "10/9", "10/10", "20/1", "20/9", "20/10"];
    const first = await prices(base, pageRequest({ first: 2 }));
    const second = await prices(
      base,
      pageRequest({ first: 4, after: first.items[1]?.cursor ?? null }),
    );
    expect([...places(first), ...places(second)]).toEqual(all);
    const back = await prices(
      base,
      pageRequest({ last: 2, before: second.items[0]?.cursor ?? null }),
    );
    expect(places(back)).toEqual(all.slice(0, 2));
    const old = Buffer.from(JSON.stringify(["list price", variantId(10), variantId(10)])).toString(
      "base64url",
    );
    expect(places(await prices(base, pageRequest({ first: 10, after: old })))).toEqual(
      all.slice(1),
    );
    await expect(
      prices(
        base,
        pageRequest({
          first: 1,
          after: Buffer.from(JSON.stringify(["list price", variantId(10), "x"])).toString(
            "base64url",
          ),
        }),
      ),
    ).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  });
};
