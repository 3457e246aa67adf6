import type { MigrationInterface, QueryRunner } from "typeorm";

const PRODUCTS_PER_PORTION = 100;

const PRICES =
  "FROM catalog_variant v LEFT JOIN pricing_variant_price p ON p.variant_id = v.id WHERE";

type Rows = readonly Readonly<Record<string, string | number>>[];

/**
 * A variant without a price was available at own prices. Takes it out of what is stored of its
 * product; price lists keep their answers. Interrupted, it is simply run again.
 */
export class TakeUnpricedVariantsOffSale1764002000000 implements MigrationInterface {
  readonly name = "TakeUnpricedVariantsOffSale1764002000000";

  async up(runner: QueryRunner): Promise<void> {
    for (let after = ""; ;) {
      const found = (await runner.query(
        `SELECT DISTINCT v.product_id ${PRICES} v.product_id > ? AND p.price IS NULL ORDER BY v.product_id LIMIT ${PRODUCTS_PER_PORTION}`,
        [after],
      )) as Rows;
      const products = found.map((row) => String(row["product_id"]));
      const last = products.at(-1);
      if (last === undefined) return;
      await takeOffSale(runner, products);
      after = last;
    }
  }

  /** Nothing tells which variants had stock: `plinth doctor` works the answers out again. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}

const takeOffSale = async (runner: QueryRunner, products: readonly string[]): Promise<void> => {
  const among = `IN (${products.map(() => "?").join(", ")})`;
  const ids = [...products];
  // Where a list has no flags of its own, those of the product count.
  await runner.query(
    `UPDATE catalog_price_range SET sellable = (SELECT o.available FROM catalog_choice o WHERE o.product_id = catalog_price_range.product_id) WHERE sellable IS NULL AND product_id ${among}`,
    ids,
  );
  const priced = (await runner.query(
    `SELECT v.product_id, CASE WHEN p.price IS NULL THEN 0 ELSE 1 END AS priced ${PRICES} v.product_id ${among} ORDER BY v.product_id, v.position`,
    ids,
  )) as Rows;
  const stored = (await runner.query(
    `SELECT product_id, available FROM catalog_choice WHERE product_id ${among}`,
    ids,
  )) as Rows;
  for (const { product_id: product, available } of stored) {
    const own = priced.filter((row) => row["product_id"] === product);
    const flags = own
      .map((row, at) => (Number(row["priced"]) === 1 ? (String(available)[at] ?? "0") : "0"))
      .join("");
    await runner.query("UPDATE catalog_choice SET available = ? WHERE product_id = ?", [
      flags,
      product,
    ]);
    await runner.query("UPDATE catalog_listing SET available = ? WHERE product_id = ?", [
      flags.includes("1") ? 1 : 0,
      product,
    ]);
  }
  await runner.query(
    `INSERT INTO catalog_collection_due (product_id) SELECT l.product_id FROM catalog_listing l WHERE l.product_id ${among} AND NOT EXISTS (SELECT 1 FROM catalog_collection_due d WHERE d.product_id = l.product_id)`,
    ids,
  );
};
