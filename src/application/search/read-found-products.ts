import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import type { Audience, FieldsOf, Selected } from "../catalog/ports/audience.js";
import type { CatalogReads } from "../catalog/ports/catalog-reads.js";
import type { ProductView } from "../catalog/ports/product-view.js";
import { mapPage, type Page } from "../shared/page.js";

/**
 * Reads the requested fields of the products of a page in one statement. Products that were deleted
 * meanwhile are left out.
 * @param variants the matching variant of each product that has one
 */
export const readFoundProducts = async (
  reads: CatalogReads,
  page: Page<ProductId>,
  audience: Audience,
  fields: FieldsOf<ProductView>,
  variants: ReadonlyMap<ProductId, VariantId> = NONE,
): Promise<Page<Selected<ProductView>>> => {
  const ids = [...new Set(page.items.map(({ item }) => item))];
  const matching = (id: ProductId): Partial<Pick<ProductView, "matchingVariant">> =>
    fields.has("matchingVariant") ? { matchingVariant: variants.get(id) ?? null } : {};
  const stored = fields.size - (fields.has("matchingVariant") ? 1 : 0);
  if (ids.length === 0 || stored === 0) return mapPage(page, (id) => ({ id, ...matching(id) }));
  const products = new Map(
    (await reads.productsById(ids, audience, fields)).map((product) => [product.id, product]),
  );
  if (!fields.has("matchingVariant")) return mapPage(page, (id) => products.get(id));
  return mapPage(page, (id) => {
    const product = products.get(id);
    return product && { ...product, ...matching(id) };
  });
};

const NONE: ReadonlyMap<ProductId, VariantId> = new Map();
