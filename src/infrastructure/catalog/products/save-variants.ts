import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { deepEqual } from "../../../domain/shared/deep-equal.js";
import { isDuplicate } from "../../shared/database/driver-error.js";
import { setById } from "../../shared/database/set-by-id.js";
import { insertRows } from "../../shared/database/insert-rows.js";
import {
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import { toVariantMetafieldRows } from "../metafields/metafield-rows.js";
import { skuTaken } from "./owners-of-skus.js";
import { toVariantRow, VARIANT_TABLE } from "./variant-table.js";

/**
 * Writes the variants of new products, and those variants of revised products that are not stored
 * in the same form: there may be thousands.
 * @throws SkuTaken
 */
export const saveVariants = async (
  session: SqlSession,
  added: readonly ProductSnapshot[],
  revised: readonly ProductSnapshot[],
): Promise<void> => {
  const all = [...added, ...revised];
  const toInsert = new Map<string, OrderedVariant>(
    all.flatMap((product) =>
      product.variants.map((variant, position) => [variant.id, { product, variant, position }]),
    ),
  );
  const outdated: string[] = [];
  const withFields: string[] = [];
  const moved: (readonly [id: string, position: number])[] = [];
  for (const row of await storedVariants(session, revised)) {
    const id = String(row["id"]);
    const current = toInsert.get(id);
    if (!current || !deepEqual(VARIANT_TABLE.toRecord(row), current.variant)) {
      outdated.push(id);
      if (row["metafields"] != null) withFields.push(id);
      continue;
    }
    if (Number(row["position"]) !== current.position) moved.push([id, current.position]);
    toInsert.delete(id);
  }
  // Deleted before any are inserted, so that variants may exchange their SKUs.
  for (const ids of toChunks(outdated))
    await session.change(`DELETE FROM catalog_variant WHERE id IN (${placeholders(ids)})`, ids);
  for (const ids of toChunks(withFields))
    await session.change(
      `DELETE FROM catalog_variant_metafield WHERE variant_id IN (${placeholders(ids)})`,
      ids,
    );
  await setById(session, { table: "catalog_variant", column: "position", idColumn: "id" }, moved);
  await insert(session, [...toInsert.values()], all);
  await insertRows(
    session,
    "catalog_variant_metafield",
    [...toInsert.values()].flatMap(({ product, variant }) =>
      toVariantMetafieldRows(product.id, variant),
    ),
  );
};

interface OrderedVariant {
  readonly product: ProductSnapshot;
  readonly variant: ProductSnapshot["variants"][number];
  readonly position: number;
}

async function storedVariants(
  session: SqlSession,
  products: readonly ProductSnapshot[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const chunk of toChunks(products))
    rows.push(
      ...(await session.query(
        `SELECT position, ${VARIANT_TABLE.selection} FROM catalog_variant WHERE product_id IN (${placeholders(chunk)})`,
        chunk.map(({ id }) => id),
      )),
    );
  return rows;
}

async function insert(
  session: SqlSession,
  variants: readonly OrderedVariant[],
  products: readonly ProductSnapshot[],
): Promise<void> {
  try {
    await insertRows(
      session,
      "catalog_variant",
      variants.map(({ product, variant, position }) => toVariantRow(product.id, variant, position)),
    );
  } catch (error) {
    if (isDuplicate(error, "catalog_variant", "sku")) throw await skuTaken(session, products);
    throw error;
  }
}
