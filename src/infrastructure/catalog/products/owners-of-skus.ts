import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { SkuTaken } from "../../../domain/catalog/variants/errors.js";
import { id } from "../../../domain/shared/id.js";
import { placeholders, toChunks, type SqlSession } from "../../shared/database/sql-session.js";

/** Which product each SKU belongs to; unused SKUs are absent. */
export const ownersOfSkus = (
  session: SqlSession,
  skus: readonly string[],
): Promise<ReadonlyMap<string, ProductId>> => ownersBy("sku", session, skus);

/** Which product each variant belongs to; unknown ones are absent. */
export const ownersOfVariants = (
  session: SqlSession,
  ids: readonly VariantId[],
): Promise<ReadonlyMap<VariantId, ProductId>> => ownersBy("id", session, ids);

const ownersBy = async <Key extends string>(
  column: "id" | "sku",
  session: SqlSession,
  keys: readonly Key[],
): Promise<ReadonlyMap<Key, ProductId>> => {
  const owners = new Map<Key, ProductId>();
  for (const chunk of toChunks(keys)) {
    const rows = await session.query(
      `SELECT ${column}, product_id FROM catalog_variant WHERE ${column} IN (${placeholders(chunk)})`,
      chunk,
    );
    for (const row of rows)
      owners.set(String(row[column]) as Key, id<ProductId>(String(row["product_id"])));
  }
  return owners;
};

/**
 * The error for the first SKU of the products that another variant has, stored or among them. The
 * database reports a violated key, but not always with its value.
 */
export const skuTaken = async (
  session: SqlSession,
  products: readonly ProductSnapshot[],
): Promise<SkuTaken> => {
  const used = products.flatMap(({ id: productId, variants }) =>
    variants.flatMap(({ sku }, index) => (sku === null ? [] : [{ productId, sku, index }])),
  );
  const owners = await ownersOfSkus(
    session,
    used.map(({ sku }) => sku),
  );
  const seen = new Set<string>();
  const taken =
    used.find(
      ({ productId, sku }) =>
        (owners.get(sku) ?? productId) !== productId || seen.size === seen.add(sku).size,
    ) ?? used[0];
  return new SkuTaken(taken?.sku ?? "", taken ? ["variants", String(taken.index), "sku"] : []);
};
