import type { SluggedKind } from "../../application/catalog/ports.js";
import { SkuTaken } from "../../domain/catalog/errors.js";
import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import type { ProductSnapshot } from "../../domain/catalog/product.js";
import { id } from "../../domain/shared/id.js";
import { inChunks, placeholders, type SqlSession } from "../shared/sql.js";

/** Which product each SKU belongs to; unused SKUs are absent. */
export const ownersOfSkus = async (
  session: SqlSession,
  skus: readonly string[],
): Promise<ReadonlyMap<string, ProductId>> => {
  const owners = new Map<string, ProductId>();
  for (const chunk of inChunks(skus)) {
    const rows = await session.query(
      `SELECT sku, product_id FROM catalog_variant WHERE sku IN (${placeholders(chunk)})`,
      chunk,
    );
    for (const row of rows)
      owners.set(String(row["sku"]), id<ProductId>(String(row["product_id"])));
  }
  return owners;
};

/** Which product each variant belongs to; unknown ones are absent. */
export const ownersOfVariants = async (
  session: SqlSession,
  ids: readonly VariantId[],
): Promise<ReadonlyMap<VariantId, ProductId>> => {
  const owners = new Map<VariantId, ProductId>();
  for (const chunk of inChunks(ids)) {
    const rows = await session.query(
      `SELECT id, product_id FROM catalog_variant WHERE id IN (${placeholders(chunk)})`,
      chunk,
    );
    for (const row of rows)
      owners.set(id<VariantId>(String(row["id"])), id<ProductId>(String(row["product_id"])));
  }
  return owners;
};

/** Those of the slugs that things of a kind have, or had and are still found by. */
export const takenSlugs = async (
  session: SqlSession,
  kind: SluggedKind,
  slugs: readonly string[],
): Promise<ReadonlySet<string>> => {
  const taken = new Set<string>();
  for (const chunk of inChunks(slugs)) {
    const among = `slug IN (${placeholders(chunk)})`;
    const rows = await session.query(
      `SELECT slug FROM catalog_${kind} WHERE ${among} UNION SELECT slug FROM catalog_slug_redirect WHERE kind = ? AND ${among}`,
      [...chunk, kind, ...chunk],
    );
    for (const row of rows) taken.add(String(row["slug"]));
  }
  return taken;
};

// A unique key says that there was a clash, but not on every database with which value.

/** The first SKU of the products that is taken by another, stored or among themselves. */
export const takenSku = async (
  session: SqlSession,
  products: readonly ProductSnapshot[],
): Promise<SkuTaken> => {
  const wanted = products.flatMap(({ id: productId, variants }) =>
    variants.flatMap(({ sku }, index) => (sku === null ? [] : [{ productId, sku, index }])),
  );
  const owners = await ownersOfSkus(
    session,
    wanted.map(({ sku }) => sku),
  );
  const seen = new Set<string>();
  const clash =
    wanted.find(
      ({ productId, sku }) =>
        (owners.get(sku) ?? productId) !== productId || seen.size === seen.add(sku).size,
    ) ?? wanted[0];
  return new SkuTaken(clash?.sku ?? "", clash ? ["variants", String(clash.index), "sku"] : []);
};

/** The first slug of the products that is taken by another, stored or among themselves. */
export const takenSlug = async (
  session: SqlSession,
  products: readonly ProductSnapshot[],
): Promise<string> => {
  const slugs = products.map(({ slug }) => slug);
  const rows = await session.query(
    `SELECT slug FROM catalog_product WHERE slug IN (${placeholders(slugs)})`,
    slugs,
  );
  const taken = new Set(rows.map((row) => String(row["slug"])));
  const repeated = slugs.find((slug, index) => slugs.indexOf(slug) < index);
  return slugs.find((slug) => taken.has(slug)) ?? repeated ?? slugs.join(", ");
};
