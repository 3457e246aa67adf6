import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../../src/infrastructure/data-source.js";
import { busyShop, type Told } from "../../integration/busy-shop.js";
import { searchDefects } from "../../integration/search-defects.js";
import { catalogueDefects } from "../../integration/catalogue-defects.js";

/** The same database, opened twice, as by two processes. */
export interface Twice {
  readonly stores: readonly [Store, Store];
  readonly drop: () => Promise<void>;
}

/** Whatever a crowd does to a catalogue at once, all of it holds together in the end. */
export const busyShopContract = (
  name: string,
  seeds: readonly number[],
  open: () => Promise<Twice>,
): void => {
  describe.each(seeds)(`a busy shop, seed %i: ${name}`, (seed) => {
    let twice: Twice;
    let told: Told;

    beforeAll(async () => {
      twice = await open();
      told = await busyShop({ stores: twice.stores, seed, rounds: 6, atOnce: 30 });
    }, 60_000);
    afterAll(async () => {
      for (const store of twice.stores) await store.close();
      await twice.drop();
    });

    test("carries out what it is told or says why not, once for each key", () => {
      expect(told.surprises).toEqual([]);
      expect([...told.counts.values()].reduce((sum, { done }) => sum + done, 0)).toBeGreaterThan(
        100,
      );
    });

    test("loses nobody's work", async () => {
      const tags = new Map(
        (await twice.stores[0].readSource.query("SELECT id, tags FROM catalog_product")).map(
          (row) => [String(row["id"]), String(row["tags"])],
        ),
      );
      const units = new Map(
        (
          await twice.stores[0].readSource.query(
            "SELECT variant_id, on_hand FROM inventory_stock_item",
          )
        ).map((row) => [String(row["variant_id"]), Number(row["on_hand"])]),
      );

      expect(
        [...told.tags].filter(
          (one) => !tags.get(one.split(" ")[0] ?? "")?.includes(`"${one.split(" ")[1]}"`),
        ),
      ).toEqual([]);
      expect([...told.units].map(([variant]) => [variant, units.get(variant)])).toEqual(
        [...told.units].map(([variant, by]) => [variant, 100 + by]),
      );
    });

    test("finds in every process what is there", async () => {
      for (const store of twice.stores) expect(await searchDefects(store, new Date())).toEqual([]);
    });

    test("is sound afterwards", async () => {
      // Else there would be nothing to compare.
      const [held] = await twice.stores[0].readSource.query(
        "SELECT (SELECT COUNT(*) FROM pricing_list_price) AS prices, (SELECT COUNT(*) FROM catalog_price_range WHERE sellable LIKE '%0%') AS ranges",
      );
      expect([Number(held?.["prices"]), Number(held?.["ranges"])].every((count) => count > 0)).toBe(
        true,
      );
      expect(await catalogueDefects(twice.stores[0], new Date())).toEqual([]);
    });
  });
};
