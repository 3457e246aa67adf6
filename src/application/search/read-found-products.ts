import type { ProductId } from "../../domain/catalog/ids.js";
import type { Audience, FieldsOf, Selected } from "../catalog/ports/audience.js";
import type { CatalogReads } from "../catalog/ports/catalog-reads.js";
import type { ProductView } from "../catalog/ports/product-view.js";
import { mapPage, type Page } from "../shared/page.js";

/**
 * Reads the requested fields of the products of a page in one statement. Products that were deleted
 * meanwhile are left out.
 */
export const readFoundProducts = async (
  reads: CatalogReads,
  page: Page<ProductId>,
  audience: Audience,
  fields: FieldsOf<ProductView>,
): Promise<Page<Selected<ProductView>>> => {
  const ids = [...new Set(page.items.map(({ item }) => item))];
  if (ids.length === 0 || fields.size === 0) return mapPage(page, (id) => ({ id }));
  const products = new Map(
    (await reads.productsById(ids, audience, fields)).map((product) => [product.id, product]),
  );
  return mapPage(page, (id) => products.get(id));
};
