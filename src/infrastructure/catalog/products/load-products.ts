import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import { groupRows } from "../../shared/database/group-rows.js";
import {
  forUpdate,
  placeholders,
  toChunks,
  type Row,
  type SqlSession,
} from "../../shared/database/sql-session.js";
import { MEDIA_TABLE } from "./media-table.js";
import { PRODUCT_TABLE } from "./product-table.js";
import { VARIANT_TABLE } from "./variant-table.js";

async function partsOf(
  session: SqlSession,
  table: "catalog_variant" | "catalog_media",
  selection: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (ids.length === 0) return new Map();
  return groupRows(
    await session.query(
      `SELECT product_id, ${selection} FROM ${table} WHERE product_id IN (${placeholders(ids)}) ORDER BY product_id, position`,
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
      `SELECT ${PRODUCT_TABLE.selection} FROM catalog_product WHERE ${column} IN (${placeholders(chunk)}) ORDER BY ${column}${forUpdate(session)}`,
      chunk,
    );
    const ids = rows.map((row) => String(row["id"]));
    const variants = await partsOf(session, "catalog_variant", VARIANT_TABLE.selection, ids);
    const media = await partsOf(session, "catalog_media", MEDIA_TABLE.selection, ids);
    loaded.push(
      ...rows.map((row) => ({
        ...PRODUCT_TABLE.toRecord(row),
        variants: (variants.get(String(row["id"])) ?? []).map(VARIANT_TABLE.toRecord),
        media: (media.get(String(row["id"])) ?? []).map(MEDIA_TABLE.toRecord),
      })),
    );
  }
  return loaded;
};
