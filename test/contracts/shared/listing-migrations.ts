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

  test("variants without a price are not available any more, and price lists keep their answers", async () => {
    await before("TakeUnpricedVariantsOffSale1764002000000", async (dataSource) => {
      for (const row of [
        `catalog_variant (id, product_id, position, option_values, tracked, sold_out_policy, weight_unit, requires_shipping, taxable) VALUES ${variants("p_1", "v_1", "v_2", "v_3")}, ${variants("p_2", "v_4")}, ${variants("p_3", "v_5")}`,
        "pricing_variant_price (variant_id, currency, price, compare_at) VALUES ('v_1', 'EUR', 500, NULL), ('v_3', 'EUR', 0, NULL), ('v_5', 'EUR', 500, NULL)",
        "catalog_choice (product_id, variant_ids, value_places, available) VALUES ('p_1', '', '', '110'), ('p_2', '', '', '1'), ('p_3', '', '', '1')",
        `catalog_listing (${LISTING}) VALUES ${["p_1", "p_2", "p_3"].map(listed).join(", ")}`,
        "catalog_price_range (product_id, price_list_id, price_rank, available, on_sale, sellable) VALUES ('p_1', 'list_1', 500, 1, 0, NULL), ('p_1', 'list_2', 500, 1, 0, '010'), ('p_3', 'list_1', 500, 1, 0, NULL)",
      ])
        await dataSource.query(`INSERT INTO ${row}`);
    });

    await migrateOnce();

    expect(
      await onDatabase(
        "SELECT c.product_id, c.available, l.available AS listed FROM catalog_choice c JOIN catalog_listing l ON l.product_id = c.product_id ORDER BY c.product_id",
      ),
    ).toEqual([
      { product_id: "p_1", available: "100", listed: 1 },
      { product_id: "p_2", available: "0", listed: 0 },
      { product_id: "p_3", available: "1", listed: 1 },
    ]);
    expect(
      await onDatabase(
        "SELECT product_id, price_list_id, sellable FROM catalog_price_range ORDER BY product_id, price_list_id",
      ),
    ).toEqual([
      { product_id: "p_1", price_list_id: "list_1", sellable: "110" },
      { product_id: "p_1", price_list_id: "list_2", sellable: "010" },
      { product_id: "p_3", price_list_id: "list_1", sellable: null },
    ]);
    expect(
      await onDatabase("SELECT product_id FROM catalog_collection_due ORDER BY product_id"),
    ).toEqual([{ product_id: "p_1" }, { product_id: "p_2" }]);
  });

  test.each([
    ["AUTOMATED", ["p_1", "p_2"], 1],
    ["MANUAL", [], 0],
  ])("the rules of the collections of before are applied again: %s", async (kind, due, planned) => {
    await before("RecheckAutomatedCollections1764004100000", async (dataSource) => {
      for (const row of [
        `catalog_listing (${LISTING}) VALUES ${["p_1", "p_2"].map(listed).join(", ")}`,
        `catalog_collection (id, slug, title, folded_title, description_html, seo_title, seo_description, version, created_at, updated_at, kind) VALUES ('c_1', 'c', 'C', 'c', '', '', '', 1, ${NOW}, ${NOW}, '${kind}')`,
      ])
        await dataSource.query(`INSERT INTO ${row}`);
    });

    await migrateOnce();
    await onDatabase("DELETE FROM plinth_migration WHERE name LIKE 'Recheck%'");
    await migrateOnce();

    const found = await onDatabase<readonly { readonly product_id: string }[]>(
      "SELECT product_id FROM catalog_collection_due ORDER BY product_id",
    );
    expect(found.map(({ product_id }) => product_id)).toEqual(due);
    expect(
      await onDatabase<readonly unknown[]>(
        "SELECT id FROM scheduled_work WHERE kind = 'catalog.keep-collections'",
      ),
    ).toHaveLength(planned);
  });
};

const NOW = "'2026-01-01 12:00:00.000'";
const LISTING =
  "product_id, status, created_at, updated_at, folded_title, folded_vendor, folded_type, currency, min_price, max_price, price_rank, available, on_sale";

const listed = (product: string): string =>
  `('${product}', 'ACTIVE', ${NOW}, ${NOW}, '', '', '', 'EUR', 500, 500, 500, 1, 0)`;

const variants = (product: string, ...ids: readonly string[]): string =>
  ids.map((id, at) => `('${id}', '${product}', ${at}, '[]', 0, 'DENY', 'GRAMS', 1, 1)`).join(", ");
