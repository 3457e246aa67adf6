import type { CatalogReads, SluggedKind } from "../../application/catalog/ports.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { groupBy } from "../shared/grouped-reads.js";
import { allOf } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { select } from "../shared/selection.js";
import { placeholders, type Row } from "../shared/sql.js";
import { visibility } from "./product-conditions.js";
import { COLLECTION_FIELDS, PRODUCT_FIELDS } from "./product-fields.js";

type Reads = Pick<CatalogReads, "productsByOldSlug" | "collectionsByOldSlug" | "oldSlugsOfProducts">;

export const redirectReads = (source: ReadSource): Reads => {
  const led = async (kind: SluggedKind, slugs: readonly string[], columns: readonly string[], tables: string, seen: ReturnType<typeof visibility>): Promise<readonly (readonly [string, Row])[]> => {
    if (slugs.length === 0) return [];
    const { sql, values } = allOf([{ sql: `r.kind = ? AND r.slug IN (${placeholders(slugs)})`, values: [kind, ...slugs] }, ...seen]);
    const rows = await source.query(`SELECT ${columns.join(", ")}, r.slug AS old_slug FROM catalog_slug_redirect r ${tables} WHERE ${sql}`, values);
    // MySQL takes `mug` and `mug ` for the same text.
    return rows.map((row) => [String(row["old_slug"]), row] as const).filter(([slug]) => slugs.includes(slug));
  };

  return {
    productsByOldSlug: async (slugs, audience, fields) => {
      const { columns, read } = select(PRODUCT_FIELDS, "l.product_id", fields);
      const found = await led("product", slugs, columns, "JOIN catalog_listing l ON l.product_id = r.target_id JOIN catalog_product p ON p.id = r.target_id", visibility(audience, "l"));
      return new Map(found.map(([slug, row]) => [slug, read(row)]));
    },

    collectionsByOldSlug: async (slugs, audience, fields) => {
      const { columns, read } = select(COLLECTION_FIELDS, "c.id", fields);
      const found = await led("collection", slugs, columns, "JOIN catalog_collection c ON c.id = r.target_id", visibility(audience, "c"));
      return new Map(found.map(([slug, row]) => [slug, read(row)]));
    },

    oldSlugsOfProducts: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await source.query(`SELECT target_id, slug FROM catalog_slug_redirect WHERE kind = 'product' AND target_id IN (${placeholders(ids)}) ORDER BY since, slug`, ids);
      return new Map([...groupBy(rows, "target_id")].map(([target, some]) => [id<ProductId>(target), some.map((row) => String(row["slug"]))]));
    },
  };
};
