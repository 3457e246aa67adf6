import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../../src/infrastructure/store.js";
import { busyShop, type ClientResults } from "../../integration/busy-shop/busy-shop.js";
import { catalogueDefects } from "../../integration/catalogue-defects.js";
import { searchDefects } from "../../integration/search-defects.js";

/** The same database, opened database, as by two processes. */
export interface TwoStores {
  readonly stores: readonly [Store, Store];
  readonly drop: () => Promise<void>;
}

/** After random actions of many editors at the same time, the catalogue is consistent. */
export const busyShopContract = (
  name: string,
  seeds: readonly number[],
  open: () => Promise<TwoStores>,
): void => {
  describe.each(seeds)(`a busy shop, seed %i: ${name}`, (seed) => {
    let database: TwoStores;
    let results: ClientResults;

    beforeAll(async () => {
      database = await open();
      results = await busyShop({ stores: database.stores, seed, rounds: 6, atOnce: 30 });
    }, 60_000);
    afterAll(async () => {
      for (const store of database.stores) await store.close();
      await database.drop();
    });

    test("executes or refuses each command, once for each key", () => {
      expect(results.surprises).toEqual([]);
      expect([...results.counts.values()].reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(
        100,
      );
    });

    test("loses no edit", async () => {
      const tags = new Map(
        (await database.stores[0].readSource.query("SELECT id, tags FROM catalog_product")).map(
          (row) => [String(row["id"]), String(row["tags"])],
        ),
      );
      const units = new Map(
        (
          await database.stores[0].readSource.query(
            "SELECT variant_id, on_hand FROM inventory_stock_item",
          )
        ).map((row) => [String(row["variant_id"]), Number(row["on_hand"])]),
      );

      expect(
        [...results.tags].filter(
          (one) => !tags.get(one.split(" ")[0] ?? "")?.includes(`"${one.split(" ")[1]}"`),
        ),
      ).toEqual([]);
      expect([...results.units].map(([variant]) => [variant, units.get(variant)])).toEqual(
        [...results.units].map(([variant, by]) => [variant, 100 + by]),
      );
    });

    test("finds the same products in every process", async () => {
      for (const store of database.stores)
        expect(await searchDefects(store, new Date())).toEqual([]);
    });

    test("is consistent afterwards", async () => {
      const [counts] = await database.stores[0].readSource.query(
        "SELECT (SELECT COUNT(*) FROM pricing_list_price) AS prices, (SELECT COUNT(*) FROM catalog_price_range WHERE sellable LIKE '%0%') AS ranges",
      );
      expect(
        [Number(counts?.["prices"]), Number(counts?.["ranges"])].every((count) => count > 0),
      ).toBe(true);
      expect(await catalogueDefects(database.stores[0], new Date())).toEqual([]);
    });
  });
};
