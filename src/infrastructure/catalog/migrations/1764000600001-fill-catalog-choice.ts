import type { MigrationInterface, QueryRunner } from "typeorm";

interface ProductRow {
  readonly id: string;
  readonly options: string;
}

interface VariantRow {
  readonly id: string;
  readonly product_id: string;
  readonly option_values: string;
  readonly tracked: number;
  readonly sold_out_policy: string;
  readonly available: number | string | null;
}

const PRODUCTS_PER_PORTION = 100;
// A product may have thousands of variants, about 40 characters each.
const ROWS_PER_STATEMENT = 20;

/**
 * Works out what can be chosen of the products that there are already. Interrupted, it is simply
 * run again.
 */
export class FillCatalogChoice1764000600001 implements MigrationInterface {
  readonly name = "FillCatalogChoice1764000600001";

  async up(runner: QueryRunner): Promise<void> {
    for (let after = ""; ;) {
      const products = (await runner.query(
        `SELECT id, options FROM catalog_product WHERE id > ? ORDER BY id LIMIT ${PRODUCTS_PER_PORTION}`,
        [after],
      )) as readonly ProductRow[];
      const last = products.at(-1);
      if (!last) return;
      await fill(runner, products, await variantsBetween(runner, after, last.id));
      after = last.id;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM catalog_choice");
  }
}

const variantsBetween = async (
  runner: QueryRunner,
  after: string,
  last: string,
): Promise<readonly VariantRow[]> =>
  (await runner.query(
    `SELECT v.id, v.product_id, v.option_values, v.tracked, v.sold_out_policy, s.on_hand - s.reserved AS available
     FROM catalog_variant v LEFT JOIN inventory_stock_item s ON s.variant_id = v.id
     WHERE v.product_id > ? AND v.product_id <= ? ORDER BY v.product_id, v.position`,
    [after, last],
  )) as readonly VariantRow[];

async function fill(
  runner: QueryRunner,
  products: readonly ProductRow[],
  variants: readonly VariantRow[],
): Promise<void> {
  const ofProducts = new Map<string, VariantRow[]>(products.map(({ id }) => [id, []]));
  for (const variant of variants) ofProducts.get(variant.product_id)?.push(variant);
  const rows = products.map(({ id, options }) =>
    choiceRow(
      id,
      JSON.parse(options) as readonly { readonly values: readonly string[] }[],
      ofProducts.get(id) ?? [],
    ),
  );
  const replace =
    "REPLACE INTO catalog_choice (product_id, variant_ids, value_places, available) VALUES";
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const some = rows.slice(start, start + ROWS_PER_STATEMENT);
    await runner.query(`${replace} ${some.map(() => "(?, ?, ?, ?)").join(", ")}`, some.flat());
  }
}

const choiceRow = (
  productId: string,
  options: readonly { readonly values: readonly string[] }[],
  variants: readonly VariantRow[],
): readonly string[] => {
  const places = options.map(({ values }) => new Map(values.map((value, index) => [value, index])));
  const valuesOf = ({ option_values }: VariantRow) =>
    (JSON.parse(option_values) as readonly string[]).map(
      (value, axis) => places[axis]?.get(value) ?? -1,
    );
  return [
    productId,
    variants.map(({ id }) => id.slice("variant_".length)).join(" "),
    variants.map((variant) => valuesOf(variant).join(".")).join(" "),
    variants.map((variant) => (canBeBought(variant) ? "1" : "0")).join(""),
  ];
};

const canBeBought = ({ tracked, sold_out_policy, available }: VariantRow): boolean =>
  tracked === 0 || sold_out_policy === "CONTINUE" || Number(available ?? 0) > 0;
