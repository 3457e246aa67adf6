import type { MigrationInterface, QueryRunner } from "typeorm";

const BATCH = 500;

const OWN =
  "FROM catalog_variant v JOIN pricing_variant_price p ON p.variant_id = v.id WHERE v.product_id = catalog_listing.product_id AND p.compare_at > p.price";

const listed = (alias: string, list: string): string =>
  `LEFT JOIN pricing_list_price ${alias} ON ${alias}.variant_id = v.id AND ${alias}.price_list_id = ${list} AND ${alias}.min_quantity = 1`;
const effective = (column: string): string =>
  `CASE WHEN a.variant_id IS NOT NULL THEN a.${column} WHEN b.variant_id IS NOT NULL THEN b.${column} WHEN c.variant_id IS NOT NULL THEN c.${column} WHEN p.currency = l.currency THEN p.${column} END`;
const IN_LIST = `FROM catalog_variant v JOIN pricing_price_list l ON l.id = catalog_price_range.price_list_id LEFT JOIN pricing_variant_price p ON p.variant_id = v.id ${listed("a", "l.id")} ${listed("b", "l.second_list_id")} ${listed("c", "l.third_list_id")} WHERE v.product_id = catalog_price_range.product_id AND ${effective("compare_at")} > ${effective("price")}`;

const TABLES: Readonly<Record<string, readonly [column: string, from: string]>> = {
  catalog_listing: ["p.compare_at", OWN],
  catalog_price_range: [effective("compare_at"), IN_LIST],
};

/**
 * Works out the compare-at prices of products that were on sale already, in portions. Interrupted,
 * it is simply run again.
 */
export class FillCompareAtRanges1764002000102 implements MigrationInterface {
  readonly name = "FillCompareAtRanges1764002000102";

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, [column, from]] of Object.entries(TABLES))
      await fill(runner, table, column, from);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(TABLES))
      await runner.query(`UPDATE ${table} SET min_compare_at = NULL, max_compare_at = NULL`);
  }
}

const fill = async (
  runner: QueryRunner,
  table: string,
  column: string,
  from: string,
): Promise<void> => {
  for (let after = ""; ;) {
    const products = (await runner.query(
      `SELECT DISTINCT product_id FROM ${table} WHERE on_sale = 1 AND product_id > ? ORDER BY product_id LIMIT ${BATCH}`,
      [after],
    )) as readonly { readonly product_id: string }[];
    const last = products.at(-1);
    if (!last) return;
    await runner.query(
      `UPDATE ${table} SET min_compare_at = (SELECT MIN(${column}) ${from}), max_compare_at = (SELECT MAX(${column}) ${from}) WHERE on_sale = 1 AND product_id > ? AND product_id <= ?`,
      [after, last.product_id],
    );
    after = last.product_id;
  }
};
