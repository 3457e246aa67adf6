import { priceListOf } from "../../../src/application/shared/shopping-context.js";
import { expect, test } from "vitest";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { stockAdjust } from "../../../src/application/inventory/stock/stock-adjust.js";
import { productVariantsReorder } from "../../../src/application/catalog/variants/product-variants-reorder.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { productId, variantId } from "../../builders/product-content.js";
import { randomFrom } from "../../integration/random-from.js";
import { ALL } from "../catalog/page-walks.js";

import { made, type MarketShop } from "./market-shop.js";

/** Option availability with price lists. */
export const listAvailabilityTests = (shop: MarketShop): void => {
  const { needs, list, set, at } = shop;

  const availability = async (audience: Audience) => {
    const { items } = await shop.subject.catalogReads.products(
      { filter: {}, sort: { key: "CREATED", reverse: false }, page: ALL },
      audience,
      new Set(["optionAvailability", "available"]),
    );
    const ids = items.flatMap(
      ({ item }) => item.optionAvailability?.variants.map((one) => one.id) ?? [],
    );
    const variants = new Map(
      (
        await shop.subject.catalogReads.variantsById(
          ids,
          audience,
          new Set(["tracked", "soldOutPolicy"]),
        )
      ).map((one) => [one.id, one]),
    );
    const pricesAndStock = await shop.subject.pricesAndStock.byVariant(
      ids,
      new Set(["available", "isOffered", "price"]),
      audience.shoppingContext,
    );
    return items.map(({ item: { available, optionAvailability: choices } }) => {
      const bought = choices?.variants.map(({ id: variant }) => {
        const [
          { tracked, soldOutPolicy } = {},
          {
            price,
            available: units,
            isOffered = priceListOf(audience.shoppingContext) === null,
          } = {},
        ] = [variants.get(variant), pricesAndStock.get(variant)];
        const isPriced = priceListOf(audience.shoppingContext) === null || price != null;
        return (
          isOffered &&
          isPriced &&
          (tracked !== true || soldOutPolicy === "CONTINUE" || (units ?? 0) > 0)
        );
      });
      return {
        read: [available, choices?.variants.map((one) => one.available)],
        computed: [bought?.includes(true), bought],
      };
    });
  };

  test.each([1, 2, 3])(
    "option availability equals what can be bought, in every market and after every change (%i)",
    async (seed) => {
      const random = randomFrom(seed);
      const below = (count: number): number => Math.floor(random() * count);
      const [francs, sale] = [await list("francs", "CHF"), await list("sale", "EUR")];
      const variants = [10, 20, 21, 30].map(variantId);
      const pick = () => variants[below(variants.length)] ?? variantId(10);
      const actions = [
        () => set([francs, sale][below(2)] ?? francs, [{ variantId: pick(), price: "3.00" }]),
        () =>
          priceListPricesRemove(needs())(
            { priceListId: [francs, sale][below(2)] ?? francs, items: [{ variantId: pick() }] },
            OPERATOR,
          ),
        () =>
          variantsUpdate(needs())(
            {
              items: [
                {
                  id: pick(),
                  changes: {
                    onHand: [null, 0, 4][below(3)],
                    tracked: below(3) > 0,
                    soldOutPolicy: below(3) > 0 ? "DENY" : "CONTINUE",
                  },
                },
              ],
            },
            OPERATOR,
          ),
        () =>
          variantsUpdate(needs())(
            { items: [{ id: pick(), changes: { price: below(3) > 0 ? "8.00" : null } }] },
            OPERATOR,
          ),
        () =>
          stockAdjust(needs())(
            { adjustments: [{ variantId: pick(), by: below(2) > 0 ? 2 : -1 }] },
            OPERATOR,
          ),
        () =>
          productVariantsReorder(needs())(
            { id: productId(2), variantIds: [variantId(20 + below(2))] },
            OPERATOR,
          ),
      ];
      for (let step = 0; step < 12; step++) {
        await actions[below(actions.length)]?.();
        for (const there of [{ sees: "everything" } as const, at(francs, "CHF"), at(sale, "EUR")])
          for (const { read, computed } of await availability(there))
            expect(read).toEqual(computed);
      }
    },
  );

  test("a variant without a price is not available, in a list or at own prices", async () => {
    const francs = await list("francs", "CHF");
    made(await set(francs, [{ variantId: variantId(21), price: "33.00" }]));
    made(
      await stockAdjust(needs())({ adjustments: [{ variantId: variantId(21), by: 2 }] }, OPERATOR),
    );

    expect((await availability(at(francs, "CHF"))).map(({ read }) => read)).toEqual([
      [false, [false]],
      [true, [false, true]],
      [false, [false]],
    ]);
    expect((await availability({ sees: "everything" })).map(({ read }) => read)).toEqual([
      [true, [true]],
      [true, [true, true]],
      [false, [false]],
    ]);
  });
};
