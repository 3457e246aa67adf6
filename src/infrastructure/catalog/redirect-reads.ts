import type { CatalogReads } from "../../application/catalog/ports/catalog-reads.js";
import type { SluggedKind } from "../../application/catalog/ports/catalog-stores.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { allOf, type Condition } from "../shared/database/condition.js";
import { groupRows } from "../shared/database/group-rows.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { select } from "../shared/database/selection.js";
import { placeholders, type Row } from "../shared/database/sql-session.js";
import { collectionFields } from "./collections/collection-fields.js";
import { visibility } from "./columns/visibility.js";
import { productFields } from "./products/product-fields.js";
import { productTables } from "./products/product-tables.js";

type Reads = Pick<
  CatalogReads,
  "productsByOldSlug" | "collectionsByOldSlug" | "oldSlugsOfProducts"
>;

/** What old slugs lead to; `redirect` is the table of redirects. */
export const redirectReads = (source: ReadSource): Reads => ({
  productsByOldSlug: async (slugs, audience, fields) => {
    const { columns, read } = select(productFields(audience), "l.product_id", fields);
    const tables = productTables({ selection: { columns, read } }, audience);
    const rows = await rowsByOldSlug(source, "product", slugs, {
      columns,
      // CROSS JOIN, so that SQLite begins with the redirects.
      join: { ...tables, sql: `CROSS JOIN ${tables.sql}` },
      where: [
        { sql: "l.product_id = redirect.target_id", values: [] },
        ...visibility(audience, "l"),
      ],
    });
    return new Map(rows.map(([slug, row]) => [slug, read(row)]));
  },

  collectionsByOldSlug: async (slugs, audience, fields) => {
    const { columns, read } = select(collectionFields(audience), "c.id", fields);
    const rows = await rowsByOldSlug(source, "collection", slugs, {
      columns,
      join: { sql: "JOIN catalog_collection c ON c.id = redirect.target_id", values: [] },
      where: visibility(audience, "c"),
    });
    return new Map(rows.map(([slug, row]) => [slug, read(row)]));
  },

  oldSlugsOfProducts: async (ids) => {
    if (ids.length === 0) return new Map();
    const rows = await source.query(
      `SELECT target_id, slug FROM catalog_slug_redirect WHERE kind = 'product' AND target_id IN (${placeholders(ids)}) ORDER BY since, slug`,
      ids,
    );
    return new Map(
      [...groupRows(rows, "target_id")].map(([product, redirects]) => [
        id<ProductId>(product),
        redirects.map((row) => String(row["slug"])),
      ]),
    );
  },
});

interface Target {
  readonly columns: readonly string[];
  readonly join: Condition;
  readonly where: readonly Condition[];
}

const rowsByOldSlug = async (
  source: ReadSource,
  kind: SluggedKind,
  slugs: readonly string[],
  { columns, join, where }: Target,
): Promise<readonly (readonly [slug: string, row: Row])[]> => {
  if (slugs.length === 0) return [];
  const { sql, values } = allOf([
    {
      sql: `redirect.kind = ? AND redirect.slug IN (${placeholders(slugs)})`,
      values: [kind, ...slugs],
    },
    ...where,
  ]);
  const rows = await source.query(
    `SELECT ${columns.join(", ")}, redirect.slug AS old_slug FROM catalog_slug_redirect redirect ${join.sql} WHERE ${sql}`,
    [...join.values, ...values],
  );
  // To MySQL, `mug` and `mug ` are equal.
  return rows
    .map((row) => [String(row["old_slug"]), row] as const)
    .filter(([slug]) => slugs.includes(slug));
};
