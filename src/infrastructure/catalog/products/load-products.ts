import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { groupRows } from "../../shared/database/group-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import { toMedia, toProduct, toVariant } from "./product-rows.js";

async function partsOf(
  session: SqlSession,
  table: "catalog_variant" | "catalog_media",
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (ids.length === 0) return new Map();
  return groupRows(
    await session.query(
      `SELECT * FROM ${table} WHERE product_id IN (${placeholders(ids)}) ORDER BY product_id, position`,
      ids,
    ),
    "product_id",
  );
}

/**
 * Products with all their parts, locked in the order of the key, so that two units of work lock in
 * the same order.
 */
export const loadProducts = async (
  session: SqlSession,
  column: "id" | "slug",
  values: readonly string[],
): Promise<readonly ProductSnapshot[]> => {
  const loaded: ProductSnapshot[] = [];
  for (const chunk of toChunks([...new Set(values)].toSorted())) {
    const rows = await session.query(
      `SELECT * FROM catalog_product WHERE ${column} IN (${placeholders(chunk)}) ORDER BY ${column}${forUpdate(session)}`,
      chunk,
    );
    const ids = rows.map((row) => String(row["id"]));
    const variants = await partsOf(session, "catalog_variant", ids);
    const media = await partsOf(session, "catalog_media", ids);
    loaded.push(
      ...rows.map((row) =>
        toProduct(
          row,
          (variants.get(String(row["id"])) ?? []).map(toVariant),
          (media.get(String(row["id"])) ?? []).map(toMedia),
        ),
      ),
    );
  }
  return loaded;
};
