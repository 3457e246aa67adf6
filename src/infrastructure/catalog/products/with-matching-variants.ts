import type { Audience, Selected } from "../../../application/catalog/ports/audience.js";
import type { ProductFilter } from "../../../application/catalog/ports/product-list.js";
import type { ProductView } from "../../../application/catalog/ports/product-view.js";
import { mapPage, type Page } from "../../../application/shared/page.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { id } from "../../../domain/shared/id.js";
import { allOf } from "../../shared/database/condition.js";
import type { ReadSource } from "../../shared/database/read-source.js";
import { placeholders } from "../../shared/database/sql-session.js";
import { variantMatch, type VariantMatch } from "./variant-match.js";

/** A page of products with the variants that meet the filter, read in one statement. */
export const withMatchingVariants = async (
  source: ReadSource,
  page: Page<Selected<ProductView>>,
  filter: ProductFilter,
  audience: Audience,
): Promise<Page<Selected<ProductView>>> => {
  const match = variantMatch(filter, audience);
  const products = page.items.map(({ item }) => item.id);
  if (match === null || products.length === 0) return page;
  const best = await bestVariants(source, match, products);
  return mapPage(page, (product) => ({
    ...product,
    matchingVariant: best.get(product.id) ?? null,
  }));
};

/** Of each product one row, however many of its variants match: a product may have thousands. */
const bestVariants = async (
  source: ReadSource,
  { from, met, isAvailable, price }: VariantMatch,
  products: readonly string[],
): Promise<ReadonlyMap<string, VariantId>> => {
  const conditions = allOf(met);
  const rows = await source.query(
    `SELECT x.product_id, x.id FROM (SELECT v.product_id, v.id, ROW_NUMBER() OVER (PARTITION BY v.product_id ORDER BY CASE WHEN ${isAvailable.sql} THEN 0 ELSE 1 END, CASE WHEN ${price.sql} IS NULL THEN 1 ELSE 0 END, ${price.sql}, v.position) AS place FROM ${from.sql} JOIN catalog_listing l ON l.product_id = v.product_id WHERE v.product_id IN (${placeholders(products)}) AND ${conditions.sql}) x WHERE x.place = 1`,
    [
      ...isAvailable.values,
      ...price.values,
      ...price.values,
      ...from.values,
      ...products,
      ...conditions.values,
    ],
  );
  return new Map(rows.map((row) => [String(row["product_id"]), id<VariantId>(String(row["id"]))]));
};
