import { expect, test } from "vitest";
import type { Migrating } from "./stock-migrations.js";

/** What migrating does to the read models of product lists of the previous release. */
export const listingMigrations = ({ migrateOnce, before, onDatabase }: Migrating): void => {
  test("the crossed-out prices of what was on sale before are worked out, also in price lists", async () => {
    await before("AddListingCompareAt1764002000100", async (dataSource) => {
      for (const row of [
        "catalog_variant (id, product_id, position, option_values, tracked, sold_out_policy, weight_unit, requires_shipping, taxable) VALUES ('v_1', 'p_1', 0, '[]', 0, 'DENY', 'GRAMS', 1, 1), ('v_2', 'p_1', 1, '[]', 0, 'DENY', 'GRAMS', 1, 1), ('v_3', 'p_1', 2, '[]', 0, 'DENY', 'GRAMS', 1, 1), ('v_4', 'p_2', 0, '[]', 0, 'DENY', 'GRAMS', 1, 1)",
        "pricing_variant_price (variant_id, currency, price, compare_at) VALUES ('v_1', 'EUR', 500, 900), ('v_2', 'EUR', 500, 700), ('v_3', 'EUR', 500, 400), ('v_4', 'EUR', 500, NULL)",
        "pricing_price_list (id, list_key, name, currency, is_ready, version, created_at, updated_at, second_list_id) VALUES ('list_eur', 'sale', 'Sale', 'EUR', 1, 1, '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000', NULL)",
        "pricing_list_price (price_list_id, variant_id, min_quantity, currency, price, compare_at) VALUES ('list_eur', 'v_1', 1, 'EUR', 300, 1200), ('list_eur', 'v_1', 10, 'EUR', 200, 9900)",
        "catalog_listing (product_id, status, created_at, updated_at, folded_title, folded_vendor, folded_type, currency, min_price, max_price, price_rank, available, on_sale) VALUES ('p_1', 'ACTIVE', '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000', '', '', '', 'EUR', 500, 500, 500, 1, 1), ('p_2', 'ACTIVE', '2026-01-01 12:00:00.000', '2026-01-01 12:00:00.000', '', '', '', 'EUR', 500, 500, 500, 1, 0)",
        "catalog_price_range (product_id, price_list_id, price_rank, available, on_sale) VALUES ('p_1', 'list_eur', 300, 1, 1)",
      ])
        await dataSource.query(`INSERT INTO ${row}`);
    });

    await migrateOnce();

    const ranges = async (table: string) =>
      (
        await onDatabase<readonly Record<string, unknown>[]>(
          `SELECT min_compare_at, max_compare_at FROM ${table} ORDER BY product_id`,
        )
      ).map((row) =>
        [row["min_compare_at"], row["max_compare_at"]].map((cell) => cell && Number(cell)),
      );
    expect(await ranges("catalog_listing")).toEqual([
      [700, 900],
      [null, null],
    ]);
    expect(await ranges("catalog_price_range")).toEqual([[700, 1200]]);
  });
};
