import type { MigrationInterface, QueryRunner } from "typeorm";

interface VariantRow {
  readonly product_id: string;
  readonly tracked: number;
  readonly sold_out_policy: string;
  readonly available: number | string | null;
  readonly is_offered: number | string;
}

const PRODUCTS_PER_PORTION = 100;

const OFFERED = "CASE WHEN lp.variant_id IS NOT NULL OR p.currency = ? THEN 1 ELSE 0 END";
const PRICES =
  "LEFT JOIN pricing_list_price lp ON lp.variant_id = v.id AND lp.price_list_id = ? LEFT JOIN pricing_variant_price p ON p.variant_id = v.id";

/**
 * Works out for price lists that there are already which variants can be bought at their prices.
 * Interrupted, it is simply run again.
 */
export class FillPriceRangeSellable1764000800001 implements MigrationInterface {
  readonly name = "FillPriceRangeSellable1764000800001";

  async up(runner: QueryRunner): Promise<void> {
    const lists = (await runner.query(
      "SELECT id, currency FROM pricing_price_list ORDER BY id",
    )) as readonly { readonly id: string; readonly currency: string }[];
    for (const { id, currency } of lists) await fillList(runner, id, currency);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE catalog_price_range SET sellable = NULL");
  }
}

const fillList = async (runner: QueryRunner, list: string, currency: string): Promise<void> => {
  for (let after = ""; ;) {
    const products = (await runner.query(
      `SELECT DISTINCT v.product_id FROM catalog_variant v ${PRICES} WHERE v.product_id > ? AND ${OFFERED} = 0 ORDER BY v.product_id LIMIT ${PRODUCTS_PER_PORTION}`,
      [list, after, currency],
    )) as readonly { readonly product_id: string }[];
    const last = products.at(-1);
    if (!last) return;
    const wanted = new Map<string, VariantRow[]>(products.map((row) => [row.product_id, []]));
    for (const row of await variantsBetween(runner, {
      list,
      currency,
      after,
      last: last.product_id,
    }))
      wanted.get(row.product_id)?.push(row);
    for (const [product, variants] of wanted)
      await runner.query(
        "UPDATE catalog_price_range SET sellable = ? WHERE product_id = ? AND price_list_id = ?",
        [variants.map((one) => (canBeBought(one) ? "1" : "0")).join(""), product, list],
      );
    after = last.product_id;
  }
};

const variantsBetween = async (
  runner: QueryRunner,
  { list, currency, after, last }: Readonly<Record<"list" | "currency" | "after" | "last", string>>,
): Promise<readonly VariantRow[]> =>
  (await runner.query(
    `SELECT v.product_id, v.tracked, v.sold_out_policy, s.on_hand - s.reserved AS available, ${OFFERED} AS is_offered
     FROM catalog_variant v ${PRICES} LEFT JOIN inventory_stock_item s ON s.variant_id = v.id
     WHERE v.product_id > ? AND v.product_id <= ? ORDER BY v.product_id, v.position`,
    [currency, list, after, last],
  )) as readonly VariantRow[];

const canBeBought = ({ tracked, sold_out_policy, available, is_offered }: VariantRow): boolean =>
  Number(is_offered) === 1 &&
  (tracked === 0 || sold_out_policy === "CONTINUE" || Number(available ?? 0) > 0);
