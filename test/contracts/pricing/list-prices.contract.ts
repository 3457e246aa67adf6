import { expect, test } from "vitest";
import { priceListDelete } from "../../../src/application/pricing/price-lists/price-list-delete.js";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { productDelete } from "../../../src/application/catalog/products/product-delete.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { productId, variantId } from "../../builders/product-content.js";
import { ALL } from "../catalog/page-walks.js";

import { codes, made, type MarketShop } from "./market-shop.js";

/** The prices of price lists, in lists of products and in their changes. */
export const listPriceTests = (shop: MarketShop): void => {
  const { needs, list, set, at, products, listed } = shop;

  test("with a price list in another currency only variants with a price in the list can be bought", async () => {
    const francs = await list("francs", "CHF");
    made(
      await set(francs, [
        { variantId: variantId(21), price: "33.00", compareAtPrice: "40.00" },
        { variantId: variantId(10), price: "11.00" },
      ]),
    );

    expect(await listed(at(francs, "CHF"))).toEqual([
      [1, "11.00-11.00 CHF", true, false],
      [2, "33.00-33.00 CHF", false, true],
      [3, null, false, false],
    ]);
    const offers = await shop.subject.pricesAndStock.byVariant(
      [variantId(10), variantId(20), variantId(21)],
      new Set(["price", "isOffered"]),
      at(francs, "CHF").shoppingContext,
    );
    expect(
      [...offers].map(([variant, { price, isOffered }]) => [
        variant,
        price?.toDecimal(),
        price?.currency,
        isOffered,
      ]),
    ).toEqual([
      [variantId(10), "11.00", "CHF", true],
      [variantId(20), undefined, undefined, false],
      [variantId(21), "33.00", "CHF", true],
    ]);
  });

  test("with a price list in the same currency the other variants have their own prices", async () => {
    const sale = await list("sale", "EUR");
    made(await set(sale, [{ variantId: variantId(20), price: "5.00" }]));

    expect(await listed(at(sale, "EUR"))).toEqual([
      [2, "5.00-30.00 EUR", true, false],
      [1, "10.00-10.00 EUR", true, false],
      [3, null, false, false],
    ]);
    const offers = await shop.subject.pricesAndStock.byVariant(
      [variantId(20), variantId(21), variantId(30)],
      new Set(["price", "compareAt", "isOffered"]),
      at(sale, "EUR").shoppingContext,
    );
    expect(
      [...offers.values()].map(({ price, compareAt, isOffered }) => [
        price?.toDecimal(),
        compareAt?.toDecimal(),
        isOffered,
      ]),
    ).toEqual([
      ["5.00", undefined, true],
      ["30.00", undefined, true],
      [undefined, undefined, false],
    ]);
  });

  test("products are filtered, sorted, counted and paged by the prices of the list", async () => {
    const francs = await list("francs", "CHF");
    made(
      await set(francs, [
        { variantId: variantId(20), price: "1.00" },
        { variantId: variantId(10), price: "9.00" },
      ]),
    );
    const there = at(francs, "CHF");
    const { catalogReads } = shop.subject;

    expect(await listed(there, { filter: { available: true } })).toEqual([
      [2, "1.00-1.00 CHF", true, false],
      [1, "9.00-9.00 CHF", true, false],
    ]);
    expect(await catalogReads.countProducts({ priced: true }, there)).toBe(2);
    expect(await catalogReads.countProducts({ priced: true, onSale: true }, there)).toBe(0);
    expect(await catalogReads.countProducts({ onSale: true }, { sees: "everything" })).toBe(1);
    const first = await products(there, { page: { ...ALL, size: 1 } });
    const second = await products(there, {
      page: { ...ALL, size: 1, after: first.items[0]?.cursor ?? null },
    });
    expect([first, second].map(({ items }) => items[0]?.item.id)).toEqual([
      productId(2),
      productId(1),
    ]);
    await expect(
      products({ sees: "everything" }, { page: { ...ALL, after: first.items[0]?.cursor ?? null } }),
    ).rejects.toMatchObject({ code: "INVALID_CURSOR" });
  });

  test("a changed own price is shown in every price list that falls back on it, and in no other", async () => {
    const [francs, sale] = [await list("francs", "CHF"), await list("sale", "EUR")];
    made(await set(sale, [{ variantId: variantId(20), price: "5.00" }]));
    made(
      await variantsUpdate(needs())(
        {
          items: [
            { id: variantId(10), changes: { price: "12.00", compareAtPrice: "15.00" } },
            { id: variantId(20), changes: { price: "99.00" } },
          ],
        },
        OPERATOR,
      ),
    );

    expect(await listed(at(sale, "EUR"))).toEqual([
      [2, "5.00-30.00 EUR", true, false],
      [1, "12.00-12.00 EUR", true, true],
      [3, null, false, false],
    ]);
    expect((await listed(at(francs, "CHF"))).every(([, prices]) => prices === null)).toBe(true);
  });

  test("a price in a list is in the history of the product, whose version stays, also when it is removed", async () => {
    const francs = await list("francs", "CHF");
    made(
      await set(francs, [
        { variantId: variantId(20), price: "21.00" },
        { variantId: variantId(21), price: "31.00" },
      ]),
    );
    made(
      await priceListPricesRemove(needs())(
        { priceListId: francs, items: [{ variantId: variantId(20) }] },
        OPERATOR,
      ),
    );

    const stored = await shop.subject.unitOfWork.run(({ products: all }) => all.get(productId(2)));
    expect(stored.snapshot().version).toBe(1);
    const listPrices = await shop.subject.priceListReads.pricesOfVariants([
      variantId(20),
      variantId(21),
    ]);
    expect(
      [...listPrices].map(([variant, prices]) => [
        variant,
        prices.map(({ price }) => price.toDecimal()),
      ]),
    ).toEqual([[variantId(21), ["31.00"]]]);
    expect(
      codes(
        await set("pricelist_01h00000000000000000000099", [
          { variantId: variantId(20), price: "1.00" },
        ]),
      ),
    ).toEqual(["PRICE_LIST_NOT_FOUND"]);
  });

  test("refused items are skipped, or nothing is changed", async () => {
    const francs = await list("francs", "CHF");
    const items = [
      { variantId: variantId(20), price: "-1.00" },
      { variantId: variantId(999), price: "1.00" },
      { variantId: variantId(10), price: "1.00" },
      { variantId: variantId(10), price: "2.00" },
      { variantId: variantId(30), price: "1.005" },
    ];

    const aborted = await set(francs, items);
    expect(aborted.refusals.map(({ code, path }) => [code, ...path].join(" "))).toEqual([
      "NEGATIVE_PRICE items 0 price",
      "VARIANT_NOT_FOUND items 1 variantId",
      "GIVEN_TWICE items 3 variantId",
      "INVALID_AMOUNT items 4 price",
    ]);
    expect(await shop.subject.priceListReads.countPrices(francs)).toBe(0);
    const { items: done } = made(
      await priceListPricesSet(needs())({ priceListId: francs, items, onError: "SKIP" }, OPERATOR),
    );
    expect(done.map(({ result }) => result !== null)).toEqual([false, false, true, false, false]);
    expect(await shop.subject.priceListReads.countPrices(francs)).toBe(1);
  });

  test("a deleted product loses its prices in lists, and a new product is in every list", async () => {
    const sale = await list("sale", "EUR");
    made(await set(sale, [{ variantId: variantId(10), price: "1.00" }]));
    made(await productDelete(needs())({ id: productId(1) }, OPERATOR));

    expect(await shop.subject.priceListReads.countPrices(sale)).toBe(0);
    expect((await listed(at(sale, "EUR"))).map(([number]) => number)).toEqual([2, 3]);
    made(await priceListDelete(needs())({ id: sale }, OPERATOR));
    expect(await listed(at(sale, "EUR"))).toEqual([]);
  });

  /**
   * The availability of each variant as it is read, and as it is computed from its price, stock and
   * policy.
   */
};
