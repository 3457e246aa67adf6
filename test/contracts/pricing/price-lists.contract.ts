import { expect, test } from "vitest";
import {
  fillPriceLists,
  PRODUCTS_PER_PORTION,
} from "../../../src/application/pricing/price-lists/fill-price-lists.js";
import { productDuplicate } from "../../../src/application/catalog/products/product-duplicate.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { id } from "../../../src/domain/shared/id.js";
import { fillShop } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { ALL } from "../catalog/page-walks.js";

import { codes, made, type MarketShop } from "./market-shop.js";

/** How price lists are filled. */
export const priceListTests = (shop: MarketShop): void => {
  const { needs, list, set, market, at, products, listed } = shop;

  test("a copy of a product has the prices of the product in every list", async () => {
    const francs = await list("francs", "CHF");
    made(
      await set(francs, [{ variantId: variantId(21), price: "33.00", compareAtPrice: "40.00" }]),
    );
    made(await productDuplicate(needs())({ id: productId(2) }, OPERATOR));

    expect((await listed(at(francs, "CHF"))).map(([, prices]) => prices)).toEqual([
      "33.00-33.00 CHF",
      "33.00-33.00 CHF",
      null,
      null,
    ]);
    expect(await shop.subject.priceListReads.countPrices(francs)).toBe(2);
  });

  test("a price list for a large catalogue is filled in batches, and no market uses it before", async () => {
    await fillShop(shop.subject.unitOfWork, {
      products: Array.from({ length: PRODUCTS_PER_PORTION }, (_, n) => ({
        number: 100 + n,
        pricesAndStock: [{ price: "7.00" }],
      })),
    });
    const sale = await list("sale", "EUR");
    expect((await shop.subject.priceListReads.all())[0]?.isReady).toBe(false);
    expect(codes(await market({ key: "sale", priceListId: sale }))).toEqual([
      "PRICE_LIST_NOT_READY",
    ]);
    made(await set(sale, [{ variantId: variantId(10), price: "1.00" }]));

    const job = fillPriceLists({ clock: fixedClock(), ids: shop.ids });
    for (let round = 0; round < 5; round++)
      await shop.subject.unitOfWork.run(async (stores) => {
        const [next] = await stores.schedule.ofSubjects(job.kind, [sale]);
        if (!next) return;
        await stores.schedule.cancel([next.id]);
        await job.run(next, stores);
      });
    expect((await shop.subject.priceListReads.all())[0]?.isReady).toBe(true);
    expect(await shop.subject.catalogReads.countProducts({ priced: true }, at(sale, "EUR"))).toBe(
      PRODUCTS_PER_PORTION + 2,
    );
    expect(
      (await products(at(sale, "EUR"), { page: { ...ALL, size: 2 } })).items.map(({ item }) =>
        item.priceRange?.min.toDecimal(),
      ),
    ).toEqual(["1.00", "7.00"]);
    expect(codes(await market({ key: "sale", priceListId: sale }))).toEqual([]);
  });

  test("a product that is created while a list is being filled is in it", async () => {
    const [sale] = await Promise.all([
      list("sale", "EUR"),
      variantsUpdate(needs())(
        { items: [{ id: variantId(10), changes: { price: "44.00" } }] },
        OPERATOR,
      ),
      variantsUpdate(needs())(
        { items: [{ id: variantId(20), changes: { price: "55.00" } }] },
        OPERATOR,
      ),
    ]);

    expect((await listed(at(sale, "EUR"))).map(([number, prices]) => [number, prices])).toEqual([
      [2, "30.00-55.00 EUR"],
      [1, "44.00-44.00 EUR"],
      [3, null],
    ]);
  });

  test("an unknown price list has no prices", async () => {
    expect(
      await shop.subject.priceListReads.countPrices(
        id<PriceListId>("pricelist_01h00000000000000000000099"),
      ),
    ).toBe(0);
    expect((await shop.subject.priceListReads.pricesOfVariants([])).size).toBe(0);
  });
};
