import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { busyShop, type ClientResults } from "../../integration/busy-shop/busy-shop.js";
import { catalogueDefects } from "../../integration/catalogue-defects.js";
import { searchDefects } from "../../integration/search-defects.js";
import type { TwoStores } from "../catalog/busy-shop.contract.js";

/** After random changes of prices, stock and variants of the same few products, all answers fit. */
export const crowdedProductsContract = (
  name: string,
  seeds: readonly number[],
  open: () => Promise<TwoStores>,
): void => {
  describe.each(seeds)(`a crowd at few products, seed %i: ${name}`, (seed) => {
    let database: TwoStores;
    let results: ClientResults;

    beforeAll(async () => {
      database = await open();
      results = await busyShop({
        stores: database.stores,
        seed,
        rounds: 10,
        atOnce: 20,
        crowd: "few products",
      });
    }, 60_000);
    afterAll(async () => {
      for (const store of database.stores) await store.close();
      await database.drop();
    });

    test("executes or refuses each command, once for each key", () => {
      expect(results.surprises).toEqual([]);
      const done = (mutation: string) => results.counts.get(mutation)?.done ?? 0;
      expect(
        ["stockCount", "stockAdjust", "variantPricesSet", "priceListPricesSet"].filter(
          (mutation) => done(mutation) < 2,
        ),
      ).toEqual([]);
    });

    test("finds the same products in every process", async () => {
      for (const store of database.stores)
        expect(await searchDefects(store, new Date())).toEqual([]);
    });

    test("is consistent afterwards", async () => {
      expect(await catalogueDefects(database.stores[0], new Date())).toEqual([]);
    });
  });
};
