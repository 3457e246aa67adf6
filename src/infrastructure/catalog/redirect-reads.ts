import type { CatalogReads, SluggedKind } from "../../application/catalog/ports.js";
import type { ProductId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import { groupBy } from "../shared/grouped-reads.js";
import { allOf, type Condition } from "../shared/keyset.js";
import type { ReadSource } from "../shared/read-source.js";
import { select } from "../shared/selection.js";
import { placeholders, type Row } from "../shared/sql.js";
import { visibility } from "./product-conditions.js";
import { collectionFieldsAt, productFieldsAt } from "./product-fields.js";
import { tables } from "./product-reads.js";

type Reads = Pick<
  CatalogReads,
  "productsByOldSlug" | "collectionsByOldSlug" | "oldSlugsOfProducts"
>;

/** What tells the product that a slug leads to from the others. */
const LED: Condition = { sql: "l.product_id = was.target_id", values: [] };

export const redirectReads = (source: ReadSource): Reads => {
  const led = async (
    kind: SluggedKind,
    slugs: readonly string[],
    columns: readonly string[],
    joined: Condition,
    seen: readonly Condition[],
  ): Promise<readonly (readonly [string, Row])[]> => {
    if (slugs.length === 0) return [];
    const { sql, values } = allOf([
      { sql: `was.kind = ? AND was.slug IN (${placeholders(slugs)})`, values: [kind, ...slugs] },
      ...seen,
    ]);
    const rows = await source.query(
      `SELECT ${columns.join(", ")}, was.slug AS old_slug FROM catalog_slug_redirect was ${joined.sql} WHERE ${sql}`,
      [...joined.values, ...values],
    );
    // MySQL takes `mug` and `mug ` for the same text.
    return rows
      .map((row) => [String(row["old_slug"]), row] as const)
      .filter(([slug]) => slugs.includes(slug));
  };

  return {
    productsByOldSlug: async (slugs, audience, fields) => {
      const selection = select(productFieldsAt(audience), "l.product_id", fields);
      const from = tables({ selection }, audience);
      const found = await led(
        "product",
        slugs,
        selection.columns,
        { ...from, sql: `CROSS JOIN ${from.sql}` },
        [LED, ...visibility(audience, "l")],
      );
      return new Map(found.map(([slug, row]) => [slug, selection.read(row)]));
    },

    collectionsByOldSlug: async (slugs, audience, fields) => {
      const { columns, read } = select(collectionFieldsAt(audience), "c.id", fields);
      const found = await led(
        "collection",
        slugs,
        columns,
        { sql: "JOIN catalog_collection c ON c.id = was.target_id", values: [] },
        visibility(audience, "c"),
      );
      return new Map(found.map(([slug, row]) => [slug, read(row)]));
    },

    oldSlugsOfProducts: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await source.query(
        `SELECT target_id, slug FROM catalog_slug_redirect WHERE kind = 'product' AND target_id IN (${placeholders(ids)}) ORDER BY since, slug`,
        ids,
      );
      return new Map(
        [...groupBy(rows, "target_id")].map(([target, some]) => [
          id<ProductId>(target),
          some.map((row) => String(row["slug"])),
        ]),
      );
    },
  };
};
